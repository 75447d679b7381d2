using System.Net;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Server.Accounts;

/// <summary>The ways in: a session cookie, a bearer token, or being at this computer. <see cref="Any"/> picks one for each request.</summary>
internal static class Door
{
    public const string Any = "studio";
    public const string Cookie = "cookie";
    public const string Token = "token";
    public const string Local = "local";
    public const string CookieName = "studio";

    private static readonly string[] SignsOfAProxy = ["Forwarded", "Via", "X-Real-IP", "CF-Connecting-IP"];

    public static string Of(HttpContext context)
    {
        var authorization = context.Request.Headers.Authorization.ToString();
        if (authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) return Token;
        return IsAtThisComputer(context) ? Local : Cookie;
    }

    /// <summary>
    /// Whether the visitor sits at the studio's own computer. The Host header must be a loopback name as well: a page of a strange
    /// site can let its own name resolve to 127.0.0.1, and then the browser would speak to us in that site's name. A proxy on this
    /// computer also connects from loopback, for people who are elsewhere; what proxies add to a request gives it away, and so does
    /// HTTP/1.0, which nginx speaks unless told otherwise and no browser does.
    /// </summary>
    public static bool IsAtThisComputer(HttpContext context)
    {
        var request = context.Request;
        return context.RequestServices.GetRequiredService<StudioOptions>().LoopbackOnly
            && context.Connection.RemoteIpAddress is { } address && IsLoopback(address)
            && request.Host.Host is "localhost" or "127.0.0.1" or "[::1]"
            && !HttpProtocol.IsHttp10(request.Protocol)
            && !SignsOfAProxy.Any(request.Headers.ContainsKey)
            && !request.Headers.Keys.Any(name => name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("X-Original-", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsLoopback(IPAddress address) =>
        IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
}
