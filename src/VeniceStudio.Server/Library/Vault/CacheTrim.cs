using VeniceStudio.Server.Data;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Server.Library;

/// <summary>
/// Keeps the media folder under its size while an S3 store has everything: what was used longest ago goes first, and only after the store
/// has said that it holds that very file.
/// </summary>
public sealed class CacheTrim(MediaVault vault, MediaStore store, StudioDb db, StudioOptions options)
{
    /// <summary>Used more recently, and ffmpeg may be about to open it: a film's later pieces are read long after its plan was made.</summary>
    internal static readonly TimeSpan Warm = TimeSpan.FromHours(2);

    private const int Batch = 100;

    /// <returns>How many files went.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var most = options.S3!.CacheBytes;
        if (most == 0 || !Directory.Exists(store.Root)) return 0;
        var files = store.Files().Select(path => new FileInfo(path)).Where(file => file.Exists).Select(file => (file.FullName, file.Length)).ToList();
        var over = files.Sum(file => file.Length) - most;
        if (over <= 0) return 0;

        var (dropped, warm) = (0, TimeProvider.System.GetUtcNow().UtcDateTime - Warm);
        var old = files.Select(file => (file.FullName, file.Length, UsedAt: CacheFile.UsedAt(file.FullName))).Where(file => file.UsedAt < warm).OrderBy(file => file.UsedAt);
        foreach (var batch in old.Chunk(Batch))
        {
            Dictionary<Guid, MediaFile> kept;
            await using (var session = await db.ReadAsync(ct)) kept = await session.KeptAsync(vault.Place, batch.Select(file => MediaStore.IdOf(file.FullName)).OfType<Guid>().Distinct());
            foreach (var (path, bytes, _) in batch)
            {
                if (over <= 0) return dropped;
                if (MediaStore.IdOf(path) is not { } id || !kept.TryGetValue(id, out var row)) continue;
                var isPoster = path == store.PosterPathOf(id);
                if (!isPoster && path != store.PathOf(row)) continue;
                if (!await vault.HasAsync(path, bytes, isPoster ? null : row.Sha256, ct) || !CacheFile.Drop(path, warm)) continue;
                over -= bytes;
                dropped++;
            }
        }
        return dropped;
    }
}
