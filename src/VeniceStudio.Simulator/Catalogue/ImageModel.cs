namespace VeniceStudio.Simulator.Catalogue;

/// <summary>A picture model; <paramref name="Price"/> is dollars for one picture of middling quality at 1K.</summary>
internal sealed record ImageModel(string Id, string Name, decimal Price, string[] Ratios, int PromptLimit, string[] Traits)
{
    /// <summary>Empty: the field is refused.</summary>
    public string[] Resolutions { get; init; } = [];

    /// <summary>Best last; an order that names none pays for the best.</summary>
    public string[] Qualities { get; init; } = [];

    public static IReadOnlyList<ImageModel> All { get; } =
    [
        new("fresco-turbo", "Fresco Turbo", 0.01m, [], 1500, ["default", "fastest"]),
        new("fresco-2-pro", "Fresco 2 Pro", 0.03m, ["1:1", "16:9", "9:16", "4:3", "3:4", "21:9"], 7500, ["highest_quality"]),
        new("vetrata-2", "Vetrata 2", 0.07m, ["1:1", "3:2", "2:3", "16:9", "9:16"], 10000, [])
            { Resolutions = ["1K", "2K", "4K"], Qualities = ["low", "medium", "high"] },
        new("mosaico-lite", "Mosaico Lite", 0.02m, ["1:1", "3:2", "2:3"], 3000, []) { Resolutions = ["1K", "2K"] },
    ];

    public decimal PriceOf(string? resolution, string? quality) => PictureTariff.Price(Price, resolution, Qualities.Length == 0 ? null : quality ?? Qualities[^1]);
}

/// <summary>A model that changes pictures; <paramref name="Price"/> as above.</summary>
/// <param name="Id">As orders name it.</param>
/// <param name="Name">As people read it.</param>
/// <param name="Price">Dollars for one result.</param>
/// <param name="Ratios">"auto" keeps the shape of the first picture.</param>
/// <param name="PromptLimit">Characters.</param>
internal sealed record EditModel(string Id, string Name, decimal Price, string[] Ratios, int PromptLimit)
{
    public string[] Resolutions { get; init; } = [];

    public string[] Qualities { get; init; } = [];

    /// <summary>Takes more than one picture.</summary>
    public bool Combines { get; init; } = true;

    /// <summary>Null: not listed, and three are taken.</summary>
    public int? MostListed { get; init; }

    /// <summary>A ratio also counts when there is one picture.</summary>
    public bool SingleRatio { get; init; } = true;

    /// <summary>Pictures in the price; null when further ones cost nothing.</summary>
    public int? Included { get; init; }

    /// <summary>Dollars for each further picture.</summary>
    public decimal Additional { get; init; }

    public int Most => !Combines ? 1 : MostListed ?? 3;

    public static IReadOnlyList<EditModel> All { get; } =
    [
        new("restauro-edit", "Restauro Edit", 0.04m, ["auto", "1:1", "3:2", "16:9", "21:9", "9:16", "2:3", "3:4", "4:5"], 1500),
        new("restauro-2-pro-edit", "Restauro 2 Pro Edit", 0.05m, ["auto", "1:1", "16:9", "9:16", "3:4", "3:2", "2:3"], 10000)
            { Resolutions = ["1K", "2K"], MostListed = 6, Included = 1, Additional = 0.0035m },
        new("vetrata-2-edit", "Vetrata 2 Edit", 0.08m, ["auto", "1:1", "3:2", "2:3", "16:9", "9:16"], 10000)
            { Resolutions = ["1K", "2K", "4K"], Qualities = ["low", "medium", "high"], MostListed = 6, Included = 1, Additional = 0.01m },
        new("luce-1-edit", "Luce 1 Edit", 0.06m, ["auto", "1:1", "3:2", "16:9", "21:9", "9:16"], 6000) { Combines = false, SingleRatio = false },
    ];

    public decimal PriceOf(string? resolution, string? quality, int inputs) =>
        PictureTariff.Price(Price, resolution, Qualities.Length == 0 ? null : quality ?? Qualities[^1])
        + (Included is { } included ? Additional * Math.Max(0, inputs - included) : 0);
}

/// <summary>What size and quality do to the price of a picture.</summary>
internal static class PictureTariff
{
    public static readonly string[] Sizes = ["1K", "2K", "4K"];

    public static decimal Price(decimal price, string? resolution, string? quality) => Math.Round(
        price * (resolution switch { "2K" => 1.5m, "4K" => 2.5m, _ => 1 }) * (quality switch { "low" => 0.3m, "high" => 3.8m, _ => 1 }), 4, MidpointRounding.AwayFromZero);

    /// <summary>Pixels on the short side.</summary>
    public static int Lines(string? resolution) => resolution switch { "2K" => 2048, "4K" => 4096, _ => 1024 };
}
