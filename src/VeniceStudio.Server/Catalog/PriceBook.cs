using System.Collections.Concurrent;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Catalog;

/// <summary>
/// Venice's prices. Only its quote knows them, for a moment. A live price on a form may be half a minute old; hints in the model
/// picker may be an hour old; an order is always quoted anew.
/// </summary>
public sealed class PriceBook(VeniceLink venice, VideoCatalog catalog, TimeProvider time, IStudioEvents events, IHostApplicationLifetime lifetime)
{
    private static readonly TimeSpan HintAge = TimeSpan.FromHours(1);
    private readonly PriceMemory<VideoQuote> _prices = new(time, async (quote, ct) => await (await venice.ClientAsync(ct)).Video.QuoteAsync(quote, ct));
    private readonly ConcurrentDictionary<string, Hint> _hints = new();
    private int _hinting;

    /// <summary>Venice's price now, micro-dollars.</summary>
    public Task<long> FreshAsync(VideoQuote quote, CancellationToken ct) => _prices.FreshAsync(quote, ct);

    /// <summary>Venice's price at most half a minute ago, micro-dollars.</summary>
    public Task<long> RecentAsync(VideoQuote quote, CancellationToken ct) => _prices.RecentAsync(quote, ct);

    /// <summary>Venice's price at most so long ago, micro-dollars.</summary>
    public Task<long> WithinAsync(VideoQuote quote, TimeSpan age, CancellationToken ct) => _prices.WithinAsync(quote, age, ct);

    /// <summary>The hints known so far; missing and old ones are asked for in the background and announced as a catalog change.</summary>
    public async Task<IReadOnlyList<PriceHintView>> HintsAsync(CancellationToken ct)
    {
        var models = await catalog.VideoModelsAsync(ct);
        var now = time.GetUtcNow();
        var missing = models.Where(model => model.View.Available && !(_hints.TryGetValue(model.Id, out var hint) && now - hint.At < HintAge)).ToList();
        if (missing.Count > 0 && Interlocked.Exchange(ref _hinting, 1) == 0) _ = AskForHintsAsync(missing);
        return [.. models.Where(model => model.View.Available).Select(model => _hints.GetValueOrDefault(model.Id)?.View).OfType<PriceHintView>()];
    }

    /// <summary>What a plain clip of these settings costs: the fields of the order itself, or the quote would be too low (T9).</summary>
    public static VideoQuote QuoteOf(VideoModelView model, string? duration, string? aspectRatio, string? resolution, bool? sound) => new()
    {
        Model = model.Id,
        Duration = model.Durations.Count == 0 ? null : duration ?? model.Durations[0],
        AspectRatio = model.AspectRatios.Count == 0 ? null : aspectRatio ?? model.AspectRatios[0],
        Resolution = model.Resolutions.Count == 0 ? null : resolution ?? model.Resolutions[0],
        Audio = model.Sound == ModelSound.Switchable ? sound ?? true : null,
    };

    private async Task AskForHintsAsync(List<VideoModel> models)
    {
        try
        {
            foreach (var model in models)
            {
                try
                {
                    var quote = QuoteOf(model.View, null, null, null, model.View.Sound == ModelSound.Switchable ? false : null);
                    var price = await RecentAsync(quote, lifetime.ApplicationStopping);
                    _hints[model.Id] = new Hint(new PriceHintView(model.Id, price, quote.Duration, quote.Resolution), time.GetUtcNow());
                }
                catch (VeniceException e) when (!e.MayPass)
                {
                    // A model that cannot be quoted plainly has no hint for now; its price shows once its settings are chosen.
                    _hints[model.Id] = new Hint(null, time.GetUtcNow());
                }
            }
            events.Publish(new Changed("catalog"));
        }
        catch (Exception e) when (e is VeniceException or OperationCanceledException)
        {
            // Venice is away, or the studio stops: the next look asks again.
        }
        finally
        {
            Volatile.Write(ref _hinting, 0);
        }
    }

    private sealed record Hint(PriceHintView? View, DateTimeOffset At);
}
