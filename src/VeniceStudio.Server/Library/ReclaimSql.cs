using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Data;

namespace VeniceStudio.Server.Library;

/// <summary>What lies in the library, and what of it may go.</summary>
internal static class ReclaimSql
{
    private const int Batch = 400;

    private const string Columns = "media.id, media.account_id, media.kind, media.mime_type, media.extension, media.name, media.bytes, media.sha256, media.created_at";

    public sealed record KindSum(MediaKind Kind, long Bytes, long Files);

    /// <summary>Disk use by kind: of one account, or of everybody.</summary>
    public static async Task<IReadOnlyList<KindSum>> SumsAsync(this DbSession session, Guid? accountId)
    {
        var rows = await session.ListAsync<(int Kind, long Bytes, long Files)>(
            $"""
            SELECT kind, CAST(SUM(bytes) AS BIGINT) AS bytes, CAST(COUNT(*) AS BIGINT) AS files FROM media
            WHERE deleted_at IS NULL {(accountId is null ? "" : "AND account_id = @accountId")} GROUP BY kind
            """, new { accountId });
        return [.. rows.Select(row => new KindSum((MediaKind)row.Kind, row.Bytes, row.Files))];
    }

    /// <summary>Pictures and sounds brought before an instant that nobody needs: no clip is made with them or shows them, no order for sound made them, no project or look keeps them, and they are no song.</summary>
    public static Task<IReadOnlyList<MediaFile>> UnusedAsync(this DbSession session, Guid accountId, DateTimeOffset before) =>
        session.ListAsync<MediaFile>(
            $"""
            SELECT {Columns} FROM media
            WHERE account_id = @accountId AND deleted_at IS NULL AND kind <> @Video AND created_at < @before
              AND NOT EXISTS (SELECT 1 FROM clips WHERE clips.media_id = media.id AND clips.deleted_at IS NULL)
              AND NOT EXISTS (SELECT 1 FROM sounds WHERE sounds.media_id = media.id AND sounds.deleted_at IS NULL)
              AND NOT EXISTS (SELECT 1 FROM tracks WHERE tracks.media_id = media.id AND tracks.deleted_at IS NULL)
              AND NOT EXISTS (SELECT 1 FROM stills JOIN projects ON projects.id = stills.project_id
                              WHERE stills.media_id = media.id AND stills.deleted_at IS NULL AND projects.deleted_at IS NULL)
              AND NOT EXISTS (SELECT 1 FROM given_stills JOIN projects ON projects.id = given_stills.project_id
                              WHERE given_stills.media_id = media.id AND projects.deleted_at IS NULL)
              AND NOT EXISTS (SELECT 1 FROM kept_media WHERE kept_media.media_id = media.id)
              AND NOT EXISTS (SELECT 1 FROM clip_media JOIN clips ON clips.id = clip_media.clip_id
                              WHERE clip_media.media_id = media.id AND clips.deleted_at IS NULL)
            """, new { accountId, before, Video = (int)MediaKind.Video });

    /// <summary>Results of clips that were finished before an instant, of one account or of everybody. Takes of a living project stay: its film is made of them.</summary>
    public static Task<IReadOnlyList<MediaFile>> OldResultsAsync(this DbSession session, Guid? accountId, DateTimeOffset before) =>
        session.ListAsync<MediaFile>(
            $"""
            SELECT DISTINCT {Columns} FROM media JOIN clips ON clips.media_id = media.id
            WHERE media.deleted_at IS NULL AND clips.deleted_at IS NULL AND clips.status = @Done AND clips.finished_at < @before
              AND NOT EXISTS (SELECT 1 FROM projects WHERE projects.id = clips.project_id AND projects.deleted_at IS NULL)
              {(accountId is null ? "" : "AND clips.account_id = @accountId")}
            """, new { accountId, before, Done = (int)ClipStatus.Done });

    /// <summary>Takes files out of sight, and with them the finished clips that show them.</summary>
    public static async Task RetireAsync(this DbSession session, IEnumerable<MediaFile> files)
    {
        foreach (var batch in files.Select(file => file.Id.ToString()).Chunk(Batch))
        {
            var which = new { ids = batch, session.Now, Done = (int)ClipStatus.Done };
            await session.ExecuteAsync($"UPDATE clips SET deleted_at = @Now WHERE media_id {session.Among} AND status = @Done AND deleted_at IS NULL", which);
            await session.ExecuteAsync($"UPDATE media SET deleted_at = @Now WHERE id {session.Among} AND deleted_at IS NULL", which);
        }
    }

    /// <summary>Which of these ids still have a row whose file counts.</summary>
    public static async Task<HashSet<Guid>> LivingAsync(this DbSession session, IEnumerable<Guid> ids) =>
        [.. await session.ListAsync<Guid>($"SELECT id FROM media WHERE id {session.Among} AND deleted_at IS NULL", new { ids = ids.Select(id => id.ToString()).ToArray() })];
}
