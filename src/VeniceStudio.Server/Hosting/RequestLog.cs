namespace VeniceStudio.Server.Hosting;

/// <summary>One line for each write, each error and each slow answer. The path only: queries and bodies are the visitor's.</summary>
internal sealed partial class RequestLog(RequestDelegate next, TimeProvider time, ILogger<RequestLog> log)
{
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(2);

    public async Task InvokeAsync(HttpContext context)
    {
        var began = time.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            Tell(context, time.GetElapsedTime(began));
        }
    }

    private void Tell(HttpContext context, TimeSpan took)
    {
        // Escaped as it came: a line break in a path must not become a line of the log.
        var (method, path, status) = (context.Request.Method, context.Request.Path.ToUriComponent(), context.Response.StatusCode);
        if (status >= 500) Failed(log, method, path, status, took.TotalMilliseconds);
        else if (!HttpMethods.IsGet(method) && !HttpMethods.IsHead(method)) Wrote(log, method, path, status, took.TotalMilliseconds);
        else if (status >= 400 && status != StatusCodes.Status499ClientClosedRequest) Refused(log, method, path, status, took.TotalMilliseconds);
        else if (took > Slow && IsAnAnswer(context.Response)) WasSlow(log, method, path, status, took.TotalMilliseconds);
    }

    /// <summary>An event stream, a film or a zip takes as long as the visitor takes; only text should be quick.</summary>
    private static bool IsAnAnswer(HttpResponse response) =>
        response.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) == true;

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} {Status} in {Milliseconds:0} ms")]
    private static partial void Failed(ILogger log, string method, string? path, int status, double milliseconds);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Path} {Status} in {Milliseconds:0} ms")]
    private static partial void Wrote(ILogger log, string method, string? path, int status, double milliseconds);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Method} {Path} {Status} in {Milliseconds:0} ms")]
    private static partial void Refused(ILogger log, string method, string? path, int status, double milliseconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slow: {Method} {Path} {Status} took {Milliseconds:0} ms")]
    private static partial void WasSlow(ILogger log, string method, string? path, int status, double milliseconds);
}
