using System.Data.Common;
using System.Text.Json;
using System.Text.RegularExpressions;
using VeniceStudio.Server.Library;

namespace VeniceStudio.Server.Hosting;

/// <summary>
/// The last net under a request: whatever was thrown becomes a problem with a sentence. What the exception says goes to the log, where
/// the trace id of the answer finds it, and never to the visitor.
/// </summary>
internal sealed partial class Failures(RequestDelegate next, ILogger<Failures> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is listening any more; only the log could, and it has nothing to learn from a closed tab.
            if (!context.Response.HasStarted) context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            await OfAsync(context, e);
        }
        catch (DbException e) when (e.IsTransient && !context.Response.HasStarted)
        {
            // Too many connections, or a server that is just starting anew: it passes.
            Broke(log, e, context.Request.Method, context.Request.Path);
            context.Response.Clear();
            await Problems.Of(503, "database-away", "The studio's database does not answer at the moment. Try again in a few seconds.", (Problems.RetryAfter, 5)).ExecuteAsync(context);
        }
        catch (MediaStoreException e) when (!context.Response.HasStarted)
        {
            NoMedia(log, context.Request.Method, context.Request.Path, e.Message);
            context.Response.Clear();
            await Problems.Of(e.Status, e.Kind, e.Message).ExecuteAsync(context);
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            Broke(log, e, context.Request.Method, context.Request.Path);
            context.Response.Clear();
            await Problems.Of(500, "went-wrong", ProblemShape.WordsFor(500).Sentence).ExecuteAsync(context);
        }
        catch (Exception e)
        {
            // Half an answer is out: cutting the connection is the only way left to say that it is not whole.
            Broke(log, e, context.Request.Method, context.Request.Path);
            context.Abort();
        }
    }

    private static Task OfAsync(HttpContext context, BadHttpRequestException e)
    {
        context.Response.Clear();
        if (e.StatusCode == StatusCodes.Status413PayloadTooLarge) return BodyLimits.RefuseAsync(context);
        if (e.InnerException is JsonException json) return NotReadable(json).ExecuteAsync(context);
        if (Parameter().Match(e.Message) is { Success: true } match)
        {
            var name = match.Groups[1].Value;
            return Problems.Bad(name, $"The value of {name} is missing or cannot be read.").ExecuteAsync(context);
        }
        var (type, sentence) = ProblemShape.WordsFor(e.StatusCode);
        return Problems.Of(e.StatusCode, type, sentence).ExecuteAsync(context);
    }

    /// <summary>JSON that is broken, or has a value of the wrong kind somewhere.</summary>
    private static Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult NotReadable(JsonException json)
    {
        var field = json.Path?.TrimStart('$', '.');
        if (string.IsNullOrEmpty(field)) return Problems.Of(400, "bad-input", "The body is not the JSON that this address takes.");
        var sentence = $"The value of {field} cannot be used here.";
        return Problems.Of(400, "bad-input", sentence, ("field", field), ("errors", new Dictionary<string, string[]> { [field] = [sentence] }));
    }

    [GeneratedRegex(@"parameter ""\w+(?:\??) (\w+)""")]
    private static partial Regex Parameter();

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} broke.")]
    private static partial void Broke(ILogger log, Exception e, string method, string path);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Method} {Path}: {Sentence}")]
    private static partial void NoMedia(ILogger log, string method, string path, string sentence);
}
