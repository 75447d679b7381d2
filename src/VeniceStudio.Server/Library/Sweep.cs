using VeniceStudio.Server.Data;

namespace VeniceStudio.Server.Library;

/// <summary>
/// Clears away what a crash left: abandoned temporary files, and stored files without a row. Only old ones, because another process
/// may be writing: a file's age is told by the system clock, which is the clock that stamped it.
/// </summary>
public sealed class Sweep(MediaStore store, StudioDb db)
{
    public static readonly TimeSpan Old = TimeSpan.FromHours(1);

    private const int Batch = 400;

    /// <summary>Removes temporary files that nobody has written to for an hour.</summary>
    public int Temporary()
    {
        if (!Directory.Exists(store.TemporaryFolder)) return 0;
        var left = Directory.EnumerateFiles(store.TemporaryFolder).Where(IsOld).ToList();
        left.ForEach(MediaStore.Forget);
        return left.Count;
    }

    /// <summary>Removes stored files whose row is not there or was deleted. Files that do not look like the store's own are left alone.</summary>
    public async Task<int> OrphansAsync(CancellationToken ct)
    {
        if (!Directory.Exists(store.Root)) return 0;
        var swept = 0;
        foreach (var batch in Directory.EnumerateFiles(store.Root, "*", SearchOption.AllDirectories).Where(IsStored).Where(IsOld).Chunk(Batch))
        {
            ct.ThrowIfCancellationRequested();
            await using var session = await db.ReadAsync(ct);
            var living = await session.LivingAsync(batch.Select(IdOf).OfType<Guid>().Distinct());
            foreach (var path in batch)
            {
                if (IdOf(path) is not { } id || (living.Contains(id) && !path.EndsWith(".part", StringComparison.Ordinal))) continue;
                MediaStore.Forget(path);
                swept++;
            }
        }
        return swept;
    }

    private bool IsStored(string path) => !path.StartsWith(store.TemporaryFolder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static bool IsOld(string path) => TimeProvider.System.GetUtcNow() - File.GetLastWriteTimeUtc(path) > Old;

    private static Guid? IdOf(string path) => Guid.TryParseExact(Path.GetFileName(path).Split('.')[0], "D", out var id) ? id : null;
}
