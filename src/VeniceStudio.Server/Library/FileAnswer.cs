using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Server.Library;

/// <summary>
/// Answers with a stored file: whole or in part, again only when the browser lacks it, never through memory as a whole.
/// </summary>
/// <param name="Path">The file.</param>
/// <param name="MimeType">What it is.</param>
/// <param name="Tag">Stands for its content; unquoted.</param>
/// <param name="SaveAs">A name to save it under; null shows it in the page.</param>
/// <param name="Cached">False where nobody may keep the answer.</param>
public sealed record FileAnswer(string Path, string MimeType, string Tag, string? SaveAs = null, bool Cached = true) : IResult
{
    /// <summary>Where its bytes come from while it does not lie at its path; null when nowhere else has them.</summary>
    internal FileElsewhere? Elsewhere { get; init; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await using var file = TryOpen();
        if (file is null && Elsewhere is null)
        {
            await TypedResults.NotFound().ExecuteAsync(httpContext);
            return;
        }
        var tag = new EntityTagHeaderValue($"\"{Tag}\"");
        var length = file is null ? Elsewhere!.Bytes : file.Length;
        WriteHeaders(httpContext.Response, tag);
        if (IsKnown(httpContext.Request, tag))
        {
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var range = ByteRange.Of(httpContext.Request, length, tag);
        if (!range.IsSatisfiable)
        {
            httpContext.Response.Headers.ContentRange = $"bytes */{length}";
            httpContext.Response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
            return;
        }
        if (range.IsPart)
        {
            httpContext.Response.StatusCode = StatusCodes.Status206PartialContent;
            httpContext.Response.Headers.ContentRange = $"bytes {range.Start}-{range.Start + range.Length - 1}/{length}";
        }
        httpContext.Response.ContentType = MimeType;
        httpContext.Response.ContentLength = range.Length;
        if (HttpMethods.IsHead(httpContext.Request.Method)) return;
        if (file is null) await Elsewhere!.SendAsync(range, httpContext);
        else await httpContext.Features.GetRequiredFeature<SocketOutput>().SendAsync(httpContext.Response, file, range.Start, range.Length, httpContext.RequestAborted);
    }

    private void WriteHeaders(HttpResponse response, EntityTagHeaderValue tag)
    {
        var headers = response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = Cached ? "private, max-age=31536000, immutable" : "no-store";
        if (Cached) headers.ETag = tag.ToString();
        if (Cached) headers.AcceptRanges = "bytes";
        if (SaveAs is null) return;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(SaveAs);
        headers.ContentDisposition = disposition.ToString();
    }

    private bool IsKnown(HttpRequest request, EntityTagHeaderValue tag) =>
        Cached && request.Headers.IfNoneMatch.Count > 0
        && request.GetTypedHeaders().IfNoneMatch.Any(known => known.Tag == "*" || known.Compare(tag, useStrongComparison: false));

    private FileStream? TryOpen()
    {
        try
        {
            return new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
