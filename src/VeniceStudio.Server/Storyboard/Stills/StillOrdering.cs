using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Orders;
using VeniceStudio.Server.Projects;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Storyboard.Stills;

/// <summary>Prices stills and takes orders for them: each picture has its own row, its own money and its own outcome.</summary>
public sealed class StillOrdering(StudioDb db, StillPlanning planning, OrderDesk desk)
{
    public async Task<Results<Ok<StillQuoteView>, NotFound, ProblemHttpResult>> QuoteAsync(Member member, Guid project, QuoteStills wanted, CancellationToken ct)
    {
        if (await SceneAsync(member, project, ct) is not { } scene) return TypedResults.NotFound();
        try
        {
            var (pieces, problem) = await planning.PlanAsync(scene.Docs, scene.Board, scene.UnderWay, wanted, safe: true, ct);
            if (problem is not null) return problem;
            var total = pieces.Sum(piece => piece.Price);
            await using var session = await db.ReadAsync(ct);
            var left = await OrderLedger.LeftAsync(session, member.Id);
            var own = await session.ProjectBudgetAsync(project);
            return TypedResults.Ok(new StillQuoteView(
                pieces.Max(piece => piece.Price), total, pieces.Count,
                [.. pieces.Select(piece => new StillPriceView(piece.ShotId, piece.CastId, piece.Settings.Way, piece.Settings.Model, piece.ModelName, piece.Price)).Distinct()],
                left.Member, left.Studio, left.Allows(total) && (own is null || total <= own.Left), null));
        }
        catch (VeniceException e)
        {
            return e.ToProblem();
        }
    }

    public async Task<Results<Accepted<IReadOnlyList<StillView>>, NotFound, ProblemHttpResult>> OrderAsync(
        Member member, Guid project, OrderStills order, string? key, CancellationToken ct)
    {
        if (await SceneAsync(member, project, ct) is not { } scene) return TypedResults.NotFound();
        if (order is { ShownEach: null, ShownTotal: null }) return Problems.Bad("shownTotal", "Send the price that the button named, so that nobody pays more than was shown.");
        return await TakeAsync(member, project, new StillClick(project, order), key, null, onlyMissing: order.Missing, order.ShownEach, order.ShownTotal, async token =>
        {
            var (pieces, problem) = await planning.PlanAsync(scene.Docs, scene.Board, scene.UnderWay, order, order.SafeMode ?? true, token);
            return (pieces, problem);
        }, ct);
    }

    /// <summary>Orders an ended one anew with the same settings, for the place that its shot's still has now.</summary>
    public async Task<Results<Accepted<IReadOnlyList<StillView>>, NotFound, ProblemHttpResult>> RetryAsync(
        Member member, Guid id, long? shownEach, string? key, ImageCatalog catalog, CancellationToken ct)
    {
        Still? still;
        Board? board;
        long quoted;
        await using (var session = await db.ReadAsync(ct))
        {
            still = await session.OrderOfAsync<Still>(member.Id, id);
            if (still is null || await session.ProjectOfAsync(member.Id, still.ProjectId) is null) return TypedResults.NotFound();
            quoted = (await session.LineAsync(still.LedgerId)).Quoted;
            board = await BoardDesk.ReadAsync(session, still.ProjectId);
        }
        if (!still.IsOver) return Problems.Of(409, "still-running", $"This {still.Noun} is still under way. Wait until it has ended, or cancel it first.");
        return await TakeAsync(member, still.ProjectId, new RetryClick(id, shownEach), key, still.Id, onlyMissing: true, shownEach ?? quoted, null, async token =>
        {
            var settings = still.Read() with { Replaces = board?.Shots.FirstOrDefault(shot => shot.Id == still.ShotId)?.StillId };
            if (await catalog.FindAsync(settings.Model, token) is not { Available: true } model || model.PriceOf(still.PictureCount()) is not { } price)
                return ([], Problems.Bad("model", $"{still.ModelName} cannot be used now. Choose another model and draw it anew."));
            return ([new StillPiece(still.ShotId, still.CastId, settings, model.Name, price) { SetShotId = still.SetShotId }], null);
        }, ct);
    }

    private async Task<Results<Accepted<IReadOnlyList<StillView>>, NotFound, ProblemHttpResult>> TakeAsync(
        Member member, Guid project, object click, string? key, Guid? retryOf, bool onlyMissing, long? shownEach, long? shownTotal,
        Func<CancellationToken, Task<(IReadOnlyList<StillPiece> Pieces, ProblemHttpResult? Problem)>> plan, CancellationToken ct)
    {
        var (batch, problem) = await desk.TakeAsync(member, Still.Table, key, click, async token =>
        {
            var (pieces, refusal) = await plan(token);
            if (refusal is not null) return (null, refusal);
            var (price, shown) = shownTotal is { } total ? (pieces.Sum(piece => piece.Price), total) : (pieces.Max(piece => piece.Price), shownEach ?? 0);
            return (new Offer(OrderKind.Picture, pieces[0].Settings.Model, pieces[0].ModelName, price, shown, pieces.Count, async (session, place) =>
            {
                var piece = pieces[place.Index];
                // Two pages may ask for what is missing, or try the same one again: the second finds it ordered.
                if (onlyMissing && piece.ShotId is { } shot && await session.IsUnderWayAsync(project, shot, place.Batch))
                    return Problems.Of(409, "not-now", "Some of these stills were ordered a moment ago. Look at the board again. Nothing more was ordered.");
                await session.InsertStillAsync(Still.Ordered(member.Id, project, place, piece, retryOf, session.Now));
                return null;
            })
            {
                Project = project,
                Pieces = [.. pieces.Select(piece => new OfferedPiece(piece.Settings.Model, piece.ModelName, piece.Price))],
            }, null);
        }, ct);
        if (problem is not null) return problem;
        await using var session = await db.ReadAsync(ct);
        return TypedResults.Accepted((string?)null, await session.StillBatchAsync(member.Id, batch));
    }

    private async Task<Scene?> SceneAsync(Member member, Guid id, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        return await session.ProjectOfAsync(member.Id, id) is { } project
            ? new Scene(project.Read(), await BoardDesk.ReadAsync(session, id), await session.ShotsUnderWayAsync(id)) : null;
    }

    private sealed record Scene(ProjectDocs Docs, Board? Board, HashSet<Guid> UnderWay);

    // What a repeated click is told from a reused key by.
    private sealed record StillClick(Guid Project, OrderStills Order);

    private sealed record RetryClick(Guid Still, long? ShownEach);
}
