using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Catalog;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Passthrough;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Clips;

public static class PromptEndpoints
{
    public static void AddPrompts(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Ledger.ChatPurse>();
        builder.Services.AddSingleton<PromptWriter>();
        builder.Services.AddSingleton<IChatSpending, ChatSpending>();
    }

    public static void MapPrompts(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/prompts", WriteAsync).WithTags("Prompts").RequireAuthorization().Produces<string>(200, "text/event-stream");
        routes.MapGet("/api/prompts/price", PriceAsync).WithTags("Prompts").RequireAuthorization();
    }

    /// <summary>The most that a prompt from a theme of usual length costs.</summary>
    internal static async Task<Results<Ok<PromptPriceView>, ProblemHttpResult>> PriceAsync(Member member, VideoCatalog catalog, CancellationToken ct)
    {
        try
        {
            return await catalog.WriterAsync(ct) is { } writer
                ? TypedResults.Ok(new PromptPriceView(PromptWriter.MostFor(writer)))
                : Problems.Of(503, "no-writer", "Venice offers no model that writes at the moment. Write the prompt yourself, or try again later.");
        }
        catch (VeniceException e)
        {
            return e.ToProblem();
        }
    }

    /// <summary>
    /// Writes a prompt from a theme. The answer is a stream of events: <c>{"text":…}</c> pieces, then <c>{"done":true,"paid":…}</c>,
    /// or <c>{"problem":…}</c> when it breaks off.
    /// </summary>
    internal static async Task<IResult> WriteAsync(
        Member member, WritePrompt body, HttpContext context, VideoCatalog catalog, PromptWriter writer, CancellationToken ct)
    {
        try
        {
            if (await catalog.FindAsync(body.Model, ct) is not { } model)
            {
                return Problems.Bad("model", "Venice has no video model of that name at the moment. Choose one from the list.");
            }
            if (await catalog.WriterAsync(ct) is not { } text)
            {
                return Problems.Of(503, "no-writer", "Venice offers no model that writes at the moment. Write the prompt yourself, or try again later.");
            }
            var (line, over) = await writer.ReserveAsync(member.Id, text.Id, body, model.View, ct);
            if (over is not null) return over.ToProblem();

            await using var pieces = writer.WriteAsync(line!, text.Id, body, model.View, ct).GetAsyncEnumerator(ct);
            // The first word decides: until it is there, a refusal is still a plain problem with its own status.
            if (!await pieces.MoveNextAsync()) return Problems.Of(503, "no-words", "Venice answered without a word. Nothing is lost; try again.");
            await StreamAsync(context, pieces, ct);
            return Results.Empty;
        }
        catch (VeniceException e)
        {
            return e.ToProblem();
        }
    }

    private static async Task StreamAsync(HttpContext context, IAsyncEnumerator<PromptPiece> pieces, CancellationToken ct)
    {
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            do
            {
                var piece = pieces.Current;
                await SendAsync(context, piece.Text is not null ? new { text = piece.Text } : (object)new { done = true, paid = piece.Paid }, ct);
            }
            while (await pieces.MoveNextAsync());
        }
        catch (VeniceException e)
        {
            await SendAsync(context, new { problem = e.ToProblem().ProblemDetails }, ct);
        }
    }

    private static async Task SendAsync(HttpContext context, object data, CancellationToken ct)
    {
        await context.Response.WriteAsync($"data: {JsonSerializer.Serialize(data, JsonSerializerOptions.Web)}\n\n", ct);
        await context.Response.Body.FlushAsync(ct);
    }
}
