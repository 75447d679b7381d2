using VeniceStudio.Media.Ffmpeg;

namespace VeniceStudio.Media.Composition;

/// <summary>
/// Where finished segments lie, each under its key. They are whole or not there: what is being written has a name of its own
/// beside them, so two films made at once may even make the same segment, and the later one replaces its equal.
/// </summary>
public sealed class SegmentFolder(string path)
{
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public static string NameOf(string key) => $"{key}.mp4";

    public string PathOf(string key) => System.IO.Path.Combine(Path, NameOf(key));

    public bool Has(string key) => new FileInfo(PathOf(key)) is { Exists: true, Length: > 0 };

    /// <summary>Marks segments as used now, for <see cref="Sweep"/>.</summary>
    public void Touch(string key)
    {
        try
        {
            File.SetLastWriteTimeUtc(PathOf(key), DateTime.UtcNow);
        }
        catch (IOException)
        {
            // Its age is only a hint for cleaning up.
        }
    }

    /// <summary>Writes a small file under a name that its content decides.</summary>
    internal async Task WriteAsync(string name, string text, CancellationToken ct)
    {
        var target = System.IO.Path.Combine(Path, name);
        if (File.Exists(target)) return;
        using var part = new PartFile(target);
        await File.WriteAllTextAsync(part.Path, text, ct);
        part.Keep();
    }

    /// <summary>Deletes what no film has used since then, and what interrupted work left behind.</summary>
    /// <returns>Bytes that became free.</returns>
    public long Sweep(DateTimeOffset unusedSince)
    {
        if (!Directory.Exists(Path)) return 0;
        var freed = 0L;
        foreach (var file in new DirectoryInfo(Path).EnumerateFiles())
        {
            if (file.LastWriteTimeUtc >= unusedSince.UtcDateTime) continue;
            freed += file.Length;
            file.Delete();
        }
        return freed;
    }
}
