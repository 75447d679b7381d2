using System.Reflection;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Server.Accounts;

internal static class SessionEndpoints
{
    private static readonly string Version =
        typeof(SessionEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Who is looking. The answer also renews the token that writes carry.</summary>
    internal static async Task<Ok<SessionView>> Session(
        HttpContext context, StudioDb db, StudioOptions options, CancellationToken ct)
    {
        WriteToken.Give(context);
        await using var session = await db.ReadAsync(ct);
        var account = Member.From(context.User) is { } member ? await session.AccountAsync(member.Id) : null;
        if (account is not null) return TypedResults.Ok(ViewOf(context, account, options));

        var state = options.LoopbackOnly || await session.IsSetUpAsync() ? SessionState.SignedOut : SessionState.Setup;
        return TypedResults.Ok(new SessionView(state, null, options.Rehearsal, Version));
    }

    /// <summary>Signs in. An unknown e-mail and a wrong password get the same answer after the same work.</summary>
    internal static async Task<Results<Ok<SessionView>, ProblemHttpResult>> SignInAsync(
        SignIn body, HttpContext context, StudioDb db, StudioOptions options, Passwords passwords, SignInThrottle throttle,
        CancellationToken ct)
    {
        var email = Account.Normalise(body.Email);
        var keys = SignInThrottle.KeysOf(context, email);
        if (throttle.Begin(keys) is { } wait) return TooSoon(wait);

        var account = await AccountAsync(db, email, ct);
        var check = await passwords.CheckAsync(account?.PasswordHash, body.Password, ct);
        if (account is null || check == PasswordVerificationResult.Failed)
        {
            return Problems.Of(401, "wrong-sign-in", "The email or the password is not right. Try again, or ask an owner of the studio.");
        }
        throttle.Succeeded(keys);
        if (account.Disabled) return Problems.Of(403, "account-disabled", "This account is switched off. Ask an owner of the studio to switch it on again.");

        if (check == PasswordVerificationResult.SuccessRehashNeeded) await RehashAsync(db, account, passwords, body.Password, ct);
        return TypedResults.Ok(await EnterAsync(context, account, options));
    }

    /// <summary>Ends this session; others of the same account go on.</summary>
    internal static async Task<NoContent> SignOutAsync(HttpContext context)
    {
        await context.SignOutAsync(Door.Cookie);
        return TypedResults.NoContent();
    }

    /// <summary>Opens a session for the account and answers what a page needs to know. Sealing a cookie may make a key, which is a row: hold no database session.</summary>
    internal static async Task<SessionView> EnterAsync(HttpContext context, Account account, StudioOptions options)
    {
        await context.EnterAsync(account);
        WriteToken.Give(context);
        return ViewOf(context, account, options);
    }

    internal static ProblemHttpResult TooSoon(TimeSpan wait) => Problems.TooMany(
        wait, "Too many sign-ins went wrong. Wait {0}, then try again.");

    private static SessionView ViewOf(HttpContext context, Account account, StudioOptions options) => new(
        SessionState.SignedIn, account.ToView(local: context.User.Identity?.AuthenticationType == Door.Local), options.Rehearsal, Version);

    private static async Task<Account?> AccountAsync(StudioDb db, string email, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        return await session.AccountByEmailAsync(email);
    }

    private static async Task RehashAsync(StudioDb db, Account account, Passwords passwords, string password, CancellationToken ct)
    {
        account.Rehashed(await passwords.HashAsync(password, ct));
        await using var session = await db.BeginAsync(ct);
        await session.RehashAsync(account);
        await session.CommitAsync();
    }
}
