using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Catalog;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Projects;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Films;

/// <summary>
/// One place for what Venice refused or lost. A trouble is shown until it is dealt with: a newer try of the same shot, or a good clip in
/// its place, takes its card away. Cards concern their own shot alone; the others go on meanwhile.
/// </summary>
public sealed class RefusalDesk(StudioDb db, VideoCatalog catalog, TakePlanning planning)
{
    public async Task<Results<Ok<IReadOnlyList<DeskCardView>>, NotFound>> CardsAsync(Member member, Guid id, CancellationToken ct)
    {
        FilmScene? scene;
        IReadOnlyList<DeskRow> takes, stills;
        LedgerSql.ProjectBudget? budget;
        await using (var session = await db.ReadAsync(ct))
        {
            if (await session.ProjectOfAsync(member.Id, id) is not { } project) return TypedResults.NotFound();
            scene = await session.SceneAsync(project);
            (takes, stills) = (await session.TakesForDeskAsync(id), await session.StillsForDeskAsync(id));
            budget = await session.ProjectBudgetAsync(id);
        }
        var cards = new List<DeskCardView>();
        foreach (var row in Standing(takes, shot => scene is not null && Has(scene, shot)))
            if (DeskCards.KindOf(row, isTake: true) is { } kind) cards.Add(await PricedAsync(DeskCards.Card(row, kind, true, NumberOf(scene, row)), row, scene, id, ct));
        foreach (var row in Standing(stills, _ => false))
            if (DeskCards.KindOf(row, isTake: false) is { } kind) cards.Add(DeskCards.Card(row, kind, false, NumberOf(scene, row)));
        if (scene is not null && budget is not null && await OverBudgetAsync(scene, budget, ct) is { } over) cards.Insert(0, over);
        return TypedResults.Ok<IReadOnlyList<DeskCardView>>(cards);
    }

    /// <summary>What still waits for somebody: questions always, failures while nothing newer or better is there.</summary>
    private static IEnumerable<DeskRow> Standing(IReadOnlyList<DeskRow> rows, Func<Guid, bool> hasGood) => rows.Where((row, at) =>
        row.Status != ClipStatus.Failed
        || !(row.ShotId is { } shot && (hasGood(shot) || rows.Skip(at + 1).Any(later => later.ShotId == shot && later.Status != ClipStatus.Cancelled))));

    private static bool Has(FilmScene scene, Guid shot) =>
        scene.Board.IndexOf(shot) < 0 || Shown.Of(scene, scene.Board.Shots[scene.Board.IndexOf(shot)]).As is SpanShows.Take or SpanShows.Footage;

    private static int? NumberOf(FilmScene? scene, DeskRow row) =>
        scene is not null && row.ShotId is { } shot && scene.Board.IndexOf(shot) is >= 0 and var place ? place + 1 : null;

    /// <summary>Lays Venice's present prices on the ways that order again.</summary>
    private async Task<DeskCardView> PricedAsync(DeskCardView card, DeskRow row, FilmScene? scene, Guid project, CancellationToken ct)
    {
        var ways = new List<DeskWayView>();
        foreach (var way in card.Ways)
        {
            if (way.Route != DeskCards.Again)
            {
                ways.Add(way);
                continue;
            }
            var model = way.Model ?? row.Model;
            // A shot that is not approved as it was, or a model that cannot make it, is no way out.
            if (scene is null || card.Number is not { } number || await PriceAsync(scene, number - 1, model, ct) is not { } price) continue;
            var label = way.Act == DeskAct.OtherModel && (await NameAsync(model, ct)) is { } name ? $"Try {name}" : way.Label;
            ways.Add(way with { Label = label, Price = price, Difference = way.Act == DeskAct.OtherModel ? price - row.Quoted : null, Route = $"/projects/{project}/{DeskCards.Again}" });
        }
        return card with { Ways = ways };
    }

    private async Task<long?> PriceAsync(FilmScene scene, int index, string model, CancellationToken ct)
    {
        try
        {
            return (await planning.PieceAsync(scene, index, model, null, ct)).Piece?.Price;
        }
        catch (VeniceException)
        {
            return null;
        }
    }

    private async Task<string?> NameAsync(string model, CancellationToken ct)
    {
        try
        {
            return (await catalog.FindAsync(model, ct))?.View.Name;
        }
        catch (VeniceException)
        {
            return null;
        }
    }

    /// <summary>A card of the project itself: what is missing costs more than its budget has left.</summary>
    private async Task<DeskCardView?> OverBudgetAsync(FilmScene scene, LedgerSql.ProjectBudget budget, CancellationToken ct)
    {
        try
        {
            var plan = await planning.PlanAsync(scene, RenderScope.Missing, null, ct);
            if (plan.Pieces.Count == 0 || plan.Total <= budget.Left) return null;
            return new DeskCardView(
                scene.Project.Id, DeskOf.Project, DeskKind.Budget, null, null,
                $"The clips that are missing cost {Money.Dollars(plan.Total)}, and the project's budget has {Money.Dollars(Math.Max(0, budget.Left))} left. What is done stays. "
                    + "Raise the budget, render a part of them, or let some stills move instead.",
                0, scene.Project.UpdatedAt, null, null, [new DeskWayView(DeskAct.RaiseBudget, "Raise the budget", plan.Total - Math.Max(0, budget.Left), null, null, null, null)]);
        }
        catch (VeniceException)
        {
            return null;
        }
    }
}
