using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Data;

namespace VeniceStudio.Server.Passthrough;

/// <summary>Reads the table of clips.</summary>
internal sealed class KnownVideos(StudioDb db) : IKnownVideos
{
    public async Task<KnownVideo?> FindAsync(string queueId, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        return await session.KnownVideoAsync(queueId);
    }

    public async Task CleanUpAsync(KnownVideo video, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        await session.WantCleanedUpAsync(video.ClipId);
        await session.CommitAsync();
    }
}

internal static class KnownVideosSql
{
    public static Task<KnownVideo?> KnownVideoAsync(this DbSession session, string queueId) => session.FirstAsync<KnownVideo>(
        """
        SELECT clips.id AS clip_id, clips.account_id, clips.status, media.id AS media_id, clips.average_ms, clips.elapsed_ms, clips.observed_at,
               clips.submitted_at, clips.failure_kind, clips.sentence, clips.suggested_prompt, clips.recommended_model, clips.refunded
        FROM clips LEFT JOIN media ON media.id = clips.media_id AND media.deleted_at IS NULL AND clips.deleted_at IS NULL
        WHERE clips.queue_id = @queueId ORDER BY clips.created_at DESC
        """, new { queueId });

    /// <summary>A finished clip becomes due, so that the work loop goes on with it; one still under way cleans up when it comes to it.</summary>
    public static Task WantCleanedUpAsync(this DbSession session, Guid clipId) => session.ExecuteAsync(
        """
        UPDATE clips SET clean_up = TRUE, due_at = CASE WHEN status = @Done AND due_at IS NULL THEN @Now ELSE due_at END
        WHERE id = @clipId AND cleaned_at IS NULL
        """, new { clipId, session.Now, Done = (int)ClipStatus.Done });
}
