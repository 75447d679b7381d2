using VeniceStudio.Server.Data;

namespace VeniceStudio.Server.Library;

/// <summary>
/// Clears away what a crash left: abandoned temporary files, and stored files without a row. Only old ones, because another process
/// may be writing: a file's age is told by the system clock, which is the clock that stamped it.
/// </summary>
public sealed partial class Sweep(MediaStore store, StudioDb db, ILogger<Sweep> log, MediaVault? vault = null)
{
    public static readonly TimeSpan Old = TimeSpan.FromHours(1);

    /// <summary>An object may wait for its row as long as the row's database is away; the store's clock told when it came.</summary>
    internal static readonly TimeSpan OldObject = TimeSpan.FromDays(1);

    /// <summary>What landed was paid, and comes only once from some models: it waits longer than its order tries to take it in.</summary>
    private static readonly TimeSpan OldLanding = TimeSpan.FromDays(3);

    private const int Batch = 400;

    /// <summary>Removes temporary files that nobody has written to for an hour, and landed ones after three days.</summary>
    public int Temporary()
    {
        if (!Directory.Exists(store.TemporaryFolder)) return 0;
        var left = Directory.EnumerateFiles(store.TemporaryFolder)
            .Where(path => AgeOf(path) > (Path.GetFileName(path).StartsWith(MediaStore.Landed, StringComparison.Ordinal) ? OldLanding : Old)).ToList();
        left.ForEach(MediaStore.Forget);
        return left.Count;
    }

    /// <summary>Removes stored files whose row is not there or was deleted. Files that do not look like the store's own are left alone.</summary>
    public async Task<int> OrphansAsync(CancellationToken ct)
    {
        if (!Directory.Exists(store.Root)) return 0;
        var swept = 0;
        foreach (var batch in Directory.EnumerateFiles(store.Root, "*", SearchOption.AllDirectories).Where(IsStored).Where(path => AgeOf(path) > Old).Chunk(Batch))
        {
            ct.ThrowIfCancellationRequested();
            await using var session = await db.ReadAsync(ct);
            var living = await session.LivingAsync(batch.Select(MediaStore.IdOf).OfType<Guid>().Distinct());
            foreach (var path in batch)
            {
                if (MediaStore.IdOf(path) is not { } id || (living.Contains(id) && !path.EndsWith(".part", StringComparison.Ordinal))) continue;
                MediaStore.Forget(path);
                swept++;
            }
        }
        return swept;
    }

    /// <summary>Removes objects of the S3 store that no living row knows, and parts of uploads that were broken off.</summary>
    public async Task<int> ObjectsAsync(CancellationToken ct)
    {
        if (vault is null) return 0;
        var swept = 0;
        try
        {
            var before = TimeProvider.System.GetUtcNow() - OldObject;
            var batch = new List<string>(Batch);
            await foreach (var (path, one) in vault.ListAsync(ct))
            {
                if (MediaStore.IdOf(path) is null || one.At is not { } at || at.ToUniversalTime() >= before.UtcDateTime) continue;
                batch.Add(path);
                if (batch.Count == Batch) swept += await DeleteUnknownAsync(vault, batch, ct);
            }
            swept += await DeleteUnknownAsync(vault, batch, ct);
            await vault.Bucket.ForgetPartsAsync(before, ct);
        }
        catch (MediaStoreAwayException e)
        {
            Away(log, e.Message);
        }
        return swept;
    }

    private async Task<int> DeleteUnknownAsync(MediaVault vault, List<string> batch, CancellationToken ct)
    {
        HashSet<Guid> living;
        await using (var session = await db.ReadAsync(ct)) living = await session.LivingAsync(batch.Select(path => MediaStore.IdOf(path)!.Value).Distinct());
        var unknown = batch.Where(path => !living.Contains(MediaStore.IdOf(path)!.Value)).ToList();
        foreach (var path in unknown) await vault.DeleteAsync(path, ct);
        batch.Clear();
        return unknown.Count;
    }

    private bool IsStored(string path) => !path.StartsWith(store.TemporaryFolder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static TimeSpan AgeOf(string path) => TimeProvider.System.GetUtcNow() - File.GetLastWriteTimeUtc(path);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The S3 store was not swept to its end: {Sentence}")]
    private static partial void Away(ILogger log, string sentence);

}
