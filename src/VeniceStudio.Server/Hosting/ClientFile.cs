using Microsoft.Net.Http.Headers;

namespace VeniceStudio.Server.Hosting;

/// <summary>One file of the built client, with its packed siblings. Files under <c>/assets/</c> carry a hash in their name and never change.</summary>
internal sealed class ClientFile(FileInfo file, string path, string contentType)
{
    private readonly FileInfo? _brotli = Sibling(file, ".br");
    private readonly FileInfo? _gzip = Sibling(file, ".gz");

    private readonly string _keep = path.StartsWith("/assets/", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";

    private readonly string _type = contentType.StartsWith("text/", StringComparison.Ordinal) ? contentType + "; charset=utf-8" : contentType;

    public Task SendAsync(HttpContext context)
    {
        var (chosen, coding) = Choose(context.Request);
        var headers = context.Response.Headers;
        headers.CacheControl = _keep;
        if (_brotli is not null || _gzip is not null) headers.Vary = HeaderNames.AcceptEncoding;
        if (coding is not null) headers.ContentEncoding = coding;
        var tag = new EntityTagHeaderValue($"\"{file.LastWriteTimeUtc.Ticks:x}-{file.Length:x}{coding}\"");
        return TypedResults.PhysicalFile(chosen.FullName, _type, lastModified: file.LastWriteTimeUtc, entityTag: tag).ExecuteAsync(context);
    }

    private (FileInfo File, string? Coding) Choose(HttpRequest request)
    {
        if (_brotli is not null && Takes(request, "br")) return (_brotli, "br");
        return _gzip is not null && Takes(request, "gzip") ? (_gzip, "gzip") : (file, null);
    }

    private static bool Takes(HttpRequest request, string coding) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var codings)
        && codings.Any(one => one.Value.Equals(coding, StringComparison.OrdinalIgnoreCase) && one.Quality is not 0);

    private static FileInfo? Sibling(FileInfo file, string ending) => new FileInfo(file.FullName + ending) is { Exists: true } sibling ? sibling : null;
}
