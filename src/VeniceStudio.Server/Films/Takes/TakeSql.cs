using VeniceStudio.Server.Data;

namespace VeniceStudio.Server.Films;

/// <summary>The statements about takes and footage, one method each.</summary>
internal static class TakeSql
{
    /// <summary>Every take of a project, oldest first.</summary>
    public static Task<IReadOnlyList<TakeRow>> TakesAsync(this DbSession session, Guid project) => session.ListAsync<TakeRow>(
        """
        SELECT id, shot_id, status, media_id, created_at FROM clips
        WHERE project_id = @project AND shot_id IS NOT NULL AND deleted_at IS NULL ORDER BY created_at, id
        """, new { project });

    /// <summary>Takes of one click, in the order of their shots' orders.</summary>
    public static Task<IReadOnlyList<Guid>> TakesOfBatchAsync(this DbSession session, Guid account, Guid batch) => session.ListAsync<Guid>(
        "SELECT id FROM clips WHERE batch_id = @batch AND account_id = @account AND deleted_at IS NULL ORDER BY created_at, id", new { batch, account });

    public static Task<IReadOnlyList<Footage>> FootageAsync(this DbSession session, Guid project) => session.ListAsync<Footage>(
        "SELECT * FROM footage WHERE project_id = @project AND deleted_at IS NULL ORDER BY created_at, id", new { project });

    public static Task<Footage?> FootageOfUploadAsync(this DbSession session, Guid account, Guid upload) => session.OneAsync<Footage>(
        "SELECT * FROM footage WHERE upload_id = @upload AND account_id = @account AND deleted_at IS NULL", new { upload, account });

    public static Task InsertFootageAsync(this DbSession session, Footage footage, DateTimeOffset at) => session.ExecuteAsync(
        """
        INSERT INTO footage (id, project_id, account_id, shot_id, media_id, upload_id, note, created_at)
        VALUES (@Id, @ProjectId, @AccountId, @ShotId, @MediaId, @UploadId, @Note, @at)
        """, new { footage.Id, footage.ProjectId, footage.AccountId, footage.ShotId, footage.MediaId, footage.UploadId, footage.Note, at });

    /// <summary>Whether footage's file is needed elsewhere too: as a still in any state of a board, by a clip that was made from it, or as other footage.</summary>
    public static Task<bool> IsNeededElsewhereAsync(this DbSession session, Footage footage) => session.OneAsync<bool>(
        """
        SELECT EXISTS (SELECT 1 FROM given_stills WHERE media_id = @MediaId)
            OR EXISTS (SELECT 1 FROM clip_media WHERE media_id = @MediaId)
            OR EXISTS (SELECT 1 FROM footage WHERE media_id = @MediaId AND id <> @Id AND deleted_at IS NULL)
            OR EXISTS (SELECT 1 FROM boards WHERE project_id = @ProjectId AND document LIKE @within)
        """, new { footage.MediaId, footage.Id, footage.ProjectId, within = $"%{footage.MediaId}%" });

    public static Task DeleteFootageAsync(this DbSession session, Guid id) => session.ExecuteAsync(
        "UPDATE footage SET deleted_at = @Now, upload_id = NULL WHERE id = @id", new { id, session.Now });
}
