using Swashbuckle.AspNetCore.SwaggerUI;

namespace VeniceStudio.Server.Hosting;

/// <summary>The API's description for people, at /swagger, behind the same door as the API. "Try it out" writes with the page's token.</summary>
internal static class SwaggerPages
{
    private const string ScriptPath = "/swagger/write-token.js";

    /// <summary>A file and not an option of Swagger UI: those are turned into functions from text, which the content policy forbids.</summary>
    private const string Script =
        """
        const send = window.fetch
        window.fetch = async (input, init = {}) => {
          const method = (init.method ?? input.method ?? 'GET').toUpperCase()
          if (method === 'GET' || method === 'HEAD') return send(input, init)
          await send('/api/session')
          const token = document.cookie.match(/(?:^|; )XSRF-TOKEN=([^;]*)/)?.[1] ?? ''
          const request = new Request(input, init)
          request.headers.set('X-XSRF-TOKEN', decodeURIComponent(token))
          return send(request)
        }

        """;

    public static void MapSwaggerPages(this IEndpointRouteBuilder routes)
    {
        var pages = new Lazy<RequestDelegate>(() => Pages(routes));
        routes.MapGet(ScriptPath, () => TypedResults.Text(Script, "text/javascript")).ExcludeFromDescription();
        routes.MapGet("/swagger/v1/swagger.json", async (ApiDocument document) => TypedResults.Text(await document.WriteAsync(), "application/json")).ExcludeFromDescription();
        routes.MapGet("/swagger/{**file}", context =>
        {
            context.SetEndpoint(null);   // static files stand back where a route has been chosen
            return pages.Value(context);
        }).ExcludeFromDescription();
    }

    /// <summary>The pages' middleware finds its own file in the address. It is loaded by whoever looks first: most studios never do.</summary>
    private static RequestDelegate Pages(IEndpointRouteBuilder routes) => routes.CreateApplicationBuilder().UseSwaggerUI(UseTokens).Build();

    private static void UseTokens(SwaggerUIOptions pages) => pages.InjectJavascript("write-token.js");
}
