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

    /// <summary>
    /// Put together by whoever asks first: both middlewares are some ten milliseconds and two megabytes of code that most studios never
    /// use. They find their own file in the address.
    /// </summary>
    public static void MapSwaggerPages(this IEndpointRouteBuilder routes)
    {
        var document = new Lazy<RequestDelegate>(() => routes.CreateApplicationBuilder().UseSwagger().Build());
        var pages = new Lazy<RequestDelegate>(() => routes.CreateApplicationBuilder().UseSwaggerUI(swagger => swagger.InjectJavascript("write-token.js")).Build());
        routes.MapGet(ScriptPath, () => TypedResults.Text(Script, "text/javascript")).ExcludeFromDescription();
        routes.MapGet("/swagger/{documentName}/swagger.json", context => document.Value(context)).ExcludeFromDescription();
        routes.MapGet("/swagger/{**file}", context =>
        {
            context.SetEndpoint(null);   // static files stand back where a route has been chosen
            return pages.Value(context);
        }).ExcludeFromDescription();
    }
}
