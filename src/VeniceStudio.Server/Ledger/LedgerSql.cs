using VeniceStudio.Server.Data;

namespace VeniceStudio.Server.Ledger;

/// <summary>The ledger's statements, one method each.</summary>
public static class LedgerSql
{
    public static Task InsertLineAsync(this DbSession session, LedgerLine line) => session.ExecuteAsync(
        """
        INSERT INTO ledger (id, account_id, kind, model, model_name, clip_id, project_id, state, quoted, paid, refunded, reserved_at, settled_at)
        VALUES (@Id, @AccountId, @Kind, @Model, @ModelName, @ClipId, @ProjectId, @State, @Quoted, @Paid, @Refunded, @ReservedAt, @SettledAt)
        """, line);

    public static Task UpdateLineAsync(this DbSession session, LedgerLine line) => session.ExecuteAsync(
        """
        UPDATE ledger SET state = @State, quoted = @Quoted, paid = @Paid, refunded = @Refunded,
            reserved_at = @ReservedAt, settled_at = @SettledAt
        WHERE id = @Id
        """, line);

    public static async Task<LedgerLine> LineAsync(this DbSession session, Guid id) =>
        await session.OneAsync<LedgerLine>("SELECT * FROM ledger WHERE id = @id", new { id })
        ?? throw new InvalidOperationException($"Ledger line {id} is gone.");

    /// <summary>Held back now plus spent since an instant, micro-dollars; of one account, or of all when null.</summary>
    public static async Task<long> CommittedAsync(this DbSession session, Guid? account, DateTimeOffset since)
    {
        var who = account is null ? "" : "AND account_id = @account";
        return await session.OneAsync<long>(
            $"""
            SELECT CAST(
                (SELECT COALESCE(SUM(quoted), 0) FROM ledger WHERE state IN (1, 4) {who})
              + (SELECT COALESCE(SUM(paid - refunded), 0) FROM ledger WHERE state IN (2, 5) AND settled_at >= @since {who}) AS BIGINT)
            """, new { account, since });
    }

    /// <summary>Held back and spent for a project since it began, and its budget, micro-dollars; null for a project without one.</summary>
    public static Task<ProjectBudget?> ProjectBudgetAsync(this DbSession session, Guid project) => session.OneAsync<ProjectBudget>(
        """
        SELECT budget,
            CAST((SELECT COALESCE(SUM(CASE WHEN state IN (1, 4) THEN quoted WHEN state IN (2, 5) THEN paid - refunded ELSE 0 END), 0)
                  FROM ledger WHERE project_id = @project) AS BIGINT) AS committed
        FROM projects WHERE id = @project AND budget IS NOT NULL
        """, new { project });

    public static Task<long?> OwnBudgetAsync(this DbSession session, Guid account) =>
        session.OneAsync<long?>("SELECT daily_budget FROM accounts WHERE id = @account", new { account });

    /// <summary>Sums since an instant for each account that ordered anything.</summary>
    public static Task<IReadOnlyList<AccountSum>> SumsAsync(this DbSession session, DateTimeOffset since) => session.ListAsync<AccountSum>(
        """
        SELECT account_id, CAST(SUM(quoted) AS BIGINT) AS quoted, CAST(SUM(paid) AS BIGINT) AS paid,
            CAST(SUM(refunded) AS BIGINT) AS refunded, CAST(COUNT(*) AS INTEGER) AS orders
        FROM ledger WHERE state IN (2, 5) AND settled_at >= @since GROUP BY account_id
        """, new { since });

    public static Task<IReadOnlyList<AccountHold>> HoldsAsync(this DbSession session) => session.ListAsync<AccountHold>(
        "SELECT account_id, state, CAST(SUM(quoted) AS BIGINT) AS held FROM ledger WHERE state IN (1, 4) GROUP BY account_id, state");

