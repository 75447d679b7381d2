using VeniceStudio.Server.Catalog;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Projects;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Storyboard;

/// <summary>Which clip each shot of a board needs, and what it costs by Venice's quotes.</summary>
public sealed class ShotPrices(VideoCatalog catalog, UsualVideo usual, PriceBook prices, VeniceStanding standing, TimeProvider time)
{
    /// <summary>A board may show prices of ten minutes ago: it is read at every edit, and whoever approves or buys asks anew.</summary>
    public static readonly TimeSpan ShownAge = TimeSpan.FromMinutes(10);

    /// <summary>What a button says that is about to be pressed.</summary>
    public static readonly TimeSpan FormAge = TimeSpan.FromSeconds(30);

    /// <summary>A board is shown without prices rather than late.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>For each shot, in the board's order. Without an answer of Venice the prices are null.</summary>
    internal async Task<IReadOnlyList<ShotOffer>> OffersAsync(Board board, ProjectDocs docs, TimeSpan age, CancellationToken ct)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, ct);
        var models = await ModelsAsync(board, docs, both.Token, ct);
        var offers = board.Shots.Select((shot, index) => Offer(board, index, models?.Of(board.Source(shot)))).ToList();
        // Nobody can say that a model is missing while nobody can be asked.
        if (models is null) offers = [.. offers.Select(offer => offer.Lack == ShotLack.Model ? offer with { Lack = ShotLack.Nothing } : offer)];
        var quotes = await QuotesAsync(offers, age, both.Token, ct);
        return [.. offers.Select(offer => offer is { Video: { } video, Duration: { } length } ? offer with { Price = quotes.GetValueOrDefault(video.QuoteOf(length)) } : offer)];
    }

    /// <summary>What a shot needs, without its price where one is to be asked for.</summary>
    internal static ShotOffer Offer(Board board, int index, VideoChoice? video)
    {
        var shot = board.Shots[index];
        var slot = board.EndOf(index) - shot.Start;
        if (shot.SameAs is not null) return Again(board, shot, slot, video);
        if (shot.MovingStill) return new ShotOffer(null, null, 0, 0, shot.StillId is null ? ShotLack.Still : ShotLack.Nothing);
        var bought = video?.Buy(slot);
        return new ShotOffer(video, bought?.Name, bought?.Seconds ?? slot, null, LackOf(shot, video, slot));
    }

    private static ShotOffer Again(Board board, Shot shot, double slot, VideoChoice? video)
    {
        var source = board.IndexOf(shot.SameAs!.Value);
        if (source < 0) return new ShotOffer(null, null, 0, 0, ShotLack.Still);
        var first = Offer(board, source, video);
        var tooLong = !board.Shots[source].MovingStill && slot > first.Paid * Media.Editing.ClipLengths.Slowing + Media.Editing.ClipLengths.Spare;
        return new ShotOffer(null, null, 0, 0, tooLong ? ShotLack.Footage : first.Lack is ShotLack.Still or ShotLack.Words ? first.Lack : ShotLack.Nothing);
    }

    private static ShotLack LackOf(Shot shot, VideoChoice? video, double slot)
    {
        if (string.IsNullOrWhiteSpace(shot.Words.Picture) && string.IsNullOrWhiteSpace(shot.Words.Action)) return ShotLack.Words;
        if (video is null || !video.Model.Available) return ShotLack.Model;
        if (shot.StillId is null && video.Model.Kind != VideoModelKind.TextToVideo) return ShotLack.Still;
        if (video.Model.AspectRatios.Count > 0 && video.AspectRatio is null) return ShotLack.Model;
        return slot > video.Reach ? ShotLack.Length : ShotLack.Nothing;
    }

    /// <summary>The models of a board's shots; null when Venice cannot be asked.</summary>
    private async Task<Models?> ModelsAsync(Board board, ProjectDocs docs, CancellationToken ct, CancellationToken person)
    {
        try
        {
            var byName = new Dictionary<string, VideoChoice>();
            foreach (var name in board.Shots.Select(shot => shot.VideoModel).OfType<string>().Distinct())
            {
                if (await catalog.FindAsync(name, ct) is { } model && VideoChoice.MakesShots(model.View)) byName[name] = VideoChoice.Of(model.View, docs.Plan.Resolution, docs.AspectRatio);
            }
            return new Models(await usual.OfAsync(docs, ct), byName);
        }
        catch (VeniceException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!person.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task<Dictionary<VideoQuote, long?>> QuotesAsync(IEnumerable<ShotOffer> offers, TimeSpan age, CancellationToken ct, CancellationToken person)
    {
        var wanted = offers.Where(offer => offer is { Video: not null, Duration: not null }).Select(offer => offer.Video!.QuoteOf(offer.Duration)).Distinct().ToList();
        var answers = await Task.WhenAll(wanted.Select(async quote => (quote, await AskAsync(quote, age, ct, person))));
        return answers.ToDictionary(answer => answer.quote, answer => answer.Item2);
    }

    private async Task<long?> AskAsync(VideoQuote quote, TimeSpan age, CancellationToken ct, CancellationToken person)
    {
        try
        {
            // While Venice is known to be down, an old price is better than a wait that ends in none.
            return await prices.WithinAsync(quote, standing.PausedUntil is null ? age : TimeSpan.FromDays(1), ct);
        }
        catch (VeniceException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!person.IsCancellationRequested)
        {
            return null;
        }
    }

    private sealed record Models(VideoChoice? Plain, Dictionary<string, VideoChoice> ByName)
    {
        public VideoChoice? Of(Shot shot) => shot.VideoModel is { } named ? ByName.GetValueOrDefault(named) : Plain;
    }
}
