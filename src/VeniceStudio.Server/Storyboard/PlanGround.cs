using VeniceStudio.Media.Audio;
using VeniceStudio.Media.Editing;
using VeniceStudio.Server.Projects;

namespace VeniceStudio.Server.Storyboard;

/// <summary>All that a plan is made from: the song, the wishes, a model and its prices.</summary>
/// <param name="Song">As corrected.</param>
/// <param name="Docs">With the plan that is tried.</param>
/// <param name="Video">The model; null when Venice offers none or does not answer.</param>
/// <param name="Prices">Micro-dollars by length in seconds, as Venice quotes them.</param>
internal sealed record PlanGround(HeardSong Song, ProjectDocs Docs, VideoChoice? Video, IReadOnlyDictionary<double, long> Prices)
{
    public CutTaste Taste => CutTaste.Of(Docs.Brief.Pace, Docs.Plan.Shortest, Docs.Plan.Longest);

    public ClipLengths Lengths => Video is null ? ClipLengths.Any
        : new ClipLengths([.. Video.Lengths.Select(length => length.Seconds)], null, Prices.Count > 0 ? Prices : null);

    public CutPlan Cut() => CutPlanner.Plan(Song, Taste, Lengths);

    public CutPlan CutAtNearestBeats() => NearestBeatPlan.Plan(Song, Taste, Lengths);

    /// <summary>The board of some cuts, and what each of its shots buys.</summary>
    public PricedBoard Priced(CutPlan cuts)
    {
        var board = BoardDraft.Of(Song, Docs.Plan, cuts, Video);
        return new PricedBoard(board, [.. Enumerable.Range(0, board.Shots.Count).Select(index => Offer(board, index))]);
    }

    private ShotOffer Offer(Board board, int index)
    {
        var offer = ShotPrices.Offer(board, index, Video);
        return offer.Video is null || offer.Duration is null ? offer with { Price = offer.Price ?? 0 } : offer with { Price = Prices.TryGetValue(offer.Paid, out var price) ? price : null };
    }
}

/// <summary>A board without words, shot by shot with what it buys.</summary>
internal sealed record PricedBoard(Board Board, IReadOnlyList<ShotOffer> Offers)
{
    /// <summary>Micro-dollars of all clips.</summary>
    public long Price => Offers.Sum(offer => offer.Price ?? 0);

    public double Paid => Offers.Sum(offer => offer.Paid);

    /// <summary>Shots that need a still of their own: how many drawn anew, how many made of another picture.</summary>
    public (int New, int FromPicture) Stills => (
        Board.Shots.Count(shot => shot.SameAs is null && shot.AngleOf is null), Board.Shots.Count(shot => shot.SameAs is null && shot.AngleOf is not null));

    public long PriceOf(int section) => Board.Shots.Zip(Offers).Where(pair => pair.First.Section == section).Sum(pair => pair.Second.Price ?? 0);

    public int StillsOf(int section) => Board.Shots.Count(shot => shot.Section == section && shot.SameAs is null);
}
