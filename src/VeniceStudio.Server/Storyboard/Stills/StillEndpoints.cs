using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Orders;
using VeniceStudio.Server.Projects;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Storyboard.Stills;

public static class StillEndpoints
{
    public static void MapStills(this IEndpointRouteBuilder routes)
    {
        routes.MapGroup("/api/catalog").WithTags("Catalog").RequireAuthorization().MapGet("/image-models", ModelsAsync);
        var project = routes.MapGroup("/api/projects/{id:guid}").WithTags("Stills").RequireAuthorization();
        project.MapGet("/stills", ListAsync);
        project.MapPost("/stills/quote", QuoteAsync);
        project.MapPost("/stills", OrderAsync);
        project.MapPost("/stills/stop", (Member member, Guid id, StillDecisions decisions, CancellationToken ct) => decisions.StopAsync(member, OrderScope.Project(id), ct));
        project.MapPost("/shots/{shotId:guid}/still", GiveAsync);
        var stills = routes.MapGroup("/api/stills").WithTags("Stills").RequireAuthorization();
        stills.MapGet("/{id:guid}", OneAsync);
        stills.MapPost("/{id:guid}/retry", RetryAsync);
        stills.MapPost("/{id:guid}/cancel", (Member member, Guid id, StillDecisions decisions, CancellationToken ct) => decisions.CancelAsync(member, id, ct));
        stills.MapPost("/{id:guid}/price", (Member member, Guid id, AcceptPrice body, StillDecisions decisions, CancellationToken ct) => decisions.AcceptPriceAsync(member, id, body, ct));
        stills.MapPost("/{id:guid}/charged", (Member member, Guid id, StillDecisions decisions, CancellationToken ct) => decisions.ChargedAsync(member, id, ct));
        stills.MapPost("/{id:guid}/send-again", (Member member, Guid id, StillDecisions decisions, CancellationToken ct) => decisions.ResendAsync(member, id, ct));
        stills.MapPost("/{id:guid}/collect", (Member member, Guid id, StillDecisions decisions, CancellationToken ct) => decisions.CollectAgainAsync(member, id, ct));
    }

    /// <summary>Venice's models that draw, with what a still of a frame's shape (<c>16:9</c> unless told) costs by each.</summary>
    internal static async Task<Results<Ok<IReadOnlyList<ImageModelView>>, ProblemHttpResult>> ModelsAsync(
        Member member, string? ratio, ImageCatalog catalog, CancellationToken ct)
    {
        try
        {
            return TypedResults.Ok(await catalog.ViewsAsync(ratio ?? "16:9", ct));
        }
        catch (VeniceException e)
        {
            return e.ToProblem();
        }
    }

    /// <summary>Every version of every shot's still and of every cast sheet, oldest first; those on their way and those that failed too.</summary>
    internal static async Task<Results<Ok<IReadOnlyList<StillView>>, NotFound>> ListAsync(Member member, Guid id, StudioDb db, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        return await session.ProjectOfAsync(member.Id, id) is null ? TypedResults.NotFound() : TypedResults.Ok(await session.StillViewsAsync(member.Id, id));
    }

    /// <summary>What these stills cost at the moment, one by one and together, and whether the budgets allow it.</summary>
    internal static Task<Results<Ok<StillQuoteView>, NotFound, ProblemHttpResult>> QuoteAsync(
        Member member, Guid id, QuoteStills body, StillOrdering ordering, CancellationToken ct) => ordering.QuoteAsync(member, id, body, ct);

    /// <summary>
    /// Orders stills. Workers draw them, as many at once as Venice allows; each arrives, or fails, by itself, as <c>stills</c> events, and
    /// takes its place on the board. Needs an Idempotency-Key header.
    /// </summary>
    internal static Task<Results<Accepted<IReadOnlyList<StillView>>, NotFound, ProblemHttpResult>> OrderAsync(
        Member member, Guid id, OrderStills body, [FromHeader(Name = Idempotency.Header)] string? key, StillOrdering ordering, CancellationToken ct) =>
        ordering.OrderAsync(member, id, body, key, ct);

    /// <summary>Makes a picture of one's own, or an earlier version, the still of a shot. Answers all versions; the board changes, and says so as an event.</summary>
    internal static async Task<Results<Ok<IReadOnlyList<StillView>>, NotFound, ProblemHttpResult>> GiveAsync(
        Member member, Guid id, Guid shotId, GiveStill body, StillGiving giving, StudioDb db, CancellationToken ct)
    {
        var given = await giving.GiveAsync(member, id, shotId, body.MediaId, ct);
        if (given is { IsThere: false }) return TypedResults.NotFound();
        if (given.Problem is { } problem) return problem;
        await using var session = await db.ReadAsync(ct);
        return TypedResults.Ok(await session.StillViewsAsync(member.Id, id));
    }

    internal static async Task<Results<Ok<StillView>, NotFound>> OneAsync(Member member, Guid id, StudioDb db, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        return await session.StillViewAsync(member.Id, id) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound();
    }

    /// <summary>Orders an ended one anew with the same settings. <paramref name="shownEach"/> is the price on the button. Needs an Idempotency-Key header.</summary>
    internal static Task<Results<Accepted<IReadOnlyList<StillView>>, NotFound, ProblemHttpResult>> RetryAsync(
        Member member, Guid id, long? shownEach, [FromHeader(Name = Idempotency.Header)] string? key, StillOrdering ordering, ImageCatalog catalog, CancellationToken ct) =>
        ordering.RetryAsync(member, id, shownEach, key, catalog, ct);
}
