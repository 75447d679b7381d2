using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Catalog;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Orders;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Clips;

public static class ClipEndpoints
{
    private const int UsualPage = 40;
    private const int LargestPage = 200;

    public static void MapClips(this IEndpointRouteBuilder routes)
    {
        var clips = routes.MapGroup("/api/clips").WithTags("Clips").RequireAuthorization();
        clips.MapGet("/", ListAsync);
        clips.MapGet("/counts", CountsAsync);
        clips.MapGet("/batches", BatchesAsync);
        clips.MapPost("/batches/{id:guid}/stop", (Member member, Guid id, ClipDecisions decisions, CancellationToken ct) => decisions.StopAsync(member, OrderScope.Batch(id), ct));
        clips.MapGet("/forecast", ForecastAsync);
        clips.MapGet("/videos", VideosAsync);
        clips.MapGet("/{id:guid}", OneAsync);
        clips.MapPost("/quote", QuoteAsync);
        clips.MapPost("/", OrderAsync);
        clips.MapPost("/{id:guid}/cancel", (Member member, Guid id, ClipDecisions decisions, CancellationToken ct) => decisions.CancelAsync(member, id, ct));
        clips.MapPost("/{id:guid}/retry", RetryAsync);
        clips.MapPost("/{id:guid}/price", (Member member, Guid id, AcceptPrice body, ClipDecisions decisions, CancellationToken ct) => decisions.AcceptPriceAsync(member, id, body, ct));
        clips.MapPost("/{id:guid}/consent", (Member member, Guid id, AgreeToConsent body, ClipDecisions decisions, CancellationToken ct) => decisions.AgreeAsync(member, id, body, ct));
        clips.MapPost("/{id:guid}/charged", (Member member, Guid id, ClipDecisions decisions, CancellationToken ct) => decisions.ChargedAsync(member, id, ct));
        clips.MapPost("/{id:guid}/resend", (Member member, Guid id, ClipDecisions decisions, CancellationToken ct) => decisions.ResendAsync(member, id, ct));
        clips.MapPost("/{id:guid}/collect", (Member member, Guid id, ClipDecisions decisions, CancellationToken ct) => decisions.CollectAgainAsync(member, id, ct));
        clips.MapPut("/{id:guid}/clean-up", (Member member, Guid id, SetCleanUp body, ClipDecisions decisions, CancellationToken ct) => decisions.SetCleanUpAsync(member, id, body, ct));
        clips.MapDelete("/{id:guid}", (Member member, Guid id, ClipDecisions decisions, CancellationToken ct) => decisions.DeleteAsync(member, id, ct));
    }

    /// <summary>
    /// The member's clips, newest first, a page at a time; those of one order (<paramref name="batch"/>) as they were ordered.
    /// <paramref name="alone"/>: only those that were made for no video.
    /// </summary>
    internal static async Task<Results<Ok<ClipPageView>, ProblemHttpResult>> ListAsync(
        Member member, [OneOf(typeof(ClipFilter))] string? filter, string? search, string? model, Guid? batch, Guid? project, bool? alone,
        string? before, int? limit, StudioDb db, CancellationToken ct)
    {
        if (!IsFilter(filter, out var wanted)) return NoFilter();
        await using var session = await db.ReadAsync(ct);
        return TypedResults.Ok(await session.ClipPageAsync(
            member.Id, new(wanted, search, model, batch, project, alone == true), before, Math.Clamp(limit ?? UsualPage, 1, LargestPage)));
    }

    /// <summary>The member's orders, newest first: those with a clip that fits the filter.</summary>
    internal static async Task<Results<Ok<ClipBatchPageView>, ProblemHttpResult>> BatchesAsync(
        Member member, [OneOf(typeof(ClipFilter))] string? filter, Guid? before, int? limit, StudioDb db, CancellationToken ct)
    {
        if (!IsFilter(filter, out var wanted)) return NoFilter();
        await using var session = await db.ReadAsync(ct);
        return TypedResults.Ok(await session.ClipBatchesAsync(member.Id, wanted, before, Math.Clamp(limit ?? UsualPage, 1, LargestPage)));
    }

    /// <summary>When each of the member's orders that are on their way should be complete, the oldest first.</summary>
    internal static async Task<Ok<IReadOnlyList<ClipForecastView>>> ForecastAsync(Member member, ClipForecast forecast, CancellationToken ct) =>
        TypedResults.Ok(await forecast.ListAsync(member.Id, ct));

