using System.Net.Http.Headers;
using Microsoft.Net.Http.Headers;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Hosting;
using Yarp.ReverseProxy.Forwarder;

namespace VeniceStudio.Server.Passthrough;

/// <summary>
/// What goes out to Venice and what comes back: named headers only, in both directions. Cookies, tokens and addresses of visitors stay
/// here; the key goes out and never comes back.
/// </summary>
internal sealed class VeniceTransformer(VeniceTarget target, string route, AnswerTail? tail) : HttpTransformer
{
    private static readonly HashSet<string> Returning = new(StringComparer.OrdinalIgnoreCase)
    {
        HeaderNames.ContentType, HeaderNames.ContentLength, HeaderNames.ContentDisposition, HeaderNames.ContentEncoding, HeaderNames.ContentRange,
        HeaderNames.AcceptRanges, HeaderNames.ETag, HeaderNames.LastModified, HeaderNames.RetryAfter, "CF-RAY",
    };

    public WatchedBody? Watched { get; private set; }

    public override ValueTask TransformRequestAsync(HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
    {
        var asked = httpContext.Request;
        proxyRequest.RequestUri = new Uri(target.Of(route).AbsoluteUri + asked.QueryString.ToUriComponent());
        proxyRequest.Headers.Authorization = new AuthenticationHeaderValue("Bearer", target.Key);
        proxyRequest.Headers.TryAddWithoutValidation(HeaderNames.UserAgent, "VeniceMusicVideoStudio");
        // No Accept-Encoding: text comes back readable, so that the key can be masked and the cost be read.
        proxyRequest.Headers.TryAddWithoutValidation(HeaderNames.Accept, asked.Headers.Accept.ToString() is { Length: > 0 } accept ? accept : "*/*");
        if (proxyRequest.Content is { } content)
        {
            content.Headers.TryAddWithoutValidation(HeaderNames.ContentType, asked.ContentType ?? "application/json");
            if (asked.ContentLength is { } length) content.Headers.ContentLength = length;
        }
        return ValueTask.CompletedTask;
    }

    public override ValueTask<bool> TransformResponseAsync(HttpContext httpContext, HttpResponseMessage? proxyResponse, CancellationToken cancellationToken)
    {
        if (proxyResponse is null) return ValueTask.FromResult(false);
        var owner = Member.From(httpContext.User)?.IsOwner == true;
        foreach (var (name, values) in proxyResponse.Headers.NonValidated.Concat(proxyResponse.Content.Headers.NonValidated))
        {
            if (!MayReturn(name, owner) || values.Any(value => value.Contains(target.Key, StringComparison.Ordinal))) continue;
            httpContext.Response.Headers.Append(name, values.ToArray());
        }
        httpContext.Response.Headers.CacheControl = "no-store";
        httpContext.Response.Headers.XContentTypeOptions = "nosniff";
        if (IsText(proxyResponse.Content.Headers.ContentType?.MediaType))
        {
            Watched = new WatchedBody(httpContext.Response.Body, new KeyGuard(System.Text.Encoding.UTF8.GetBytes(target.Key)), tail);
            httpContext.Response.Body = Watched;
        }
        return ValueTask.FromResult(true);
    }

    /// <summary>The balance of the account is the owners' business.</summary>
    private static bool MayReturn(string name, bool owner) =>
        Returning.Contains(name)
        || name.StartsWith("x-ratelimit-", StringComparison.OrdinalIgnoreCase)
        || (name.StartsWith("x-venice-", StringComparison.OrdinalIgnoreCase)
            && (owner || !name.StartsWith("x-venice-balance", StringComparison.OrdinalIgnoreCase)));

    /// <summary>Everything except pictures, sound and video is text, or may be.</summary>
    private static bool IsText(string? mediaType) =>
        mediaType is null
        || !(mediaType.StartsWith("video/", StringComparison.OrdinalIgnoreCase) || mediaType.StartsWith("audio/", StringComparison.OrdinalIgnoreCase)
            || mediaType.StartsWith("image/", StringComparison.OrdinalIgnoreCase) || mediaType.Equals("application/octet-stream", StringComparison.OrdinalIgnoreCase));
}
