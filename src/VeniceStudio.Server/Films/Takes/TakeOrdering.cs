using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Orders;
using VeniceStudio.Server.Projects;
using VeniceStudio.Server.Storyboard;
using VeniceStudio.Server.Work;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Films;

/// <summary>
/// Prices renders and takes orders for them. All clips of a click are reserved in one transaction or none is; what is on the board, and
/// what was ordered meanwhile, is looked at again inside it.
/// </summary>
public sealed class TakeOrdering(StudioDb db, TakePlanning planning, OrderDesk desk, Pacer pacer, IStudioEvents events)
{
    public async Task<Results<Ok<TakesQuoteView>, NotFound, ProblemHttpResult>> QuoteAsync(Member member, Guid id, QuoteTakes body, CancellationToken ct)
    {
        var (scene, problem) = await SceneAsync(member, id, ct);
        if (scene is null) return problem is null ? TypedResults.NotFound() : problem;
        try
        {
            var plan = await planning.PlanAsync(scene, body.Scope, body.ShotIds, ct);
            await using var session = await db.ReadAsync(ct);
            var left = await OrderLedger.LeftAsync(session, member.Id);
            var own = await session.ProjectBudgetAsync(id);
            return TypedResults.Ok(new TakesQuoteView(
                plan.Pieces.Count, plan.Total, plan.Pieces.Sum(piece => piece.Seconds), own is null ? null : Math.Max(0, own.Left), left.Member, left.Studio,
                left.Allows(plan.Total) && (own is null || plan.Total <= own.Left),
                [.. plan.Pieces.Select(piece => new ShotQuoteView(piece.Shot.Id, piece.Number, piece.Price, piece.Seconds))], plan.LeftOut, plan.Stop));
        }
        catch (VeniceException e)
        {
            return e.ToProblem();
        }
    }

    public async Task<Results<Accepted<IReadOnlyList<TakeView>>, NotFound, ProblemHttpResult>> RenderAsync(
        Member member, Guid id, RenderTakes body, string? key, CancellationToken ct)
    {
        var (scene, problem) = await SceneAsync(member, id, ct);
        if (scene is null) return problem is null ? TypedResults.NotFound() : problem;
        return await TakeAsync(member, scene, new { project = id, body }, key, body.ShownTotal, null, watchesOthers: body.Scope is RenderScope.Missing or RenderScope.Failed, async token =>
        {
            var plan = await planning.PlanAsync(scene, body.Scope, body.ShotIds, token);
            return (plan.Pieces, plan.Stop);
        }, ct);
    }

    public async Task<Results<Accepted<IReadOnlyList<TakeView>>, NotFound, ProblemHttpResult>> AgainAsync(
        Member member, Guid id, RetakeShot body, string? key, CancellationToken ct)
    {
        var (scene, problem) = await SceneAsync(member, id, ct);
        if (scene is null) return problem is null ? TypedResults.NotFound() : problem;
        Clip? clip;
        await using (var session = await db.ReadAsync(ct)) clip = await session.OrderOfAsync<Clip>(member.Id, body.TakeId);
        if (clip is null || clip.ProjectId != id) return TypedResults.NotFound();
        if (!clip.IsOver) return Problems.Of(409, "still-running", "This take is still under way. Wait until it has ended, or cancel it first.");
        var index = scene.Board.IndexOf(clip.ShotId ?? Guid.Empty);
        if (index < 0) return Problems.Of(409, "stale", "The shot of this take is not on the storyboard any more.");
        return await TakeAsync(member, scene, new { project = id, body }, key, body.ShownEach, clip.Id, watchesOthers: true, async token =>
        {
            // Two pages may show the same card: the second finds the shot being tried again.
            if (scene.Takes.Any(take => take.ShotId == clip.ShotId && take.IsUnderWay))
                return ([], $"Another clip of shot {index + 1} is under way already. Wait for it, and look at the shot again then.");
            var (piece, stop) = await planning.PieceAsync(scene, index, body.Model ?? clip.Model, body.Prompt ?? clip.Prompt, token);
            return (piece is null ? [] : [piece], stop);
        }, ct);
    }

