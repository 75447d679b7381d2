using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Films;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Storyboard;

namespace VeniceStudio.Server.Making;

/// <summary>Buys a clip for each approved shot, and one more try for those that failed.</summary>
internal sealed class TakesStep(FilmInTheMaking making)
{
    /// <summary>A clip that failed twice with the same words and picture needs a person's look.</summary>
    private const int MostTries = 2;

    public async Task<Standing> AdvanceAsync(CancellationToken ct)
    {
        var takes = await making.GetAsync<IReadOnlyList<TakeView>>("takes", ct);
        var board = await making.BoardAsync(ct);
        var bought = board.Shots.Where(shot => shot is { SameAs: null, MovingStill: false }).ToList();
        var of = takes.ToLookup(take => take.ShotId);
        var lacking = bought.Where(shot => !of[shot.Id].Any(IsGood)).ToList();
        if (lacking.Count == 0)
            return new Reached(Words.Count(bought.Count, "clip"), new { clips = bought.Count, paid = takes.Sum(take => take.Clip?.Paid ?? 0) });

        var clips = lacking.Select(shot => of[shot.Id].Select(take => take.Clip).OfType<ClipView>().ToList()).ToList();
        if (clips.Select(tries => tries.LastOrDefault()).FirstOrDefault(last => last is not null && StillsStep.IsMoving(last.Status)) is { } moving)
            return new Awaited(moving.Waiting ?? $"filming {Words.Count(lacking.Count, "shot")}", (bought.Count - lacking.Count) / (double)bought.Count);
        if (clips.Any(NeedsAPerson)) throw await making.AtTheDeskAsync($"{Words.Count(lacking.Count, "shot")} could not be filmed.", ct);

        var failed = clips.All(tries => tries.Any(clip => clip.Status == ClipStatus.Failed));
        await OrderAsync(failed ? RenderScope.Failed : RenderScope.Missing, takes.Count, ct);
        return new Awaited("filming");
    }

    private async Task OrderAsync(RenderScope scope, int before, CancellationToken ct)
    {
        var quote = await making.PostAsync<TakesQuoteView>("takes/quote", new QuoteTakes(scope, null), ct);
        if (quote.Stop is { } stop) throw new StoppedException(Outcome.Failed, $"{stop} Look at the project in the studio, then call again.");
        if (!quote.WithinBudget)
            throw new StoppedException(Outcome.Failed,
                $"The clips cost {Money.Dollars(quote.Total)}, more than the budgets have left{(quote.LeftForProject is { } left ? $" (the project's: {Money.Dollars(left)})" : "")}. Nothing of that was bought. Raise the budget to go on.");
        await making.Agreement.AskAsync(
            $"{Words.Count(quote.Shots, "clip")}{(scope == RenderScope.Failed ? " that failed, tried once more" : "")}, {Words.Number(quote.Seconds)} seconds", "clips", quote.Total, ct);
        await making.PostAsync<IReadOnlyList<TakeView>>("takes", new RenderTakes(scope, null, quote.Total), ct, making.KeyOf($"takes {scope}", before));
        making.Agreement.Spend("clips");
    }

    private static bool IsGood(TakeView take) => take.Footage is not null || take.Clip is { Status: ClipStatus.Done, Media: not null };

    private static bool NeedsAPerson(List<ClipView> tries) =>
        tries.LastOrDefault()?.Status is ClipStatus.Uncertain or ClipStatus.NeedsConsent or ClipStatus.PriceChanged
        || tries.Count(clip => clip.Status == ClipStatus.Failed) >= MostTries;
}
