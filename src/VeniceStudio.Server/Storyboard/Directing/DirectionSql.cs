using VeniceStudio.Server.Data;
using VeniceStudio.Server.Work;

namespace VeniceStudio.Server.Storyboard.Directing;

/// <summary>The director's statements, one method each.</summary>
internal static class DirectionSql
{
    private const string Ended = "lease_owner = NULL, lease_until = NULL, leases_lost = 0";

    /// <summary>Keeps a new piece of work; false when this project has one at work.</summary>
    public static async Task<bool> InsertDirectionAsync(this DbSession session, Direction direction) => await session.ExecuteAsync(
        """
        INSERT INTO directions (id, account_id, project_id, kind, state, request, total, by_rules, created_at, due_at)
        VALUES (@Id, @AccountId, @ProjectId, @Kind, @State, @Request, @Total, @ByRules, @CreatedAt, @DueAt)
        ON CONFLICT DO NOTHING
        """, direction) == 1;

    /// <summary>The latest work for a project.</summary>
    public static Task<Direction?> DirectionOfAsync(this DbSession session, Guid project) => session.FirstAsync<Direction>(
        "SELECT * FROM directions WHERE project_id = @project ORDER BY created_at DESC, id DESC LIMIT 1", new { project });

    public static Task<Direction?> DirectionAsync(this DbSession session, Guid id) =>
        session.OneAsync<Direction>("SELECT * FROM directions WHERE id = @id", new { id });

    /// <summary>Whether somebody still has this row in hand.</summary>
    public static async Task<bool> HoldsDirectionAsync(this DbSession session, Guid id, WorkClaim claim) => await session.OneAsync<long>(
        "SELECT COUNT(*) FROM directions WHERE id = @id AND lease_owner = @Owner", new { id, claim.Owner }) == 1;

    /// <summary>An answer is about to be asked for with this line's money; false when the work was ended or taken over meanwhile.</summary>
    public static async Task<bool> AskingAsync(this DbSession session, Guid id, Guid line, WorkClaim claim) => await session.ExecuteAsync(
        "UPDATE directions SET ledger_id = @line, state = @Working WHERE id = @id AND lease_owner = @Owner",
        new { id, line, claim.Owner, Working = (int)DirectionState.Working }) == 1;

    /// <summary>An answer is paid for, whoever has the row by now.</summary>
    public static Task AskedAsync(this DbSession session, Guid id, Guid line, long paid) => session.ExecuteAsync(
        """
        UPDATE directions SET paid = paid + @paid, ledger_id = CASE WHEN ledger_id = @line THEN NULL ELSE ledger_id END WHERE id = @id
        """, new { id, line, paid });

    /// <summary>Writes a step's result; false when the work was ended or taken over meanwhile. What the ledger knows is not touched.</summary>
    /// <param name="session">Writes.</param>
    /// <param name="direction">As it is to be.</param>
    /// <param name="claim">Whose it has to be.</param>
    /// <param name="release">Lets the row go; otherwise it stays in hand.</param>
    public static async Task<bool> UpdateDirectionAsync(this DbSession session, Direction direction, WorkClaim claim, bool release)
    {
        var parameters = new Dapper.DynamicParameters(direction);
        parameters.Add("owner", claim.Owner);
        return await session.ExecuteAsync(
            $"""
            UPDATE directions SET state = @State, done = @Done, by_rules = @ByRules, ruled = @Ruled, treatment = @Treatment, answer = @Answer,
                proposals = @Proposals, notice = @Notice, tries = @Tries, finished_at = @FinishedAt, due_at = @DueAt {(release ? ", " + Ended : "")}
            WHERE id = @Id AND lease_owner = @owner
            """, parameters) == 1;
    }

    /// <summary>Ends what is at work for a project at once, whoever has it in hand; the id of what was ended.</summary>
    public static Task<Guid?> EndDirectionAsync(this DbSession session, Guid project, string? notice) => session.OneAsync<Guid?>(
        $"""
        UPDATE directions SET state = @Cancelled, notice = @notice, finished_at = @Now, due_at = NULL, answer = NULL, {Ended}
        WHERE project_id = @project AND state IN (1, 2)
        RETURNING id
        """, new { project, notice, session.Now, Cancelled = (int)DirectionState.Cancelled });

    /// <summary>The creator is done with the proposals.</summary>
    public static Task ForgetProposalsAsync(this DbSession session, Guid project) => session.ExecuteAsync(
        "UPDATE directions SET proposals = NULL WHERE project_id = @project AND state NOT IN (1, 2)", new { project });
}
