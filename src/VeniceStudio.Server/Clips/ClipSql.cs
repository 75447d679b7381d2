using VeniceStudio.Server.Data;

namespace VeniceStudio.Server.Clips;

/// <summary>The statements that only clips have, one method each; <see cref="Orders.OrderSql"/> has what all orders share.</summary>
public static class ClipSql
{
    /// <summary>The statuses that a filter lets through, for <c>IN</c>; null for all.</summary>
    public static string? Of(ClipFilter filter) => filter switch
    {
        ClipFilter.Working => "(1, 2, 3, 4)",
        ClipFilter.Attention => "(7, 8, 10)",
        ClipFilter.Done => "(5)",
        ClipFilter.Failed => "(6, 9)",
        _ => null,
    };

    public static Task InsertClipAsync(this DbSession session, Clip clip) => session.ExecuteAsync(
        """
        INSERT INTO clips (id, account_id, batch_id, ledger_id, status, settings, model, model_name, prompt, shown_price, retry_of,
            clean_up, consent_given, project_id, shot_id, created_at, submitted_at, due_at, balance_before)
        VALUES (@Id, @AccountId, @BatchId, @LedgerId, @Status, @Settings, @Model, @ModelName, @Prompt, @ShownPrice, @RetryOf,
            @CleanUp, @ConsentGiven, @ProjectId, @ShotId, @CreatedAt, @SubmittedAt, @DueAt, @BalanceBefore)
        """, clip);

    public static Task KeepConsentAsync(this DbSession session, Clip clip, ClipConsentView consent, string mediaIds) => session.ExecuteAsync(
        """
        INSERT INTO consents (id, account_id, clip_id, flow, version, policy_text, media_ids, agreed_at)
        VALUES (@consentId, @AccountId, @Id, @Flow, @Version, @PolicyText, @mediaIds, @Now)
        """,
        new { consentId = Guid.CreateVersion7(), clip.AccountId, clip.Id, consent.Flow, consent.Version, consent.PolicyText, mediaIds, session.Now });
}
