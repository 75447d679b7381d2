using VeniceStudio.Simulator.Sound;

namespace VeniceStudio.Simulator.Catalogue;

/// <summary>Whether an order may or must bring words to sing.</summary>
internal enum Words { Refused, Optional, Required }

/// <summary>How a sound is paid for.</summary>
internal enum SoundPricing { Durations, Generation, PerSecond, PerThousandCharacters }

/// <summary>A price for lengths from <paramref name="Min"/> to <paramref name="Max"/> seconds.</summary>
internal sealed record DurationTier(decimal Dollars, int Min, int Max);

/// <summary>One model of type music, with everything that its orders are checked against.</summary>
/// <param name="Id">As orders name it.</param>
/// <param name="Name">As people read it.</param>
/// <param name="Kind">What comes out.</param>
/// <param name="Format">mp3, wav or flac.</param>
/// <param name="Pricing">How it is paid for.</param>
/// <param name="Dollars">For a generation, a second or a thousand characters; 0 where tiers say it.</param>
internal sealed record MusicModel(string Id, string Name, SoundKind Kind, string Format, SoundPricing Pricing, decimal Dollars = 0)
{
    public DurationTier[] Tiers { get; init; } = [];
    public Words Lyrics { get; init; }
    public bool LyricsOptimizer { get; init; }
    public bool ForceInstrumental { get; init; }
    public bool Loop { get; init; }
    public bool LanguageCode { get; init; }
    public double? MinSpeed { get; init; }
    public double? MaxSpeed { get; init; }
    public string[] Voices { get; init; } = [];
    public int[] DurationOptions { get; init; } = [];
    public int? MinDuration { get; init; }
    public int? MaxDuration { get; init; }
    public int? DefaultDuration { get; init; }
    public int PromptLimit { get; init; } = 2000;
    public int MinPrompt { get; init; } = 1;
    public int LyricsLimit { get; init; }
    /// <summary>Listed with nothing but its price, as some real ones are.</summary>
    public bool Sparse { get; init; }
    public bool Offline { get; init; }
    /// <summary>Simulated seconds that four of five orders take at most.</summary>
    public int AverageSeconds { get; init; } = 30;

    public bool TakesDuration => MaxDuration is not null || DurationOptions.Length > 0;

    /// <summary>Dollars for an order.</summary>
    public decimal Price(int? seconds, int characters)
    {
        var length = seconds ?? DefaultDuration ?? 60;
        return Pricing switch
        {
            SoundPricing.Durations => (Tiers.FirstOrDefault(tier => length >= tier.Min && length <= tier.Max) ?? Tiers[^1]).Dollars,
            SoundPricing.PerSecond => Math.Round(Dollars * length, 6),
            SoundPricing.PerThousandCharacters => Math.Round(Dollars * characters / 1000, 6),
            _ => Dollars,
        };
    }

    /// <summary>The model that faults name when they name one.</summary>
    public const string Recommended = "serenata-2";

    public static MusicModel? Named(string? id) => All.FirstOrDefault(model => model.Id == id);

    public static IReadOnlyList<MusicModel> All { get; } =
    [
        // Any length within bounds, priced by the minute begun; an instrumental switch and no lyrics.
        new("serenata-2", "Serenata 2", SoundKind.Song, "mp3", SoundPricing.Durations)
            { Tiers = [new(0.6m, 3, 60), new(1.2m, 61, 120), new(1.8m, 121, 180), new(2.4m, 181, 240), new(3m, 241, 300)], MinDuration = 3,
              MaxDuration = 300, DefaultDuration = 60, ForceInstrumental = true, AverageSeconds = 25 },
        // Fixed lengths, words if wanted, lossless.
        new("barcarola-15", "Barcarola 1.5", SoundKind.Song, "flac", SoundPricing.Durations)
            { Tiers = [new(0.03m, 30, 60), new(0.04m, 61, 90), new(0.05m, 91, 120), new(0.07m, 121, 180)], DurationOptions = [30, 60, 90, 120, 180],
              MinDuration = 30, MaxDuration = 180, DefaultDuration = 60, Lyrics = Words.Optional, LyricsLimit = 4096, PromptLimit = 512,
              LanguageCode = true, AverageSeconds = 20 },
        // Nothing without words, and the words decide the length.
        new("canzone-2", "Canzone 2", SoundKind.Song, "mp3", SoundPricing.Generation, 0.04m)
            { Lyrics = Words.Required, LyricsLimit = 3000, PromptLimit = 300, MinPrompt = 10, AverageSeconds = 45 },
        new("canzone-25", "Canzone 2.5", SoundKind.Song, "mp3", SoundPricing.Generation, 0.18m)
            { Lyrics = Words.Optional, LyricsOptimizer = true, ForceInstrumental = true, LyricsLimit = 3500, MinPrompt = 10, AverageSeconds = 60 },
        // Tells nothing about itself.
        new("onda-3-pro", "Onda 3 Pro", SoundKind.Song, "wav", SoundPricing.Generation, 0.1m) { Sparse = true, AverageSeconds = 35 },
        new("squero-effects", "Squero Effects", SoundKind.Effect, "wav", SoundPricing.PerSecond, 0.0023m)
            { MinDuration = 1, MaxDuration = 22, DefaultDuration = 7, Loop = true, PromptLimit = 250, AverageSeconds = 8 },
        new("cantastorie-v3", "Cantastorie v3", SoundKind.Speech, "mp3", SoundPricing.PerThousandCharacters, 0.115m)
            { Voices = ["Marina", "Zorzi", "Lucia", "Alvise"], MinSpeed = 0.7, MaxSpeed = 1.2, LanguageCode = true, PromptLimit = 5000, AverageSeconds = 10 },
        new("fenice-organ", "Fenice Organ", SoundKind.Song, "mp3", SoundPricing.PerSecond, 0.0029m)
            { MinDuration = 5, MaxDuration = 190, DefaultDuration = 30, Offline = true },
    ];
}
