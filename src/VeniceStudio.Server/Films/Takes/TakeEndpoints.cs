using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Orders;

namespace VeniceStudio.Server.Films;

public static class TakeEndpoints
{
    public static void MapTakes(this IEndpointRouteBuilder routes)
    {
        var project = routes.MapGroup("/api/projects/{id:guid}").WithTags("Takes").RequireAuthorization();
        project.MapPost("/takes/quote", QuoteAsync);
        project.MapPost("/takes", RenderAsync);
        project.MapPost("/takes/again", AgainAsync);
        project.MapPost("/takes/stop", (Member member, Guid id, ClipDecisions decisions, CancellationToken ct) => decisions.StopAsync(member, OrderScope.Project(id), ct));
        project.MapGet("/takes", ListAsync);
        project.MapPost("/takes/choose", ChooseAsync);
        project.MapGet("/desk", DeskAsync);
        project.MapPost("/footage", BringAsync);
        project.MapDelete("/footage/{footageId:guid}", DropAsync);
    }

    /// <summary>What rendering a scope costs at the moment, shot by shot, and whether the budgets allow it.</summary>
    internal static Task<Results<Ok<TakesQuoteView>, NotFound, ProblemHttpResult>> QuoteAsync(
        Member member, Guid id, QuoteTakes body, TakeOrdering ordering, CancellationToken ct) => ordering.QuoteAsync(member, id, body, ct);

    /// <summary>Buys a clip for each approved shot of the scope, all or none: priced and reserved as one act. Needs an Idempotency-Key header.</summary>
    internal static Task<Results<Accepted<IReadOnlyList<TakeView>>, NotFound, ProblemHttpResult>> RenderAsync(
        Member member, Guid id, RenderTakes body, [FromHeader(Name = Idempotency.Header)] string? key, TakeOrdering ordering, CancellationToken ct) =>
        ordering.RenderAsync(member, id, body, key, ct);

    /// <summary>Tries a shot once more, with other words or another model where they are given. Needs an Idempotency-Key header.</summary>
    internal static Task<Results<Accepted<IReadOnlyList<TakeView>>, NotFound, ProblemHttpResult>> AgainAsync(
        Member member, Guid id, RetakeShot body, [FromHeader(Name = Idempotency.Header)] string? key, TakeOrdering ordering, CancellationToken ct) =>
        ordering.AgainAsync(member, id, body, key, ct);

    /// <summary>Every take of every shot, in the order of the shots, oldest first.</summary>
    internal static Task<Results<Ok<IReadOnlyList<TakeView>>, NotFound>> ListAsync(Member member, Guid id, TakeReading reading, CancellationToken ct) =>
        reading.ListAsync(member, id, ct);

    /// <summary>Lets a shot show one of its takes.</summary>
    internal static Task<Results<Ok<IReadOnlyList<TakeView>>, NotFound, ProblemHttpResult>> ChooseAsync(
        Member member, Guid id, ChooseTake body, CutDesk cuts, CancellationToken ct) => cuts.ChooseAsync(member, id, body, ct);

    /// <summary>What Venice refused, lost or asks about in this project, with the ways out.</summary>
    internal static Task<Results<Ok<IReadOnlyList<DeskCardView>>, NotFound>> DeskAsync(Member member, Guid id, RefusalDesk desk, CancellationToken ct) =>
        desk.CardsAsync(member, id, ct);

    /// <summary>Takes footage of one's own for a shot and chooses it. It is decoded to its end before it counts.</summary>
    internal static Task<Results<Created<TakeView>, NotFound, ProblemHttpResult>> BringAsync(
        Member member, Guid id, BringFootage body, FootageDesk footage, CancellationToken ct) => footage.BringAsync(member, id, body, ct);

    /// <summary>Takes footage away from its shot, with its file unless that is a still as well.</summary>
    internal static Task<Results<NoContent, NotFound>> DropAsync(Member member, Guid id, Guid footageId, FootageDesk footage, CancellationToken ct) =>
        footage.DropAsync(member, id, footageId, ct);
}
