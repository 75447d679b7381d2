using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Storyboard;
using VeniceStudio.Server.Storyboard.Stills;

namespace VeniceStudio.Server.Making;

/// <summary>Has a still drawn for each shot that needs one.</summary>
internal sealed class StillsStep(FilmInTheMaking making)
{
    /// <summary>A picture that Venice refuses or spoils twice needs other words, which a person finds.</summary>
    private const int MostTries = 2;

    /// <summary>Looks at a still that is done and not on the board yet; more means that somebody took it off.</summary>
    private const int MostLooks = 20;

    private int _looks;

    public async Task<Standing> AdvanceAsync(CancellationToken ct)
    {
        var stills = await making.GetAsync<IReadOnlyList<StillView>>("stills", ct);
        var board = await making.BoardAsync(ct);
        var shots = board.Shots.Where(shot => shot.SameAs is null).ToList();
        var bare = shots.Where(shot => shot.StillId is null && shot.Missing is not null).ToList();
        var drawn = stills.Where(still => still.ShotId is not null).ToLookup(still => still.ShotId!.Value);
        if (bare.Count == 0)
            return new Reached(Words.Count(shots.Count(shot => shot.StillId is not null), "still"), new { stills = shots.Count, paid = stills.Sum(still => still.Paid) });

        var last = bare.Select(shot => drawn[shot.Id].LastOrDefault()).ToList();
        if (last.FirstOrDefault(still => still is { Status: var status } && IsMoving(status)) is { } moving)
            return new Awaited(moving.Waiting ?? "drawing", (shots.Count - bare.Count) / (double)shots.Count);
        if (last.Any(still => still?.Status is ClipStatus.Uncertain or ClipStatus.NeedsConsent or ClipStatus.PriceChanged)
            || bare.Any(shot => drawn[shot.Id].Count(still => still.Status == ClipStatus.Failed) >= MostTries))
            throw await making.AtTheDeskAsync($"{Words.Count(bare.Count, "shot")} could not be drawn.", ct);
        if (last.Any(still => still?.Status == ClipStatus.Done) && _looks++ < MostLooks) return new Awaited("putting stills onto the board");

        await OrderAsync(stills.Count, ct);
        return new Awaited("drawing");
    }

    private async Task OrderAsync(int before, CancellationToken ct)
    {
        var quote = await making.PostAsync<StillQuoteView>("stills/quote", new QuoteStills { Missing = true }, ct);
        await making.Agreement.AskAsync(Words.Count(quote.Count, "still"), "stills", quote.Total, ct);
        await making.PostAsync<IReadOnlyList<StillView>>("stills", new OrderStills { Missing = true, ShownTotal = quote.Total }, ct, making.KeyOf("stills", before));
        making.Agreement.Spend("stills");
    }

    internal static bool IsMoving(ClipStatus status) => status is ClipStatus.Reserved or ClipStatus.Submitting or ClipStatus.Working or ClipStatus.Collecting;
}
