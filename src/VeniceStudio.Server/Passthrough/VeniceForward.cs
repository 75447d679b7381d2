using System.Net;
using VeniceStudio.Server.Hosting;
using Yarp.ReverseProxy.Forwarder;

namespace VeniceStudio.Server.Passthrough;

/// <summary>Passes a request on to Venice with the studio's key and its answer back, byte by byte, as it comes.</summary>
public sealed class VeniceForward(IHttpForwarder forwarder, VeniceAddress address) : IDisposable
{
    /// <summary>Silence, not length, ends a call: a model may think for minutes before its first word.</summary>
    private static readonly ForwarderRequestConfig Request = new()
    {
        ActivityTimeout = TimeSpan.FromMinutes(10),
        Version = HttpVersion.Version11,
        VersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };

    private readonly HttpMessageInvoker _venice = new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        ConnectTimeout = TimeSpan.FromSeconds(15),
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
    });

    /// <summary>Forwards to a route such as <c>video/quote</c>. A failure to reach Venice is answered in Venice's shape.</summary>
    /// <param name="httpContext">The request; its body is read unless <paramref name="body"/> replaces it.</param>
    /// <param name="route">Appended to Venice's address.</param>
    /// <param name="body">A body that was already read.</param>
    /// <param name="tail">Keeps the end of a textual answer.</param>
    internal async Task<Forwarded> SendAsync(HttpContext httpContext, string route, byte[]? body = null, AnswerTail? tail = null)
    {
        var target = await address.GetAsync(httpContext.RequestAborted);
        if (body is not null)
        {
            httpContext.Request.Body = new MemoryStream(body, writable: false);
            httpContext.Request.ContentLength = body.Length;
        }
        var direct = httpContext.Response.Body;
        var transformer = new VeniceTransformer(target, route, tail);
        var error = await forwarder.SendAsync(httpContext, target.Base.GetLeftPart(UriPartial.Authority), _venice, Request, transformer);
        if (error == ForwarderError.None)
        {
            if (transformer.Watched is { } watched) await watched.FinishAsync(httpContext.RequestAborted);
            return new Forwarded(httpContext.Response.StatusCode, Whole: true, Sent: true);
        }

        var reached = httpContext.Response.HasStarted ? httpContext.Response.StatusCode : (int?)null;
        httpContext.Response.Body = direct;
        var sent = httpContext.Features.Get<IForwarderErrorFeature>()?.Exception is not HttpRequestException
        {
            HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError,
        };
        await ExplainAsync(httpContext, error);
        return new Forwarded(reached, Whole: false, sent);
    }

    public void Dispose() => _venice.Dispose();

    private static async Task ExplainAsync(HttpContext httpContext, ForwarderError error)
    {
        if (httpContext.Response.HasStarted || httpContext.RequestAborted.IsCancellationRequested) return;
        var late = error is ForwarderError.RequestTimedOut;
        httpContext.Response.Clear();
        await VeniceShape.Error(late ? 504 : 503, late
            ? "Venice did not answer in time. Try again in a minute."
            : "Venice cannot be reached at the moment. Try again in a minute.").ExecuteAsync(httpContext);
    }
}

/// <summary>How a forwarding ended.</summary>
/// <param name="Status">Venice's status; null when no answer came.</param>
/// <param name="Whole">Whether all of the answer was passed on.</param>
/// <param name="Sent">False when no connection came about.</param>
internal sealed record Forwarded(int? Status, bool Whole, bool Sent);
