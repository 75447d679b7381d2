using VeniceStudio.Server.Projects;

namespace VeniceStudio.Server.Storyboard;

/// <summary>Plans as the API shows them.</summary>
internal static class PlanViews
{
    /// <param name="ground">What the plan was made from.</param>
    /// <param name="plan">The planner's cuts, priced.</param>
    /// <param name="nearest">The nearest-beat cuts, priced.</param>
    /// <param name="rates">What stills and words cost.</param>
    public static PlanView View(PlanGround ground, PricedBoard plan, PricedBoard nearest, PlanRates rates) => new(
        ground.Video!.Model.Id, ground.Video.Resolution, [.. plan.Board.Shots.Select((_, index) => View(plan, index))],
        Math.Round(plan.Paid, 3), Math.Round(plan.Board.Duration, 3), Math.Round(nearest.Paid, 3), plan.Price,
        rates.StillsOf(plan), rates.WordsMost, Repeats(ground, plan, rates), plan.Board.Note);

    private static PlannedShotView View(PricedBoard plan, int index)
    {
        var (shot, offer) = (plan.Board.Shots[index], plan.Offers[index]);
        return new PlannedShotView(shot.Start, plan.Board.EndOf(index), shot.Section, offer.Paid, offer.Duration, offer.Price ?? 0);
    }

    /// <summary>Every section that repeats an earlier one, with what each way of showing it costs.</summary>
    private static IReadOnlyList<RepeatOfferView> Repeats(PlanGround ground, PricedBoard plan, PlanRates rates)
    {
        var choices = BoardDraft.Choices(ground.Song, ground.Docs.Plan);
        if (choices.Count == 0) return [];
        PricedBoard As(RepeatAs way) => new PlanGround(
            ground.Song, ground.Docs with { Plan = ground.Docs.Plan with { Repeats = [.. choices.Keys.Select(section => new RepeatChoice(section, way))] } },
            ground.Video, ground.Prices).Priced(CutsOf(plan.Board));
        var (anew, again) = (As(RepeatAs.AllNew), As(RepeatAs.SameFootage));
        return [.. choices.Select(choice => new RepeatOfferView(
            choice.Key, ground.Song.Sections[choice.Key].RepeatOf!.Value,
            anew.PriceOf(choice.Key) + anew.StillsOf(choice.Key) * (rates.Still ?? 0),
            anew.PriceOf(choice.Key) + anew.StillsOf(choice.Key) * (rates.StillFromPicture ?? 0),
            again.PriceOf(choice.Key) + again.StillsOf(choice.Key) * (rates.Still ?? 0),
            choice.Value))];
    }

    private static Media.Editing.CutPlan CutsOf(Board board) => new(
        [.. board.Shots.Select((shot, index) => new Media.Editing.PlannedShot(shot.Start, board.EndOf(index), shot.Section, 0))], 0, board.Duration, true, board.Note);
}

/// <summary>Micro-dollars for what a plan costs beside its clips; null while a price is not known.</summary>
internal sealed record PlanRates(long? Still, long? StillFromPicture, long? WordsMost)
{
    public long? StillsOf(PricedBoard plan) => Still is { } each ? plan.Stills.New * each + plan.Stills.FromPicture * (StillFromPicture ?? each) : null;
}
