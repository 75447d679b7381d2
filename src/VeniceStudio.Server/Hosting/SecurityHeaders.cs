namespace VeniceStudio.Server.Hosting;

/// <summary>
/// What every answer says to the browser. Pages run the studio's own scripts and styles and nothing else: no inline script, no other
/// site, no frame around it. The pages of /swagger, and those of the development server, get what they cannot do without.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next, bool developing)
{
    private const string Common = "default-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; "
        + "font-src 'self'; media-src 'self' blob:; worker-src 'self' blob:; manifest-src 'self'; ";

    private const string Strict = Common + "script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'";

    /// <summary>Swagger UI writes style elements; its scripts are files.</summary>
    private const string Swagger = Common + "script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'";

    /// <summary>Vite puts its reload script into the page and speaks over a web socket.</summary>
    private const string Development = Common
        + "script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; connect-src 'self' ws: wss:";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(static state => Write((SecurityHeaders.Visit)state), new Visit(context, developing));
        return next(context);
    }

    private static Task Write(Visit visit)
    {
        var (context, developing) = visit;
        var headers = context.Response.Headers;
        var path = context.Request.Path;
        headers.ContentSecurityPolicy = path.StartsWithSegments("/swagger") ? Swagger
            : developing && !path.StartsWithSegments("/api") ? Development
            : Strict;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";
        if (context.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000";
        // What an account sees is nobody else's: answers that do not say how they may be kept are not kept.
        if (path.StartsWithSegments("/api") && headers.CacheControl.Count == 0) headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    private sealed record Visit(HttpContext Context, bool Developing);
}
