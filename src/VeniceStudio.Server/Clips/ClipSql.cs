using VeniceStudio.Server.Data;
using VeniceStudio.Server.Work;

namespace VeniceStudio.Server.Clips;

/// <summary>The clips' statements, one method each.</summary>
public static class ClipSql
{
    // What only a person changes (cancel_asked, clean_up, deleted_at) is not here: a worker's write must not undo it.
    private const string Changing =
        """
        status = @Status, shown_price = @ShownPrice, new_price = @NewPrice, venice_model = @VeniceModel, queue_id = @QueueId,
        download_url = @DownloadUrl, balance_before = @BalanceBefore, average_ms = @AverageMs, elapsed_ms = @ElapsedMs,
        observed_at = @ObservedAt, failure_kind = @FailureKind, sentence = @Sentence, suggested_prompt = @SuggestedPrompt,
        recommended_model = @RecommendedModel, refunded = @Refunded, consent = @Consent, consent_given = @ConsentGiven,
        media_id = @MediaId, cleaned_at = @CleanedAt, clean_note = @CleanNote, tries = @Tries, submitted_at = @SubmittedAt,
        finished_at = @FinishedAt, due_at = @DueAt
        """;

    /// <summary>The table, for <see cref="WorkSql"/>.</summary>
    public const string Table = "clips";

    public static Task InsertClipAsync(this DbSession session, Clip clip) => session.ExecuteAsync(
        """
        INSERT INTO clips (id, account_id, batch_id, ledger_id, status, settings, model, model_name, prompt, shown_price, retry_of,
            clean_up, consent_given, created_at, submitted_at, due_at, balance_before)
        VALUES (@Id, @AccountId, @BatchId, @LedgerId, @Status, @Settings, @Model, @ModelName, @Prompt, @ShownPrice, @RetryOf,
            @CleanUp, @ConsentGiven, @CreatedAt, @SubmittedAt, @DueAt, @BalanceBefore)
        """, clip);

    /// <summary>Writes a person's change; true unless a worker has the row in hand, which would overwrite it.</summary>
    public static async Task<bool> UpdateClipAsync(this DbSession session, Clip clip) => await session.ExecuteAsync(
        $"UPDATE clips SET {Changing} WHERE id = @Id AND (lease_owner IS NULL OR lease_until <= @now)", With(clip, session.Now)) == 1;

    /// <summary>Writes a step's result and lets the row go; false when the lease was lost to another process meanwhile.</summary>
    public static async Task<bool> ReleaseClipAsync(this DbSession session, Clip clip, WorkClaim claim) => await session.ExecuteAsync(
        $"UPDATE clips SET {Changing}, lease_owner = NULL, lease_until = NULL, leases_lost = 0 WHERE id = @Id AND lease_owner = @owner",
        With(clip, session.Now, claim.Owner)) == 1;

    /// <summary>Writes that the purchase begins; false when the person cancelled, or another process took the row, just before.</summary>
    public static async Task<bool> BeginSubmittingAsync(this DbSession session, Clip clip, WorkClaim claim) => await session.ExecuteAsync(
        $"UPDATE clips SET {Changing} WHERE id = @Id AND lease_owner = @owner AND cancel_asked = FALSE",
        With(clip, session.Now, claim.Owner)) == 1;

    /// <summary>Writes a move in the middle of a step, keeping the row.</summary>
    public static async Task<bool> KeepClipAsync(this DbSession session, Clip clip, WorkClaim claim) => await session.ExecuteAsync(
        $"UPDATE clips SET {Changing} WHERE id = @Id AND lease_owner = @owner", With(clip, session.Now, claim.Owner)) == 1;

    public static Task AskCancelAsync(this DbSession session, Guid id) =>
        session.ExecuteAsync("UPDATE clips SET cancel_asked = TRUE WHERE id = @id", new { id });

    public static Task DeleteClipAsync(this DbSession session, Guid id) =>
        session.ExecuteAsync("UPDATE clips SET deleted_at = @Now, due_at = NULL WHERE id = @id", new { id, session.Now });

    /// <summary>Sets the wish; a finished clip that is not cleaned up yet becomes due for it, or no longer.</summary>
    public static Task SetCleanUpAsync(this DbSession session, Guid id, bool wanted) => session.ExecuteAsync(
        $"""
        UPDATE clips SET clean_up = @wanted, tries = 0,
            due_at = CASE WHEN status = 5 AND cleaned_at IS NULL THEN {(wanted ? "@Now" : "NULL")} ELSE due_at END
        WHERE id = @id
        """, new { id, wanted, session.Now });

    public static Task<bool> CleanUpWantedAsync(this DbSession session, Guid id) =>
        session.OneAsync<bool>("SELECT clean_up FROM clips WHERE id = @id", new { id });

    /// <summary>
    /// Writes Venice's answer to a purchase whoever holds the row by now: it is told once, and losing it would lose a paid clip.
    /// </summary>
    public static Task KeepTicketAsync(this DbSession session, Clip clip) => session.ExecuteAsync(
        $"UPDATE clips SET {Changing}, lease_owner = NULL, lease_until = NULL, leases_lost = 0 WHERE id = @Id AND queue_id IS NULL",
        With(clip, session.Now));

    public static Task<Clip?> ClipAsync(this DbSession session, Guid id) =>
        session.OneAsync<Clip>("SELECT * FROM clips WHERE id = @id AND deleted_at IS NULL", new { id });

    public static Task<Clip?> ClipOfAsync(this DbSession session, Guid account, Guid id) =>
        session.OneAsync<Clip>("SELECT * FROM clips WHERE id = @id AND account_id = @account AND deleted_at IS NULL", new { id, account });

    public static Task<int> UnderWayAsync(this DbSession session) =>
        session.OneAsync<int>("SELECT CAST(COUNT(*) AS INTEGER) FROM clips WHERE status IN (3, 4) AND due_at IS NOT NULL");

    /// <summary>How long this model's clips have taken lately by Venice's own account, milliseconds.</summary>
    public static Task<long?> UsualMsAsync(this DbSession session, string model) => session.FirstAsync<long?>(
        "SELECT average_ms FROM clips WHERE venice_model = @model AND average_ms IS NOT NULL ORDER BY created_at DESC LIMIT 1", new { model });

    public static Task KeepConsentAsync(this DbSession session, Clip clip, ClipConsentView consent, string mediaIds) => session.ExecuteAsync(
        """
        INSERT INTO consents (id, account_id, clip_id, flow, version, policy_text, media_ids, agreed_at)
        VALUES (@consentId, @AccountId, @Id, @Flow, @Version, @PolicyText, @mediaIds, @Now)
        """,
        new { consentId = Guid.CreateVersion7(), clip.AccountId, clip.Id, consent.Flow, consent.Version, consent.PolicyText, mediaIds, session.Now });

    private static Dapper.DynamicParameters With(Clip clip, DateTimeOffset now, string? owner = null)
    {
        var parameters = new Dapper.DynamicParameters(clip);
        parameters.Add("now", now);
        parameters.Add("owner", owner);
        return parameters;
    }
}
