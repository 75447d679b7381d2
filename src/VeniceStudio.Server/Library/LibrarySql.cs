using VeniceStudio.Media.Composition;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Data;

namespace VeniceStudio.Server.Library;

public static class LibrarySql
{
    private const long InputsLock = 7_309_010;

    internal const string Columns = """
        media.id, media.account_id, media.kind, media.mime_type, media.extension, media.name, media.bytes, media.sha256, media.width,
        media.height, media.seconds, media.colour_matrix, media.colour_primaries, media.has_poster, media.created_at, media.deleted_at, media.kept_in
        """;

    public static Task InsertMediaAsync(this DbSession session, MediaFile media) => session.ExecuteAsync(
        """
        INSERT INTO media (id, account_id, kind, mime_type, extension, name, bytes, sha256, width, height, seconds, colour_matrix, colour_primaries,
            has_poster, created_at, kept_in)
        VALUES (@Id, @AccountId, @Kind, @MimeType, @Extension, @Name, @Bytes, @Sha256, @Width, @Height, @Seconds, @ColourMatrix, @ColourPrimaries,
            @HasPoster, @CreatedAt, @KeptIn)
        """, media);

    /// <summary>Keeps how the colours of a video are coded.</summary>
    public static Task KeepColoursAsync(this DbSession session, Guid id, ClipColours colours) => session.ExecuteAsync(
        "UPDATE media SET colour_matrix = @Matrix, colour_primaries = @Primaries WHERE id = @id", new { id, colours.Matrix, colours.Primaries });

    /// <summary>A file of this account that is still there; another's file is nobody's business and null.</summary>
    public static Task<MediaFile?> MediaOfAsync(this DbSession session, Guid accountId, Guid id) => session.OneAsync<MediaFile>(
        $"SELECT {Columns} FROM media WHERE id = @id AND account_id = @accountId AND deleted_at IS NULL", new { id, accountId });

    public static Task<IReadOnlyList<MediaFile>> MediaOfAsync(this DbSession session, Guid accountId, IEnumerable<Guid> ids) =>
        session.ListAsync<MediaFile>(
            $"SELECT {Columns} FROM media WHERE id {session.Among} AND account_id = @accountId AND deleted_at IS NULL",
            new { ids = ids.Select(id => id.ToString()).ToArray(), accountId });

    /// <summary>The files of finished clips of this account, oldest first.</summary>
    public static Task<IReadOnlyList<MediaFile>> ResultsOfAsync(this DbSession session, Guid accountId, IEnumerable<Guid> clipIds) =>
        session.ListAsync<MediaFile>(
            $"""
            SELECT {Columns} FROM clips JOIN media ON media.id = clips.media_id
            WHERE clips.id {session.Among} AND clips.account_id = @accountId AND clips.status = @Done
              AND clips.deleted_at IS NULL AND media.deleted_at IS NULL
            ORDER BY clips.created_at, clips.id
            """, new { ids = clipIds.Select(id => id.ToString()).ToArray(), accountId, Done = (int)ClipStatus.Done });

    /// <summary>Takes the row out of sight. Delete the bytes with <see cref="MediaStore.Delete"/> after the commit, not before.</summary>
    public static Task MarkMediaDeletedAsync(this DbSession session, Guid id) => session.ExecuteAsync(
        "UPDATE media SET deleted_at = @Now WHERE id = @id AND deleted_at IS NULL", new { id, session.Now });

    /// <summary>
    /// Notes what a clip was ordered with, so that nobody reclaims it meanwhile. In the transaction that inserts the clip, after it.
    /// </summary>
    /// <returns>False when one of them is not there any more: then the order must not be made.</returns>
    public static async Task<bool> LinkInputsAsync(this DbSession session, Guid clipId, IEnumerable<Guid> mediaIds)
    {
        var ids = mediaIds.Distinct().ToList();
        if (ids.Count == 0) return true;
        await session.LockAsync(InputsLock);
        foreach (var id in ids)
        {
            var linked = await session.ExecuteAsync(
                """
                INSERT INTO clip_media (clip_id, media_id)
                SELECT clips.id, media.id FROM clips JOIN media ON media.account_id = clips.account_id
                WHERE clips.id = @clipId AND media.id = @id AND media.deleted_at IS NULL
                """, new { clipId, id });
            if (linked == 0) return false;
        }
        return true;
    }

    /// <summary>Waits for orders that are just taking uploads as their inputs, and holds new ones until this session ends.</summary>
    public static Task HoldInputsAsync(this DbSession session) => session.LockAsync(InputsLock);
}
