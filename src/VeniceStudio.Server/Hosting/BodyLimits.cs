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

    public Task InvokeAsync(HttpContext context)
    {
        var most = MegabytesFor(context.Request, options) * Megabyte + EnvelopeRoom;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature) feature.MaxRequestBodySize = most;
        return context.Request.ContentLength > most ? TooLarge(context).ExecuteAsync(context) : next(context);
    }

    /// <summary>The refusal of a body that passes its limit; names the limit.</summary>
    public static ProblemHttpResult TooLarge(HttpContext context)
    {
        var upload = CallKind.Of(context.Request) == CallKind.Upload;
        var megabytes = MegabytesFor(context.Request, context.RequestServices.GetRequiredService<StudioOptions>());
        var sentence = string.Create(CultureInfo.InvariantCulture,
            $"{(upload ? "A file" : "The body of this request")} may have at most {megabytes} MB. Send something smaller.");
        return Problems.Of(413, "too-large", sentence, ("field", upload ? "file" : "body"), ("limitBytes", megabytes * Megabyte));
    }

    private static long MegabytesFor(HttpRequest request, StudioOptions options)
    {
        if (CallKind.Of(request) == CallKind.Upload) return options.UploadMegabytes;
        return CallKind.IsVenicesOwn(request.Path) ? 40 : 1;
    }
}
