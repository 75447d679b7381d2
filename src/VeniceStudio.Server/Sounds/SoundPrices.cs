using VeniceStudio.Server.Catalog;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Sounds;

/// <summary>
/// What sounds cost, micro-dollars. Music is quoted by Venice; speech and recognition have no quote, and are reckoned from the price that
/// the model's listing names, rounded up.
/// </summary>
public sealed class SoundPrices(VeniceLink venice, TimeProvider time)
{
    private readonly PriceMemory<MusicQuote> _quotes = new(time, async (quote, ct) => await (await venice.ClientAsync(ct)).Music.QuoteAsync(quote, ct));

    /// <summary>The price of a form, at most half a minute old; null when Venice names none.</summary>
    public async Task<long?> RecentAsync(SoundModel model, int? seconds, int characters, CancellationToken ct) =>
        model.View.Kind == SoundKind.Music ? await _quotes.RecentAsync(QuoteOf(model, seconds, characters), ct) : Reckoned(model, characters);

    /// <summary>The price of this moment; null when Venice names none.</summary>
    public async Task<long?> FreshAsync(SoundModel model, int? seconds, int characters, CancellationToken ct) =>
        model.View.Kind == SoundKind.Music ? await _quotes.FreshAsync(QuoteOf(model, seconds, characters), ct) : Reckoned(model, characters);

    private static long? Reckoned(SoundModel model, int characters) =>
        model.Speech?.MicroDollarsPerMillionCharacters is { } rate ? (long)Math.Ceiling(characters * (decimal)rate / 1_000_000m) : null;

    private static MusicQuote QuoteOf(SoundModel model, int? seconds, int characters) => new()
    {
        Model = model.View.Id,
        // A length that the order leaves to the model is the model's usual one, and Venice prices it so when none is named.
        DurationSeconds = model.View.Length is null ? null : seconds,
        CharacterCount = model.Music?.Pricing.PerThousandCharactersMicroDollars is null ? null : Math.Max(1, characters),
    };
}
