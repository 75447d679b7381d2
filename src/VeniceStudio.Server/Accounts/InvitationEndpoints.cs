using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Server.Accounts;

internal static class InvitationEndpoints
{
    internal static async Task<Ok<IReadOnlyList<InvitationView>>> InvitationsAsync(StudioDb db, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        var open = await session.OpenInvitationsAsync();
        return TypedResults.Ok<IReadOnlyList<InvitationView>>([.. open.Select(invitation => invitation.ToView())]);
    }

    /// <summary>Invites a person. The secret for the link is in this answer only; inviting again replaces it.</summary>
    internal static async Task<Results<Ok<NewInvitationView>, ProblemHttpResult>> InviteAsync(
        Member member, InviteMember body, HttpContext context, StudioDb db, CancellationToken ct)
    {
        if (!Enum.IsDefined(body.Role)) return Problems.Bad("role", "Say whether the person becomes an owner or a member.");

        var token = Secret.New();
        await using var session = await db.BeginAsync(ct);
        var invitation = Invitation.New(body.Email, body.Role, token, member.Id, session.Now);
        if (await session.AccountByEmailAsync(invitation.Email) is { } known)
        {
            return Problems.Of(409, "already-a-member", known.Disabled
                ? "That person has an account here which is switched off. Switch it on in the list of members."
                : "That person has an account here already.", ("field", "email"));
        }
        await session.ReplaceAsync(invitation);
        session.TellMembersAfterCommit(context);
        await session.CommitAsync();
        return TypedResults.Ok(new NewInvitationView(invitation.ToView(), token));
    }

    internal static async Task<Results<NoContent, NotFound>> WithdrawInvitationAsync(
        Guid id, HttpContext context, StudioDb db, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        if (!await session.WithdrawAsync(id)) return TypedResults.NotFound();
        session.TellMembersAfterCommit(context);
        await session.CommitAsync();
        return TypedResults.NoContent();
    }

    /// <summary>Shows an invited person what they are invited to, before they answer.</summary>
    internal static async Task<Results<Ok<InvitationOfferView>, ProblemHttpResult>> OpenInvitationAsync(
        OpenInvitation body, StudioDb db, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        if (await session.OpenInvitationAsync(Secret.HashOf(body.Token)) is not { } invitation) return Gone();
        var host = await session.AccountAsync(invitation.InvitedBy);
        return TypedResults.Ok(new InvitationOfferView(invitation.Email, invitation.Role, host?.Name ?? "", invitation.ExpiresAt));
    }

    /// <summary>Makes the account and signs it in. Of two answers to one invitation, one gets the account.</summary>
    internal static async Task<Results<Ok<SessionView>, ProblemHttpResult>> AcceptInvitationAsync(
        AcceptInvitation body, HttpContext context, StudioDb db, StudioOptions options, Passwords passwords,
        CancellationToken ct)
    {
        var tokenHash = Secret.HashOf(body.Token);
        await using (var reader = await db.ReadAsync(ct))
        {
            if (await reader.OpenInvitationAsync(tokenHash) is null) return Gone();   // before the slow hash
        }
        var hash = await passwords.HashAsync(body.Password, ct);

        Account account;
        await using (var session = await db.BeginAsync(ct))
        {
            await session.LockOwnersAsync();
            if (await session.OpenInvitationAsync(tokenHash) is not { } invitation || !await session.AcceptAsync(invitation)) return Gone();
            if (await session.AccountByEmailAsync(invitation.Email) is not null)
            {
                return Problems.Of(409, "already-a-member", "There is an account with this email already. Sign in instead.");
            }
            account = Account.New(invitation.Email, body.Name, invitation.Role, hash, session.Now);
            await session.InsertAsync(account);
            session.TellMembersAfterCommit(context);
            await session.CommitAsync();
        }
        return TypedResults.Ok(await SessionEndpoints.EnterAsync(context, account, options));
    }

    private static ProblemHttpResult Gone() => Problems.Of(
        404, "invitation-gone", "This invitation was used, was withdrawn or has run out. Ask an owner of the studio for a new one.");
}
