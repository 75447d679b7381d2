namespace VeniceStudio.Server.Hosting;

/// <summary>
/// Answers what routing has already refused, before anybody is asked to sign in for it: an unknown address of the API (404), and the
/// wrong method (405) or kind of body (415) for a known one, for which routing puts an endpoint of its own in place.
/// </summary>
internal sealed class RoutingRefusals(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is { } endpoint) return endpoint is RouteEndpoint ? next(context) : endpoint.RequestDelegate!(context);
        if (!context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)) return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;   // the status pages find the words
    }
}