    public static Task<IReadOnlyList<LedgerLine>> PaidLinesAsync(this DbSession session, Guid? account, DateTimeOffset since) =>
        session.ListAsync<LedgerLine>(
            $"SELECT * FROM ledger WHERE state IN (2, 5) AND settled_at >= @since {(account is null ? "" : "AND account_id = @account")}",
            new { account, since });

    /// <summary>The newest orders. What one press ordered is one of them, as far as it stands the same. Only the reader's own name their video.</summary>
    public static Task<IReadOnlyList<LatestOrder>> LatestOrdersAsync(this DbSession session, Guid reader, Guid? account, int count)
    {
        var whose = account is null ? "TRUE" : "ledger.account_id = @account";
        return session.ListAsync<LatestOrder>(
            $"""
            SELECT MIN(ledger.id) AS id, MAX(COALESCE(ledger.settled_at, ledger.reserved_at)) AS at, ledger.account_id, ledger.kind, ledger.state,
                COALESCE(MAX(ledger.model_name), ledger.model) AS model, CAST(COUNT(*) AS INTEGER) AS orders,
                CAST(SUM(ledger.quoted) AS BIGINT) AS quoted, CAST(SUM(ledger.paid) AS BIGINT) AS paid, CAST(SUM(ledger.refunded) AS BIGINT) AS refunded,
                MAX(ledger.clip_id) AS clip_id, MAX(projects.id) AS project_id, MAX(projects.title) AS project_title
            FROM ledger LEFT JOIN projects ON projects.id = ledger.project_id AND projects.account_id = @reader AND projects.deleted_at IS NULL
            -- Each instant has one order at least, so the newest stand in the newest so many instants.
            WHERE {whose} AND ledger.reserved_at >= (SELECT COALESCE(MIN(newest.reserved_at), 0)
                FROM (SELECT DISTINCT ledger.reserved_at FROM ledger WHERE {whose} ORDER BY ledger.reserved_at DESC LIMIT @count) AS newest)
            GROUP BY ledger.account_id, ledger.project_id, ledger.kind, ledger.model, ledger.state, ledger.reserved_at
            ORDER BY ledger.reserved_at DESC, MIN(ledger.id) DESC LIMIT @count
            """,
            new { reader, account, count });
    }

    /// <summary>Everything that was ordered for a project, oldest first.</summary>
    public static Task<IReadOnlyList<LedgerLine>> LinesOfProjectAsync(this DbSession session, Guid project) =>
        session.ListAsync<LedgerLine>("SELECT * FROM ledger WHERE project_id = @project ORDER BY reserved_at, id", new { project });

    public static Task<IReadOnlyList<AccountName>> AccountNamesAsync(this DbSession session) =>
        session.ListAsync<AccountName>("SELECT id, name, daily_budget FROM accounts");

    public sealed class LatestOrder
    {
        public Guid Id { get; init; }
        public DateTimeOffset At { get; init; }
        public Guid AccountId { get; init; }
        public OrderKind Kind { get; init; }
        public LedgerState State { get; init; }
        public string Model { get; init; } = "";
        public int Orders { get; init; }
        public long Quoted { get; init; }
        public long Paid { get; init; }
        public long Refunded { get; init; }
        public Guid? ClipId { get; init; }
        public Guid? ProjectId { get; init; }
        public string? ProjectTitle { get; init; }
    }

    public sealed class ProjectBudget
    {
        public long Budget { get; init; }
        public long Committed { get; init; }

        public long Left => Budget - Committed;
    }

    public sealed class AccountSum
    {
        public Guid AccountId { get; init; }
        public long Quoted { get; init; }
        public long Paid { get; init; }
        public long Refunded { get; init; }
        public int Orders { get; init; }
    }

    public sealed class AccountHold
    {
        public Guid AccountId { get; init; }
        public LedgerState State { get; init; }
        public long Held { get; init; }
    }

    public sealed class AccountName
    {
        public Guid Id { get; init; }
        public string Name { get; init; } = "";
        public long? DailyBudget { get; init; }
    }
}
