using VeniceStudio.Media.Audio.Peaks;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Library;

namespace VeniceStudio.Server.Tracks;

/// <summary>
/// The drawn songs, a file for each content and analyser: <c>{data}/media/waveforms/ab/{sha256}-v2.waveform</c>. It appears whole or not at all;
/// one without a row is swept away.
/// </summary>
public sealed class WaveformShelf(MediaStore store, StudioDb db)
{
    private string Root => Path.Combine(store.Root, "waveforms");

    public string PathOf(string sha256, int version) => Path.Combine(Root, sha256[..2], $"{sha256}-v{version}.waveform");

    /// <exception cref="MediaStoreFullException">No room; nothing is left behind.</exception>
    public async Task KeepAsync(string sha256, int version, Waveform waveform, CancellationToken ct)
    {
        var temporary = store.NewTemporary(".waveform");
        try
        {
            await using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write))
            {
                await WaveformFile.WriteAsync(waveform, file, ct);
                file.Flush(flushToDisk: true);
            }
            var path = PathOf(sha256, version);
            DurableFolder.Make(store.Root, Path.GetDirectoryName(path)!);
            File.Move(temporary, path, overwrite: true);
            DurableFolder.Flush(Path.GetDirectoryName(path)!);
        }
        catch (IOException e) when (MediaStoreFullException.IsFull(e))
        {
            throw new MediaStoreFullException(e);
        }
        finally
        {
            MediaStore.Forget(temporary);
        }
    }

    /// <summary>Removes what was drawn of a content. Never fails.</summary>
    public void Forget(string sha256)
    {
        var folder = Path.Combine(Root, sha256[..2]);
        if (!Directory.Exists(folder)) return;
        foreach (var path in Directory.GetFiles(folder, sha256 + "-v*")) MediaStore.Forget(path);
    }

    /// <summary>Removes old files whose content nobody has any more.</summary>
    public async Task<int> SweepAsync(CancellationToken ct)
    {
        if (!Directory.Exists(Root)) return 0;
        var old = Directory.EnumerateFiles(Root, "*.waveform", SearchOption.AllDirectories)
            .Where(path => TimeProvider.System.GetUtcNow() - File.GetLastWriteTimeUtc(path) > Sweep.Old).ToList();
        await using var session = await db.ReadAsync(ct);
        var known = await session.HeardContentsAsync([.. old.Select(ContentOf).Distinct()]);
        var stray = old.Where(path => !known.Contains(ContentOf(path))).ToList();
        stray.ForEach(MediaStore.Forget);
        return stray.Count;
    }

    private static string ContentOf(string path) => Path.GetFileName(path).Split('-')[0];
}