    private async Task<Results<Accepted<IReadOnlyList<TakeView>>, NotFound, ProblemHttpResult>> TakeAsync(
        Member member, FilmScene scene, object click, string? key, long shown, Guid? retryOf, bool watchesOthers,
        Func<CancellationToken, Task<(IReadOnlyList<TakePiece> Pieces, string? Stop)>> plan, CancellationToken ct)
    {
        var (batch, refusal) = await desk.TakeAsync(member, Clip.Table, key, click, async token =>
        {
            var (pieces, stop) = await plan(token);
            return stop is null ? (OfferOf(member, scene, pieces, shown, retryOf, watchesOthers), null) : (null, Problems.Of(409, "nothing-to-render", stop));
        }, ct);
        if (refusal is not null) return refusal;
        await using var session = await db.ReadAsync(ct);
        if (await session.ProjectOfAsync(member.Id, scene.Project.Id) is not { } project) return TypedResults.NotFound();
        var ordered = (await session.TakesOfBatchAsync(member.Id, batch)).ToHashSet();
        IReadOnlyList<TakeView> views = [.. (await TakeReading.ViewsAsync(session, project)).Where(take => ordered.Contains(take.Id))];
        return TypedResults.Accepted($"/api/projects/{project.Id}/takes", views);
    }

    private Offer OfferOf(Member member, FilmScene scene, IReadOnlyList<TakePiece> pieces, long shown, Guid? retryOf, bool watchesOthers) => new(
        OrderKind.Video, pieces[0].Settings.Model, pieces[0].ModelName, pieces.Sum(piece => piece.Price), shown, pieces.Count, async (session, place) =>
        {
            if (place.Index == 0 && await ChangedAsync(session, scene, pieces, watchesOthers) is { } changed) return changed;
            if (place.Index == 0) session.AfterCommit(() => { foreach (var name in (string[])["takes", "projects"]) events.Publish(new Changed(name, member.Id)); });
            var piece = pieces[place.Index];
            var clip = Clip.Ordered(
                member.Id, place.Batch, place.Id, place.Line.Id, piece.Settings, piece.ModelName, piece.Price, place.Studio.CleanUpByDefault, retryOf,
                session.Now, scene.Project.Id, piece.Shot.Id);
            clip.Wait(session.Now + TurnOf(place.Index));
            await session.InsertClipAsync(clip);
            return await session.LinkInputsAsync(place.Id, ClipOrderBody.InputIds(piece.Settings)) ? null
                : Problems.Of(409, "missing-input", $"A picture of shot {piece.Number} is no longer in the library. Give the shot another still and approve it again.");
        })
        {
            Project = scene.Project.Id,
            Pieces = [.. pieces.Select(piece => new OfferedPiece(piece.Settings.Model, piece.ModelName, piece.Price))],
        };

    /// <summary>
    /// When the n-th clip of a render is due: three quarters of the account's minute at once, as many again a minute later and so on, so that
    /// somebody's single clip is not behind forty.
    /// </summary>
    private TimeSpan TurnOf(int index) => TimeSpan.FromMinutes(index / Math.Max(1, pacer.PerMinute(Paced.Queue) * 3 / 4));

    /// <summary>Under the ledger's lock: the approvals are still those that were priced, and nobody has just rendered the same shots.</summary>
    private static async Task<ProblemHttpResult?> ChangedAsync(DbSession session, FilmScene scene, IReadOnlyList<TakePiece> pieces, bool watchesOthers)
    {
        if (await session.ProjectAsync(scene.Project.Id) is not { } project || await session.SceneAsync(project) is not { } now)
            return Problems.Of(409, "stale", "This project was deleted meanwhile. Nothing was ordered.");
        if (pieces.Any(piece => now.Board.Shots.FirstOrDefault(shot => shot.Id == piece.Shot.Id)?.Approval is not { } approval || approval != piece.Shot.Approval))
            return Problems.Of(409, "stale", "The storyboard was changed meanwhile. Nothing was ordered; look at it and render again.");
        var known = scene.Takes.Select(take => take.Id).ToHashSet();
        return watchesOthers && now.Takes.Any(take => !known.Contains(take.Id) && pieces.Any(piece => piece.Shot.Id == take.ShotId))
            ? Problems.Of(409, "stale", "Somebody has rendered these shots a moment ago. Nothing was ordered a second time.") : null;
    }

    private async Task<(FilmScene? Scene, ProblemHttpResult? Problem)> SceneAsync(Member member, Guid id, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        if (await session.ProjectOfAsync(member.Id, id) is not { } project) return (null, null);
        return await session.SceneAsync(project) is { } scene ? (scene, null)
            : (null, Problems.Of(409, "no-board", "This project has no storyboard yet. Have it written first."));
    }
}
