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

    public static void UseSwaggerPages(this WebApplication app)
    {
        app.MapGet(ScriptPath, () => TypedResults.Text(Script, "text/javascript")).ExcludeFromDescription();
        app.UseSwaggerUI(swagger => swagger.InjectJavascript("write-token.js"));
    }
}
