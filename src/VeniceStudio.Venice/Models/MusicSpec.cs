using System.Text.Json;
using VeniceStudio.Venice.Wire;

namespace VeniceStudio.Venice;

/// <summary>What an order for a model of type music may say. A field that the model does not support must not be sent.</summary>
public sealed record MusicSpec
{
    public bool SupportsLyrics { get; init; }

    public bool LyricsRequired { get; init; }

    /// <summary>The model can write the words itself.</summary>
    public bool SupportsLyricsOptimizer { get; init; }

    public bool SupportsForceInstrumental { get; init; }

    public bool SupportsLoop { get; init; }

    public bool SupportsLanguageCode { get; init; }

    public bool SupportsSpeed { get; init; }

    public double? MinSpeed { get; init; }

    public double? MaxSpeed { get; init; }

    public double? DefaultSpeed { get; init; }

    public IReadOnlyList<string> Voices { get; init; } = [];

    public string? DefaultVoice { get; init; }

    /// <summary>Seconds to choose from; empty when any length between the bounds will do, or none can be chosen.</summary>
    public IReadOnlyList<int> DurationOptions { get; init; } = [];

    /// <summary>Seconds.</summary>
    public int? MinDuration { get; init; }

    /// <summary>Seconds.</summary>
    public int? MaxDuration { get; init; }

    /// <summary>Seconds that come when none are asked for.</summary>
    public int? DefaultDuration { get; init; }

    /// <summary>Characters; null when the listing names no limit.</summary>
    public int? PromptCharacterLimit { get; init; }

    /// <summary>Characters.</summary>
    public int MinPromptLength { get; init; } = 1;

    /// <summary>Characters; null when the listing names no limit.</summary>
    public int? LyricsCharacterLimit { get; init; }

    public IReadOnlyList<string> SupportedFormats { get; init; } = [];

    /// <summary>mp3, wav or flac; null when unknown until the sound comes.</summary>
    public string? DefaultFormat { get; init; }

    public MusicPricing Pricing { get; init; } = new();

    /// <summary>A length may be ordered.</summary>
    public bool TakesDuration => DurationOptions.Count > 0 || MaxDuration is not null;

    internal static MusicSpec Read(JsonElement spec) => new()
    {
        SupportsLyrics = spec.Flag("supports_lyrics") ?? false,
        LyricsRequired = spec.Flag("lyrics_required") ?? false,
        SupportsLyricsOptimizer = spec.Flag("supports_lyrics_optimizer") ?? false,
        SupportsForceInstrumental = spec.Flag("supports_force_instrumental") ?? false,
        SupportsLoop = spec.Flag("supports_loop") ?? false,
        SupportsLanguageCode = spec.Flag("supports_language_code") ?? false,
        SupportsSpeed = spec.Flag("supports_speed") ?? false,
        MinSpeed = (double?)spec.Number("min_speed"),
        MaxSpeed = (double?)spec.Number("max_speed"),
        DefaultSpeed = (double?)spec.Number("default_speed"),
        Voices = spec.Texts("voices"),
        DefaultVoice = spec.Text("default_voice"),
        DurationOptions = [.. spec.Items("duration_options").Select(Seconds).OfType<int>().Order()],
        MinDuration = spec.Count("min_duration"),
        MaxDuration = spec.Count("max_duration"),
        DefaultDuration = spec.Count("default_duration"),
        PromptCharacterLimit = spec.Count("prompt_character_limit") is > 0 and var prompt ? prompt : null,
        MinPromptLength = spec.Count("min_prompt_length") is > 0 and var least ? least : 1,
        LyricsCharacterLimit = spec.Count("lyrics_character_limit") is > 0 and var lyrics ? lyrics : null,
        SupportedFormats = spec.Texts("supported_formats"),
        DefaultFormat = spec.Text("default_format"),
        Pricing = MusicPricing.Read(spec.Get("pricing") ?? default),
    };

    private static int? Seconds(JsonElement option) =>
        LenientJson.ToNumber(option.ToString()) is > 0 and <= int.MaxValue and var seconds ? (int)seconds : null;
}

/// <summary>How a model of type music is paid for: one of the four is set, or none when the listing is silent. The quote decides.</summary>
public sealed record MusicPricing
{
    /// <summary>Micro-dollars for one order, whatever its length.</summary>
    public long? GenerationMicroDollars { get; init; }

    /// <summary>Micro-dollars for a second, rounded up.</summary>
    public long? PerSecondMicroDollars { get; init; }

    /// <summary>Micro-dollars for a thousand characters of prompt.</summary>
    public long? PerThousandCharactersMicroDollars { get; init; }

    /// <summary>Prices by length, shortest first.</summary>
    public IReadOnlyList<DurationPrice> Durations { get; init; } = [];

    internal static MusicPricing Read(JsonElement pricing) => new()
    {
        GenerationMicroDollars = Price(pricing, "generation"),
        PerSecondMicroDollars = Price(pricing, "per_second"),
        PerThousandCharactersMicroDollars = Price(pricing, "per_thousand_characters"),
        Durations = pricing.Get("durations") is { ValueKind: JsonValueKind.Object } tiers
            ? [.. tiers.EnumerateObject().Select(Tier).OfType<DurationPrice>().OrderBy(tier => tier.MaxSeconds)] : [],
    };

    private static DurationPrice? Tier(JsonProperty tier)
    {
        if (Money.Price(tier.Value.Number("usd")) is not { } price) return null;
        if ((tier.Value.Count("max_seconds") ?? (int?)LenientJson.ToNumber(tier.Name)) is not { } most) return null;
        return new DurationPrice(tier.Value.Count("min_seconds") ?? 0, most, price);
    }

    private static long? Price(JsonElement pricing, string kind) => Money.Price(pricing.Get(kind)?.Number("usd") ?? pricing.Number(kind));
}

/// <summary>The price of a sound whose length lies within these seconds, both included.</summary>
public sealed record DurationPrice(int MinSeconds, int MaxSeconds, long MicroDollars);
