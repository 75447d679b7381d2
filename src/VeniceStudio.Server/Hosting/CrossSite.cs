using Microsoft.AspNetCore.Authorization;
using VeniceStudio.Server.Accounts;

namespace VeniceStudio.Server.Hosting;

/// <summary>
/// Refuses writes that another site makes a visitor's browser send. Two walls: what the browser itself says about where a write
/// comes from, for every write that is not a script's; and the token of <see cref="WriteToken"/>, for every write that rests on a
/// cookie or on being at this computer. Routes open to everybody (signing in) lend no authority, so the first wall is enough there.
/// </summary>
internal sealed class CrossSite(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (IsRead(context.Request.Method) || context.User.Identity?.AuthenticationType == Door.Token)
        {
            await next(context);
            return;
        }
        if (ComesFromElsewhere(context.Request))
        {
            await Problems.Of(400, "cross-site", "This was sent by another site's page. Do it on the studio's own page; reload it if you are there.")
                .ExecuteAsync(context);
            return;
        }
        if (NeedsToken(context) && !await WriteToken.IsRightAsync(context))
        {
            await Problems.Of(400, "stale-page", "This page is out of date. Reload the page and try again.").ExecuteAsync(context);
            return;
        }
        await next(context);
    }

    private static bool NeedsToken(HttpContext context) =>
        context.User.Identity?.IsAuthenticated == true && context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null;

    private static bool IsRead(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method);

    private static bool ComesFromElsewhere(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0) return site is not ("same-origin" or "none");

        // Browsers that do not say it (and pages over plain HTTP) still name the origin of a write.
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var uri)
                && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