    /// <summary>The member's videos that have finished clips, the newest first.</summary>
    internal static async Task<Ok<IReadOnlyList<ClipVideoView>>> VideosAsync(Member member, StudioDb db, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        return TypedResults.Ok(await session.ClipVideosAsync(member.Id));
    }

    private static bool IsFilter(string? text, out ClipFilter filter)
    {
        filter = ClipFilter.All;
        return text is null || (Enum.TryParse(text, ignoreCase: true, out filter) && Enum.IsDefined(filter));
    }

    private static ProblemHttpResult NoFilter() =>
        Problems.Bad("filter", "Clips are listed by all, working, attention, done or failed. Ask for one of these.");

    internal static async Task<Ok<ClipCountsView>> CountsAsync(Member member, StudioDb db, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        return TypedResults.Ok(await session.ClipCountsAsync(member.Id));
    }

    internal static async Task<Results<Ok<ClipView>, NotFound>> OneAsync(Member member, Guid id, StudioDb db, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        return await session.ClipViewAsync(member.Id, id) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound();
    }

    /// <summary>What the settings cost at the moment, and whether the budgets allow it.</summary>
    internal static async Task<Results<Ok<ClipQuoteView>, ProblemHttpResult>> QuoteAsync(
        Member member, QuoteClips body, VideoCatalog catalog, PriceBook prices, StudioDb db, CancellationToken ct)
    {
        try
        {
            if (await catalog.FindAsync(body.Model, ct) is not { } model)
            {
                return Problems.Bad("model", "Venice has no video model of that name at the moment. Choose one from the list.");
            }
            var each = await prices.RecentAsync(PriceBook.QuoteOf(model.View, body.Duration, body.AspectRatio, body.Resolution, body.Sound), ct);
            var variations = body.Variations ?? 1;
            await using var session = await db.ReadAsync(ct);
            var left = await OrderLedger.LeftAsync(session, member.Id);
            return TypedResults.Ok(new ClipQuoteView(each, each * variations, variations, left.Member, left.Studio, left.Allows(each * variations)));
        }
        catch (VeniceException e)
        {
            return e.ToProblem();
        }
    }

    /// <summary>Orders clips. A worker buys them from Venice; progress arrives as events. Needs an Idempotency-Key header.</summary>
    internal static Task<Results<Accepted<IReadOnlyList<ClipView>>, ProblemHttpResult>> OrderAsync(
        Member member, OrderClips body, [FromHeader(Name = Idempotency.Header)] string? key, ClipOrdering ordering, CancellationToken ct) =>
        ordering.OrderAsync(member, body, key, null, ct);

    /// <summary>Orders an ended clip anew with the same settings. <paramref name="shownEach"/> is the price on the button.</summary>
    internal static async Task<Results<Accepted<IReadOnlyList<ClipView>>, NotFound, ProblemHttpResult>> RetryAsync(
        Member member, Guid id, long? shownEach, [FromHeader(Name = Idempotency.Header)] string? key, StudioDb db, ClipOrdering ordering, CancellationToken ct)
    {
        Clip? clip;
        long quoted;
        await using (var session = await db.ReadAsync(ct))
        {
            clip = await session.OrderOfAsync<Clip>(member.Id, id);
            if (clip is null) return TypedResults.NotFound();
            quoted = (await session.LineAsync(clip.LedgerId)).Quoted;
        }
        if (!clip.IsOver) return Problems.Of(409, "still-running", "This clip is still under way. Wait until it has ended, or cancel it first.");
        var settings = clip.Read();
        var order = new OrderClips
        {
            Model = settings.Model,
            Prompt = settings.Prompt,
            NegativePrompt = settings.NegativePrompt,
            Duration = settings.Duration,
            AspectRatio = settings.AspectRatio,
            Resolution = settings.Resolution,
            Sound = settings.Sound,
            ImageId = settings.ImageId,
            EndImageId = settings.EndImageId,
            AudioId = settings.AudioId,
            ReferenceImageIds = settings.ReferenceImageIds,
            ShownEach = shownEach ?? quoted,
            CleanUp = clip.CleanUp,
        };
        var answer = await ordering.OrderAsync(member, order, key, clip, ct);
        return answer.Result is Accepted<IReadOnlyList<ClipView>> accepted ? accepted : (ProblemHttpResult)answer.Result;
    }
}
