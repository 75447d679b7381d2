using VeniceStudio.Server.Data;

namespace VeniceStudio.Server.Accounts;

internal static class InvitationSql
{
    /// <summary>The invitation that this secret opens, if it still opens anything.</summary>
    public static Task<Invitation?> OpenInvitationAsync(this DbSession session, string tokenHash) => session.OneAsync<Invitation>(
        "SELECT * FROM invitations WHERE token_hash = @tokenHash AND accepted_at IS NULL AND expires_at > @Now",
        new { tokenHash, session.Now });

    public static Task<IReadOnlyList<Invitation>> OpenInvitationsAsync(this DbSession session) => session.ListAsync<Invitation>(
        "SELECT * FROM invitations WHERE accepted_at IS NULL AND expires_at > @Now ORDER BY created_at, id", new { session.Now });

    /// <summary>Writes an invitation in the place of earlier ones to the same person.</summary>
    public static async Task ReplaceAsync(this DbSession session, Invitation invitation)
    {
        await session.ExecuteAsync("DELETE FROM invitations WHERE email = @Email AND accepted_at IS NULL", invitation);
        await session.ExecuteAsync(
            """
            INSERT INTO invitations (id, email, role, token_hash, invited_by, created_at, expires_at)
            VALUES (@Id, @Email, @Role, @TokenHash, @InvitedBy, @CreatedAt, @ExpiresAt)
            """, invitation);
    }

    /// <summary>Uses the invitation up; false when somebody was quicker.</summary>
    public static async Task<bool> AcceptAsync(this DbSession session, Invitation invitation) => await session.ExecuteAsync(
        "UPDATE invitations SET accepted_at = @Now WHERE id = @Id AND accepted_at IS NULL AND expires_at > @Now",
        new { invitation.Id, session.Now }) == 1;

    public static async Task<bool> WithdrawAsync(this DbSession session, Guid id) =>
        await session.ExecuteAsync("DELETE FROM invitations WHERE id = @id AND accepted_at IS NULL", new { id }) == 1;
}
