using VeniceStudio.Server.Data;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Library;

namespace VeniceStudio.Server.Storyboard.Stills;

/// <summary>The statements that only stills have, one method each; <see cref="Orders.OrderSql"/> has what all orders share.</summary>
internal static class StillSql
{
    public static Task InsertStillAsync(this DbSession session, Still still) => session.ExecuteAsync(
        """
        INSERT INTO stills (id, account_id, project_id, shot_id, cast_id, set_shot_id, batch_id, ledger_id, purpose, status, settings, model, model_name, prompt,
            shown_price, retry_of, clean_up, created_at, due_at)
        VALUES (@Id, @AccountId, @ProjectId, @ShotId, @CastId, @SetShotId, @BatchId, @LedgerId, @Purpose, @Status, @Settings, @Model, @ModelName, @Prompt,
            @ShownPrice, @RetryOf, @CleanUp, @CreatedAt, @DueAt)
        """, still);

    public static Task<IReadOnlyList<Still>> StillsAsync(this DbSession session, Guid account, Guid project) => session.ListAsync<Still>(
        "SELECT * FROM stills WHERE project_id = @project AND account_id = @account AND deleted_at IS NULL ORDER BY created_at, id", new { account, project });

    public static Task<IReadOnlyList<Still>> BatchOfStillsAsync(this DbSession session, Guid account, Guid batch) => session.ListAsync<Still>(
        "SELECT * FROM stills WHERE batch_id = @batch AND account_id = @account AND deleted_at IS NULL ORDER BY created_at, id", new { account, batch });

    /// <summary>Shots of a project whose still is on its way, or waits for a person's word.</summary>
    public static async Task<HashSet<Guid>> ShotsUnderWayAsync(this DbSession session, Guid project) => [.. await session.ListAsync<Guid>(
        "SELECT shot_id FROM stills WHERE project_id = @project AND shot_id IS NOT NULL AND status NOT IN (5, 6, 9) AND deleted_at IS NULL", new { project })];

    /// <summary>Whether a shot's still is on its way by another order than this one.</summary>
    public static Task<bool> IsUnderWayAsync(this DbSession session, Guid project, Guid shot, Guid batch) => session.OneAsync<bool>(
        """
        SELECT EXISTS (SELECT 1 FROM stills WHERE project_id = @project AND shot_id = @shot AND batch_id <> @batch
            AND status NOT IN (5, 6, 9) AND deleted_at IS NULL)
        """, new { project, shot, batch });

    public static Task<IReadOnlyList<GivenStill>> GivenStillsAsync(this DbSession session, Guid account, Guid project) => session.ListAsync<GivenStill>(
        "SELECT * FROM given_stills WHERE project_id = @project AND account_id = @account ORDER BY created_at, id", new { account, project });

    /// <summary>Notes a brought picture as a version of a shot's still, once.</summary>
    public static Task GiveStillAsync(this DbSession session, GivenStill still) => session.ExecuteAsync(
        """
        INSERT INTO given_stills (id, account_id, project_id, shot_id, media_id, created_at)
        VALUES (@Id, @AccountId, @ProjectId, @ShotId, @MediaId, @CreatedAt) ON CONFLICT (project_id, shot_id, media_id) DO NOTHING
        """, still);

    public static Task<bool> IsVersionAsync(this DbSession session, Guid project, Guid shot, Guid media) => session.OneAsync<bool>(
        "SELECT EXISTS (SELECT 1 FROM stills WHERE project_id = @project AND shot_id = @shot AND media_id = @media AND deleted_at IS NULL)", new { project, shot, media });

    public static Task<IReadOnlyList<LedgerLine>> MoneyOfStillsAsync(this DbSession session, Guid project) => session.ListAsync<LedgerLine>(
        "SELECT ledger.* FROM ledger JOIN stills ON stills.ledger_id = ledger.id WHERE stills.project_id = @project", new { project });

    public static Task<IReadOnlyList<MediaFile>> PicturesOfStillsAsync(this DbSession session, Guid account, Guid project) => session.ListAsync<MediaFile>(
        """
        SELECT media.* FROM media
        WHERE media.account_id = @account AND media.deleted_at IS NULL AND media.id IN (
            SELECT media_id FROM stills WHERE project_id = @project AND media_id IS NOT NULL AND deleted_at IS NULL
            UNION SELECT media_id FROM given_stills WHERE project_id = @project)
        """, new { account, project });
}
