using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Swashbuckle.AspNetCore.SwaggerUI;

namespace VeniceStudio.Simulator.Admin;

/// <summary>The simulator's routes and switches for people, at /swagger. Loaded by whoever looks first: a rehearsal hardly ever does.</summary>
internal static class SwaggerPages
{
    private const string Document = "/swagger/v1/swagger.json";

    public static void MapSwaggerPages(this IEndpointRouteBuilder routes)
    {
        var pages = new Lazy<RequestDelegate>(() => routes.CreateApplicationBuilder().UseSwaggerUI(ShowDocument).Build());
        routes.MapGet(Document, http => http.Response.WriteAsJsonAsync(ApiDocument.Write(), http.RequestAborted));
        routes.MapGet("/swagger/{**file}", http =>
        {
            http.SetEndpoint(null);   // static files stand back where a route has been chosen
            return pages.Value(http);
        });
    }

    private static void ShowDocument(SwaggerUIOptions pages) => pages.SwaggerEndpoint(Document, "Venice, simulated");
}
