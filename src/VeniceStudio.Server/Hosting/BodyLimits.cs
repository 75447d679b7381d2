using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace VeniceStudio.Server.Hosting;

/// <summary>How much a request may carry: little for JSON, the configured size for uploads, a clip's inputs for Venice's own routes.</summary>
internal sealed class BodyLimits(RequestDelegate next, StudioOptions options)
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>Around a file of the largest size lie the lines of its multipart envelope.</summary>
    private const long EnvelopeRoom = 64 * 1024;

    /// <summary>Up to this many times the limit is read and thrown away, so that the refusal arrives; beyond, the connection is cut.</summary>
    private const int Tolerance = 5;

    private static readonly TimeSpan DiscardingTakes = TimeSpan.FromSeconds(30);

    public Task InvokeAsync(HttpContext context)
    {
        var most = MegabytesFor(context.Request, options) * Megabyte + EnvelopeRoom;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature) feature.MaxRequestBodySize = most * Tolerance;
        if (context.Request.ContentLength > most) return RefuseAsync(context);
        if (context.Request.ContentLength is null && context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true)
        {
            context.Request.Body = new CappedBody(context.Request.Body, most);
        }
        return next(context);
    }

    /// <summary>
    /// Refuses a body that passes its limit, then lets the rest of it run out: a sender whose connection is cut while it still sends
    /// loses the answer, and a browser shows "connection reset" in the place of our sentence.
    /// </summary>
    public static async Task RefuseAsync(HttpContext context)
    {
        await TooLarge(context).ExecuteAsync(context);
        await context.Response.CompleteAsync();
        if (context.Request.Headers.Expect.Count > 0) return;   // has not begun to send, and now will not
        var time = context.RequestServices.GetRequiredService<TimeProvider>();
        using var patience = new CancellationTokenSource(DiscardingTakes, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, context.RequestAborted);
        try
        {
            var rest = context.Request.Body is CappedBody capped ? capped.Inner : context.Request.Body;
            await rest.CopyToAsync(Stream.Null, stop.Token);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // Gone, too slow or far too much (BadHttpRequestException is an IOException): the answer is out, so cutting is all right.
        }
    }

    private static ProblemHttpResult TooLarge(HttpContext context)
    {
        var upload = CallKind.Of(context.Request) == CallKind.Upload;
        var megabytes = MegabytesFor(context.Request, context.RequestServices.GetRequiredService<StudioOptions>());
        var sentence = string.Create(CultureInfo.InvariantCulture,
            $"{(upload ? "A file" : "The body of this request")} may have at most {megabytes} MB. Send something smaller.");
        return Problems.Of(413, "too-large", sentence, ("field", upload ? "file" : "body"), ("limitBytes", megabytes * Megabyte));
    }

    private static long MegabytesFor(HttpRequest request, StudioOptions options)
    {
        var kind = CallKind.Of(request);
        if (kind == CallKind.Piece) return Library.ResumableUpload.ChunkBytes / Megabyte;
        if (kind == CallKind.Upload) return options.UploadMegabytes;
        return CallKind.IsVenicesOwn(request.Path) ? 40 : 1;
    }
}
