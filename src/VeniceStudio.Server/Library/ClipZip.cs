using System.IO.Compression;

namespace VeniceStudio.Server.Library;

/// <summary>
/// Sends several files as one ZIP, made while it is sent: no temporary file, no memory beyond one buffer. Videos do not shrink, so they
/// are stored as they are.
/// </summary>
internal sealed record ClipZip(MediaStore Store, IReadOnlyList<(MediaFile File, string Name)> Files, string SaveAs) : IResult
{
    private const int CopyBytes = 256 * 1024;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var ct = httpContext.RequestAborted;
        httpContext.Response.ContentType = "application/zip";
        httpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{SaveAs}\"";
        httpContext.Response.Headers.CacheControl = "no-store";
        httpContext.Response.Headers.XContentTypeOptions = "nosniff";
        await using var zip = await ZipArchive.CreateAsync(new PipeStream(httpContext.Response.BodyWriter), ZipArchiveMode.Create, leaveOpen: true, null, ct);
        foreach (var (file, name) in Files)
        {
            var path = await Store.LocalAsync(file, ct);
            // A file that was deleted since the list was made is left out; the others are still wanted.
            if (!File.Exists(path)) continue;
            var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
            entry.LastWriteTime = file.CreatedAt;
            await using var source = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
            await using var target = await entry.OpenAsync(ct);
            await source.CopyToAsync(target, CopyBytes, ct);
        }
    }

    /// <summary>File names for a list of media, no two alike even where letter case does not count.</summary>
    public static IReadOnlyList<string> NamesOf(IEnumerable<MediaFile> files)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. files.Select(file => Unique(CleanName.ForFile(file.Name, file.Extension), file.Extension, taken))];
    }

    private static string Unique(string name, string extension, HashSet<string> taken)
    {
        var unique = name;
        for (var count = 2; !taken.Add(unique); count++) unique = $"{name[..^extension.Length]} ({count}){extension}";
        return unique;
    }
}
