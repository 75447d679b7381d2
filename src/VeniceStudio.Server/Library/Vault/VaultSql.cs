using VeniceStudio.Server.Data;

namespace VeniceStudio.Server.Library;

/// <summary>Which files an S3 store keeps, and which it should.</summary>
internal static class VaultSql
{
    /// <summary>Living files that this place does not keep yet, in the order of their ids, from one on.</summary>
    public static Task<IReadOnlyList<MediaFile>> NotKeptAsync(this DbSession session, string place, Guid after, int most) => session.ListAsync<MediaFile>(
        $"""
        SELECT {LibrarySql.Columns} FROM media
        WHERE deleted_at IS NULL AND (kept_in IS NULL OR kept_in <> @place) AND id > @after ORDER BY id LIMIT @most
        """, new { place, after, most });

    /// <summary>Deleted files whose objects this place still holds.</summary>
    public static Task<IReadOnlyList<MediaFile>> NotGoneAsync(this DbSession session, string place, int most) => session.ListAsync<MediaFile>(
        $"SELECT {LibrarySql.Columns} FROM media WHERE deleted_at IS NOT NULL AND kept_in = @place ORDER BY id LIMIT @most", new { place, most });

    public static Task KeptInAsync(this DbSession session, Guid id, string? place) =>
        session.ExecuteAsync("UPDATE media SET kept_in = @place WHERE id = @id", new { id, place });

    /// <summary>Whether any living file should be there.</summary>
    public static async Task<bool> IsInUseAsync(this DbSession session, string place) =>
        await session.FirstAsync<string>("SELECT id FROM media WHERE deleted_at IS NULL AND kept_in = @place LIMIT 1", new { place }) is not null;

    /// <summary>Which of these ids have a living row that this place keeps.</summary>
    public static async Task<Dictionary<Guid, MediaFile>> KeptAsync(this DbSession session, string place, IEnumerable<Guid> ids) =>
        (await session.ListAsync<MediaFile>(
            $"SELECT {LibrarySql.Columns} FROM media WHERE id {session.Among} AND deleted_at IS NULL AND kept_in = @place",
            new { ids = ids.Select(id => id.ToString()).ToArray(), place })).ToDictionary(file => file.Id);
}
