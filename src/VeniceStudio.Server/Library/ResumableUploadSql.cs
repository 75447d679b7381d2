using VeniceStudio.Server.Data;

namespace VeniceStudio.Server.Library;

internal static class ResumableUploadSql
{
    public static Task InsertUploadAsync(this DbSession session, ResumableUpload upload) => session.ExecuteAsync(
        """
        INSERT INTO uploads (id, account_id, name, bytes, received, created_at, touched_at)
        VALUES (@Id, @AccountId, @Name, @Bytes, 0, @CreatedAt, @TouchedAt)
        """, upload);

    public static Task<ResumableUpload?> UploadOfAsync(this DbSession session, Guid account, Guid id) =>
        session.OneAsync<ResumableUpload>("SELECT * FROM uploads WHERE id = @id AND account_id = @account", new { id, account });

    /// <summary>Counts bytes that have reached the disk; false when a later try has counted other ones meanwhile.</summary>
    public static async Task<bool> AdvanceUploadAsync(this DbSession session, Guid id, long from, long to) => await session.ExecuteAsync(
        "UPDATE uploads SET received = @to, touched_at = @Now WHERE id = @id AND received = @from AND track_id IS NULL", new { id, from, to, session.Now }) == 1;

    public static Task UploadBecameAsync(this DbSession session, Guid id, Guid track) =>
        session.ExecuteAsync("UPDATE uploads SET track_id = @track, touched_at = @Now WHERE id = @id", new { id, track, session.Now });

    public static Task DeleteUploadAsync(this DbSession session, Guid id) => session.ExecuteAsync("DELETE FROM uploads WHERE id = @id", new { id });

    /// <summary>Bytes that were announced and are still to come, of everybody.</summary>
    public static Task<long> AwaitedBytesAsync(this DbSession session) =>
        session.OneAsync<long>("SELECT CAST(COALESCE(SUM(bytes - received), 0) AS BIGINT) FROM uploads WHERE track_id IS NULL");

    public static Task<IReadOnlyList<Guid>> AbandonedAsync(this DbSession session, DateTimeOffset before) =>
        session.ListAsync<Guid>("SELECT id FROM uploads WHERE touched_at < @before", new { before });
}
