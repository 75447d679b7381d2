using System.Text.Json;
using VeniceStudio.Venice.Wire;

namespace VeniceStudio.Venice;

/// <summary>What a model of type image or inpaint costs. There is no quote for pictures: the listing is the price.</summary>
public sealed record PicturePricing
{
    /// <summary>Micro-dollars for one picture of models that name nothing finer; null when the listing is silent.</summary>
    public long? EachMicroDollars { get; init; }

    /// <summary>Micro-dollars by resolution.</summary>
    public IReadOnlyDictionary<string, long> Resolutions { get; init; } = new Dictionary<string, long>();

    /// <summary>Micro-dollars by resolution and quality, under <c>1K/medium</c>.</summary>
    public IReadOnlyDictionary<string, long> Qualities { get; init; } = new Dictionary<string, long>();

    /// <summary>Pictures given along that cost nothing more.</summary>
    public int InputsIncluded { get; init; }

    /// <summary>Micro-dollars for each further picture given along.</summary>
    public long InputMicroDollars { get; init; }

    private string? DefaultResolution { get; init; }

    /// <summary>Micro-dollars for one picture; null when the listing does not tell.</summary>
    /// <param name="resolution">As it will be ordered; null takes the model's own.</param>
    /// <param name="quality">As it will be ordered; null when the model has none.</param>
    /// <param name="inputs">Pictures given along.</param>
    public long? PriceOf(string? resolution, string? quality, int inputs)
    {
        var size = resolution ?? DefaultResolution;
        long? one = size is not null && quality is not null && Qualities.TryGetValue($"{size}/{quality}", out var fine) ? fine
            : size is not null && Resolutions.TryGetValue(size, out var sized) ? sized
            : EachMicroDollars;
        return one + InputMicroDollars * Math.Max(0, inputs - InputsIncluded);
    }

    internal static PicturePricing Read(JsonElement spec, string each, string? defaultResolution)
    {
        var pricing = spec.Get("pricing") ?? default;
        return new PicturePricing
        {
            EachMicroDollars = Price(pricing.Get(each)),
            Resolutions = Table(pricing.Get("resolutions")).ToDictionary(),
            Qualities = Entries(pricing.Get("quality"))
                .SelectMany(size => Table(size.Value).Select(price => KeyValuePair.Create($"{size.Name}/{price.Key}", price.Value))).ToDictionary(),
            InputsIncluded = pricing.Get("inputImages")?.Count("included") ?? 0,
            InputMicroDollars = Price(pricing.Get("inputImages")?.Get("additional")) ?? 0,
            DefaultResolution = defaultResolution,
        };
    }

    private static IEnumerable<KeyValuePair<string, long>> Table(JsonElement? table) =>
        from entry in Entries(table)
        let price = Price(entry.Value)
        where price is not null
        select KeyValuePair.Create(entry.Name, price.Value);

    // A name that stands twice in an object counts once.
    private static IEnumerable<JsonProperty> Entries(JsonElement? table) =>
        table is { ValueKind: JsonValueKind.Object } entries ? entries.EnumerateObject().DistinctBy(entry => entry.Name) : [];

    private static long? Price(JsonElement? entry) =>
        entry is { } value ? Money.Price(value.Number("usd") ?? (value.ValueKind == JsonValueKind.Number ? LenientJson.ToNumber(value.GetRawText()) : null)) : null;
}
