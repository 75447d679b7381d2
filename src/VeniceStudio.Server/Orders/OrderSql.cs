using VeniceStudio.Server.Data;
using VeniceStudio.Server.Work;

namespace VeniceStudio.Server.Orders;

/// <summary>The statements that all tables of orders share, one method each; <see cref="WorkSql"/> has what all tables of work share.</summary>
public static class OrderSql
{
    // What only a person changes (cancel_asked, clean_up, deleted_at) is not here: a worker's write must not undo it.
    private const string Changing =
        """
        status = @Status, shown_price = @ShownPrice, new_price = @NewPrice, venice_model = @VeniceModel, queue_id = @QueueId,
        balance_before = @BalanceBefore, average_ms = @AverageMs, elapsed_ms = @ElapsedMs,
        observed_at = @ObservedAt, failure_kind = @FailureKind, sentence = @Sentence, suggested_prompt = @SuggestedPrompt,
        recommended_model = @RecommendedModel, refunded = @Refunded,
        media_id = @MediaId, cleaned_at = @CleanedAt, clean_note = @CleanNote, tries = @Tries, submitted_at = @SubmittedAt,
        finished_at = @FinishedAt, due_at = @DueAt
        """;

    private const string LetGo = "lease_owner = NULL, lease_until = NULL, leases_lost = 0";

    /// <summary>Writes a person's change; true unless a worker has the row in hand, which would overwrite it.</summary>
    public static async Task<bool> UpdateOrderAsync<T>(this DbSession session, T order) where T : PaidOrder, IOrderTable =>
        await session.WriteAsync(order, "", "(lease_owner IS NULL OR lease_until <= @now)", null) == 1;

    /// <summary>Writes a step's result and lets the row go; false when the lease was lost to another process meanwhile.</summary>
    public static async Task<bool> ReleaseOrderAsync<T>(this DbSession session, T order, WorkClaim claim) where T : PaidOrder, IOrderTable =>
        await session.WriteAsync(order, LetGo, "lease_owner = @owner", claim) == 1;

    /// <summary>Writes that the purchase begins; false when the person cancelled, or another process took the row, just before.</summary>
    public static async Task<bool> BeginSubmittingAsync<T>(this DbSession session, T order, WorkClaim claim) where T : PaidOrder, IOrderTable =>
        await session.WriteAsync(order, "", "lease_owner = @owner AND cancel_asked = FALSE", claim) == 1;

    /// <summary>Writes a move in the middle of a step, keeping the row.</summary>
    public static async Task<bool> KeepOrderAsync<T>(this DbSession session, T order, WorkClaim claim) where T : PaidOrder, IOrderTable =>
        await session.WriteAsync(order, "", "lease_owner = @owner", claim) == 1;

    /// <summary>
    /// Writes Venice's answer to a purchase whoever holds the row by now: it is told once, and losing it would lose what was paid.
    /// </summary>
    public static Task KeepReceiptAsync<T>(this DbSession session, T order) where T : PaidOrder, IOrderTable =>
        session.WriteAsync(order, LetGo, "queue_id IS NULL", null);

    public static Task AskCancelAsync<T>(this DbSession session, Guid id) where T : PaidOrder, IOrderTable =>
        session.ExecuteAsync($"UPDATE {T.Table} SET cancel_asked = TRUE WHERE id = @id", new { id });

    public static Task DeleteOrderAsync<T>(this DbSession session, Guid id) where T : PaidOrder, IOrderTable =>
        session.ExecuteAsync($"UPDATE {T.Table} SET deleted_at = @Now, due_at = NULL WHERE id = @id", new { id, session.Now });

    /// <summary>Sets the wish; a finished order that is not cleaned up yet becomes due for it, or no longer.</summary>
    public static Task SetCleanUpAsync<T>(this DbSession session, Guid id, bool wanted) where T : PaidOrder, IOrderTable => session.ExecuteAsync(
        $"""
        UPDATE {T.Table} SET clean_up = @wanted, tries = 0,
            due_at = CASE WHEN status = 5 AND cleaned_at IS NULL THEN {(wanted ? "@Now" : "NULL")} ELSE due_at END
        WHERE id = @id
        """, new { id, wanted, session.Now });

    public static Task<bool> CleanUpWantedAsync<T>(this DbSession session, Guid id) where T : PaidOrder, IOrderTable =>
        session.OneAsync<bool>($"SELECT clean_up FROM {T.Table} WHERE id = @id", new { id });

    public static Task<T?> OrderOfAsync<T>(this DbSession session, Guid account, Guid id) where T : PaidOrder, IOrderTable =>
        session.OneAsync<T>($"SELECT * FROM {T.Table} WHERE id = @id AND account_id = @account AND deleted_at IS NULL", new { id, account });

    /// <summary>The member's orders of a scope, in the order in which they were ordered.</summary>
    public static Task<IReadOnlyList<T>> OrdersOfAsync<T>(this DbSession session, Guid account, OrderScope scope) where T : PaidOrder, IOrderTable =>
        session.ListAsync<T>(
            $"SELECT * FROM {T.Table} WHERE {scope.Column} = @Id AND account_id = @account AND deleted_at IS NULL ORDER BY created_at, id", new { scope.Id, account });

    public static Task<int> UnderWayAsync<T>(this DbSession session) where T : PaidOrder, IOrderTable =>
        session.OneAsync<int>($"SELECT CAST(COUNT(*) AS INTEGER) FROM {T.Table} WHERE status IN (3, 4) AND due_at IS NOT NULL");

    /// <summary>How long this model has taken lately by Venice's own account, milliseconds.</summary>
    public static Task<long?> UsualMsAsync<T>(this DbSession session, string model) where T : PaidOrder, IOrderTable => session.FirstAsync<long?>(
        $"SELECT average_ms FROM {T.Table} WHERE venice_model = @model AND average_ms IS NOT NULL ORDER BY created_at DESC LIMIT 1", new { model });

    /// <summary>How long the last orders of this model took here, at most <paramref name="most"/>: from the purchase until they were checked.</summary>
    public static async Task<IReadOnlyList<TimeSpan>> TookAsync<T>(this DbSession session, string model, int most) where T : PaidOrder, IOrderTable
    {
        var lately = await session.ListAsync<Taken>(
            $"""
            SELECT submitted_at, finished_at FROM {T.Table}
            WHERE venice_model = @model AND status = 5 AND submitted_at IS NOT NULL ORDER BY created_at DESC LIMIT @most
            """, new { model, most });
        return [.. lately.Select(one => one.FinishedAt - one.SubmittedAt)];
    }

    private static Task<int> WriteAsync<T>(this DbSession session, T order, string andThen, string when, WorkClaim? claim) where T : PaidOrder, IOrderTable
    {
        var parameters = new Dapper.DynamicParameters(order);
        parameters.Add("now", session.Now);
        parameters.Add("owner", claim?.Owner);
        return session.ExecuteAsync(
            $"UPDATE {T.Table} SET {T.OwnColumns} {Changing}{(andThen.Length == 0 ? "" : ", ")}{andThen} WHERE id = @Id AND {when}", parameters);
    }

    private sealed class Taken
    {
        public DateTimeOffset SubmittedAt { get; init; }
        public DateTimeOffset FinishedAt { get; init; }
    }
}
