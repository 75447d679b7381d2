using VeniceStudio.Server.Data;

namespace VeniceStudio.Server.Work;

/// <summary>
/// The statements that every table of work shares. Such a table has <c>id</c>, <c>due_at</c>, <c>lease_owner</c>, <c>lease_until</c> and
/// <c>leases_lost</c>; its name comes from the code, never from outside.
/// </summary>
internal static class WorkSql
{
    /// <summary>
    /// When a row may be claimed, in milliseconds. A row whose holders die again and again waits longer each time: if it is what kills
    /// them, the others get on meanwhile, and if they were killed from outside, nothing is given up early.
    /// </summary>
    private const string FreeAt =
        """
        (CASE WHEN lease_until IS NULL THEN due_at
              WHEN leases_lost > 2 THEN CASE WHEN lease_until + leases_lost * 1000 > due_at THEN lease_until + leases_lost * 1000 ELSE due_at END
              WHEN lease_until > due_at THEN lease_until ELSE due_at END)
        """;

    /// <summary>Takes the row that has waited longest; null when none is free and due.</summary>
    public static Task<TRow?> ClaimAsync<TRow>(this DbSession session, string table, WorkClaim claim) where TRow : class, IWorkRow =>
        session.OneAsync<TRow>(
            $"""
            UPDATE {table} SET
                leases_lost = leases_lost + CASE WHEN lease_owner IS NULL THEN 0 ELSE 1 END,
                lease_owner = @owner, lease_until = @until
            WHERE id = (
                SELECT id FROM {table} WHERE due_at <= @now AND {FreeAt} <= @now
                ORDER BY due_at LIMIT 1 {(session.IsPostgres ? "FOR UPDATE SKIP LOCKED" : "")})
            RETURNING *
            """, new { owner = claim.Owner, until = session.Now + claim.For, now = session.Now });

    /// <summary>Keeps a claimed row for longer; false when another has it by now.</summary>
    public static async Task<bool> RenewAsync(this DbSession session, string table, Guid id, WorkClaim claim) => await session.ExecuteAsync(
        $"UPDATE {table} SET lease_until = @until WHERE id = @id AND lease_owner = @owner",
        new { id, until = session.Now + claim.For, owner = claim.Owner }) == 1;

    /// <summary>Lets a row go unchanged, due at once.</summary>
    public static Task FreeAsync(this DbSession session, string table, Guid id, WorkClaim claim) => session.ExecuteAsync(
        $"UPDATE {table} SET lease_owner = NULL, lease_until = NULL WHERE id = @id AND lease_owner = @owner", new { id, owner = claim.Owner });

    /// <summary>SQLite has one process: what is still claimed when it starts was claimed by a process that is gone.</summary>
    public static Task FreeAllAsync(this DbSession session, string table) =>
        session.ExecuteAsync($"UPDATE {table} SET lease_until = @now WHERE lease_owner IS NOT NULL", new { now = session.Now });

    /// <summary>When the next row is due and free; null when none waits.</summary>
    public static async Task<DateTimeOffset?> NextDueAsync(this DbSession session, string table) => await session.OneAsync<long?>(
        $"SELECT MIN({FreeAt}) FROM {table} WHERE due_at IS NOT NULL") is { } due
        ? DateTimeOffset.FromUnixTimeMilliseconds(due) : null;
}
