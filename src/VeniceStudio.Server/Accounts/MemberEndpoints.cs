using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Server.Accounts;

internal static class MemberEndpoints
{
    internal static async Task<Ok<IReadOnlyList<MemberView>>> MembersAsync(StudioDb db, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        var accounts = await session.AccountsAsync();
        return TypedResults.Ok<IReadOnlyList<MemberView>>([.. accounts.Select(account => account.ToMemberView())]);
    }

    /// <summary>Changes a member's role or budget, or switches the account off or on. A studio always keeps one owner.</summary>
    internal static async Task<Results<Ok<MemberView>, NotFound, ProblemHttpResult>> ChangeMemberAsync(
        Member member, Guid id, ChangeMember body, HttpContext context, StudioDb db, StudioOptions options, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        await session.LockOwnersAsync();
        if (await session.AccountAsync(id) is not { } account) return TypedResults.NotFound();

        var wasOwner = account is { Role: MemberRole.Owner, Disabled: false };
        account.Change(body, session.Now);
        var isOwner = account is { Role: MemberRole.Owner, Disabled: false };
        if (wasOwner && !isOwner && await session.OtherOwnersAsync(id, withPasswordOnly: !options.LoopbackOnly) == 0)
        {
            return Problems.Of(409, "last-owner", id == member.Id
                ? "You are the studio's only owner. Make somebody else an owner first."
                : "This is the studio's only owner who can sign in. Make somebody else an owner first.");
        }
        await session.UpdateAsync(account);
        session.TellMembersAfterCommit(context);
        await session.CommitAsync();
        return TypedResults.Ok(account.ToMemberView());
    }
}
