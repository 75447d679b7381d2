using System.IO.Pipelines;
using Microsoft.Net.Http.Headers;
using Microsoft.Win32.SafeHandles;

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
    /// <summary>What a browser is told of an answer that never changes: it is its own, and need not be asked for again.</summary>
    internal const string Kept = "private, max-age=31536000, immutable";

    /// <summary>Where its bytes come from while it does not lie at its path; null when nowhere else has them.</summary>
    internal FileElsewhere? Elsewhere { get; init; }

    /// <summary>
    /// Ranges of 199 MB on two busy cores, best of 15, nginx with sendfile on the same file = 1: SendFileAsync 0.5, this loop with
    /// 64 KB 0.7, with 256 KB 0.9 (account check and row included), with 1 MB 0.8. Kestrel's own 64 KB of response buffer was best left alone.
    /// </summary>
    private const int ChunkBytes = 256 * 1024;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var file = TryOpen();
        if (file is null && Elsewhere is null)
        {
            await TypedResults.NotFound().ExecuteAsync(httpContext);
            return;
        }
        var tag = new EntityTagHeaderValue($"\"{Tag}\"");
        var length = file is null ? Elsewhere!.Bytes : RandomAccess.GetLength(file);
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
        if (file is not null) await CopyAsync(file, range, httpContext.Response.BodyWriter, httpContext.RequestAborted);
        else await Elsewhere!.SendAsync(range, httpContext);
    }

    private static async Task CopyAsync(SafeFileHandle file, ByteRange range, PipeWriter body, CancellationToken ct)
    {
        var (at, end) = (range.Start, range.Start + range.Length);
        while (at < end)
        {
            var wanted = (int)Math.Min(ChunkBytes, end - at);
            // On Linux an asynchronous read of a file is this same read on another thread of the pool: the way there and back is saved.
            var read = RandomAccess.Read(file, body.GetSpan(wanted)[..wanted], at);
            // Shorter than it was a moment ago: the connection ends early, so that nobody takes it for whole.
            if (read == 0) throw new EndOfStreamException("A stored file became shorter while it was sent.");
            body.Advance(read);
            at += read;
            if ((await body.FlushAsync(ct)).IsCompleted) return;
        }
    }

    private void WriteHeaders(HttpResponse response, EntityTagHeaderValue tag)
    {
        var headers = response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = Cached ? Kept : "no-store";
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

    private SafeFileHandle? TryOpen()
    {
        try
        {
            return File.OpenHandle(Path, options: FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
