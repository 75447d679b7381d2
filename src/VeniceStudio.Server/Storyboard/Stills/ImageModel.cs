using VeniceStudio.Venice;

namespace VeniceStudio.Server.Storyboard.Stills;

/// <summary>One of Venice's models for pictures as the studio orders from it: never more than the order needs, and no quality left to Venice (T19).</summary>
public sealed record ImageModel
{
    private const int LongSide = 1280;
    private const int Square = 1024;

    public required string Id { get; init; }
    public required string Name { get; init; }
    public bool Private { get; init; }
    public bool Beta { get; init; }
    public DateTimeOffset? RetiresAt { get; init; }

    /// <summary>Why it cannot be used now; null when it can.</summary>
    public string? UnavailableBecause { get; init; }

    /// <summary>It changes pictures that it is given; otherwise it draws from words.</summary>
    public bool Edits { get; init; }

    /// <summary>Pictures in one order, for those that change pictures.</summary>
    public int MostPictures { get; init; }
    public IReadOnlyList<string> AspectRatios { get; init; } = [];
    public IReadOnlyList<string> Resolutions { get; init; } = [];
    public IReadOnlyList<string> Qualities { get; init; } = [];

    /// <summary>Characters.</summary>
    public int PromptLimit { get; init; }
    public int Divisor { get; init; } = 8;
    public string? DefaultResolution { get; init; }
    public PicturePricing Pricing { get; init; } = new();

    public bool Available => UnavailableBecause is null;

    /// <summary>What is ordered where there is a choice: a storyboard needs no more than the smallest.</summary>
    public string? Resolution => Resolutions.Count == 0 ? null : Resolutions.Contains("1K") ? "1K" : DefaultResolution ?? Resolutions[0];

    /// <summary>Named whenever the model has qualities: left out, the dearest is taken.</summary>
    public string? Quality => Qualities.Count == 0 ? null : Qualities.Contains("medium") ? "medium" : Qualities.Contains("low") ? "low" : Qualities[0];

    /// <summary>Micro-dollars for one; null when the listing does not tell.</summary>
    public long? PriceOf(int pictures) => Pricing.PriceOf(Resolution, Quality, pictures);

    /// <summary>The offered ratio nearest to a wanted one; null when the model takes none, or keeps that of its first picture.</summary>
    public string? RatioFor(string wanted)
    {
        if (AspectRatios.Contains(wanted, StringComparer.Ordinal)) return wanted;
        var aim = Math.Log(ValueOf(wanted) ?? 1);
        return AspectRatios.Select(ratio => (Ratio: ratio, Value: ValueOf(ratio))).Where(offer => offer.Value is not null)
            .OrderBy(offer => Math.Abs(Math.Log(offer.Value!.Value) - aim)).Select(offer => offer.Ratio).FirstOrDefault();
    }

    /// <summary>Whether it draws exactly this shape, by name or by pixels.</summary>
    public bool Draws(string ratio) => AspectRatios.Contains(ratio, StringComparer.Ordinal) || (!Edits && AspectRatios.Count == 0);

    /// <summary>Pixels for models without ratios; null for the others.</summary>
    public (int Width, int Height)? SizeFor(string wanted)
    {
        if (Edits || AspectRatios.Count > 0) return null;
        var ratio = ValueOf(wanted) ?? 1;
        return ratio switch
        {
            > 1 => (Whole(LongSide), Whole(LongSide / ratio)),
            < 1 => (Whole(LongSide * ratio), Whole(LongSide)),
            _ => (Whole(Square), Whole(Square)),
        };
    }

    public static ImageModel Of(VeniceModel model, DateTimeOffset now) => new()
    {
        Id = model.Id,
        Name = model.Name,
        Private = model.Privacy == "private",
        Beta = model.Beta,
        RetiresAt = model.Deprecation?.Date,
        UnavailableBecause = model.Offline ? "Venice has taken this model offline for now."
            : model.Deprecation?.RemovesAt is { } gone && gone <= now ? "Venice has retired this model." : null,
        Edits = model.Inpaint is not null,
        MostPictures = model.Inpaint?.MaxInputImages ?? 0,
        AspectRatios = model.Inpaint?.AspectRatios ?? model.Image?.AspectRatios ?? [],
        Resolutions = model.Inpaint?.Resolutions ?? model.Image?.Resolutions ?? [],
        Qualities = model.Inpaint?.Qualities ?? model.Image?.Qualities ?? [],
        PromptLimit = model.Inpaint?.PromptCharacterLimit ?? model.Image?.PromptCharacterLimit ?? 0,
        Divisor = model.Image?.WidthHeightDivisor ?? 8,
        DefaultResolution = model.Inpaint?.DefaultResolution ?? model.Image?.DefaultResolution,
        Pricing = model.Inpaint?.Pricing ?? model.Image?.Pricing ?? new(),
    };

    private int Whole(double pixels) => Math.Max(Divisor, (int)(pixels / Divisor) * Divisor);

    private static double? ValueOf(string ratio) =>
        ratio.Split(':') is [var w, var h] && int.TryParse(w, out var width) && int.TryParse(h, out var height) && width > 0 && height > 0 ? (double)width / height : null;
}
