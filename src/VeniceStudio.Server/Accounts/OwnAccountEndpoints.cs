using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Server.Accounts;

internal static class OwnAccountEndpoints
{
    /// <summary>Changes the password. Every other session of the account ends with its next request; bearer tokens go on.</summary>
    internal static async Task<Results<NoContent, ProblemHttpResult>> ChangePasswordAsync(
        Member member, ChangePassword body, HttpContext context, StudioDb db, Passwords passwords, SignInThrottle throttle,
        CancellationToken ct)
    {
        var account = await AccountAsync(db, member, ct);
        if (account.PasswordHash is not null)
        {
            var keys = SignInThrottle.KeysOf(context, "password of " + member.Id);
            if (throttle.Begin(keys) is { } wait) return SessionEndpoints.TooSoon(wait);
            if (await passwords.CheckAsync(account.PasswordHash, body.Current, ct) == PasswordVerificationResult.Failed)
            {
                return Problems.Bad("current", "That is not the present password. Type it again.");
            }
            throttle.Succeeded(keys);
        }
        var hash = await passwords.HashAsync(body.Next, ct);

        await using (var session = await db.BeginAsync(ct))
        {
            // Read again: the hash takes a while, and a row that changed meanwhile must not be written back as it was.
            await session.LockOwnersAsync();
            account = (await session.AccountAsync(member.Id))!;
            account.NewPassword(hash);
            await session.UpdateAsync(account);
            await session.CommitAsync();
        }
        if (context.User.Identity?.AuthenticationType == Door.Cookie) await context.EnterAsync(account);
        return TypedResults.NoContent();
    }

    internal static async Task<Ok<AccountView>> ChangeNameAsync(
        Member member, ChangeName body, HttpContext context, StudioDb db, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        await session.LockOwnersAsync();
        var account = (await session.AccountAsync(member.Id))!;
        account.Rename(body.Name);
        await session.UpdateAsync(account);
        session.TellMembersAfterCommit(context);
        await session.CommitAsync();
        return TypedResults.Ok(account.ToView(local: context.User.Identity?.AuthenticationType == Door.Local));
    }

    private static async Task<Account> AccountAsync(StudioDb db, Member member, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        return (await session.AccountAsync(member.Id))!;
    }
}
