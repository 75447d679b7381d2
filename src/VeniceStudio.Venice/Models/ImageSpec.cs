using System.Text.Json;
using VeniceStudio.Venice.Wire;

namespace VeniceStudio.Venice;

/// <summary>What an order for a model of type image may say. An empty list means that the field must not be sent.</summary>
public sealed record ImageSpec
{
    internal const int UsualPromptLimit = 1500;

    /// <summary>Empty: the model takes pixels instead.</summary>
    public IReadOnlyList<string> AspectRatios { get; init; } = [];

    public string? DefaultAspectRatio { get; init; }

    /// <summary><c>1K</c>, <c>2K</c>, <c>4K</c>.</summary>
    public IReadOnlyList<string> Resolutions { get; init; } = [];

    public string? DefaultResolution { get; init; }

    /// <summary><c>low</c>, <c>medium</c>, <c>high</c>.</summary>
    public IReadOnlyList<string> Qualities { get; init; } = [];

    public string? DefaultQuality { get; init; }

    /// <summary>Characters.</summary>
    public int PromptCharacterLimit { get; init; } = UsualPromptLimit;

    /// <summary>Width and height must be multiples of it.</summary>
    public int WidthHeightDivisor { get; init; } = 8;

    /// <summary>Pictures that show a style; 0 when it takes none.</summary>
    public int MaxStyleReferences { get; init; }

    public PicturePricing Pricing { get; init; } = new();

    internal static ImageSpec Read(JsonElement spec)
    {
        var limits = spec.Get("constraints") ?? default;
        return new ImageSpec
        {
            AspectRatios = limits.Texts("aspectRatios", "aspect_ratios"),
            DefaultAspectRatio = limits.Text("defaultAspectRatio"),
            Resolutions = limits.Texts("resolutions"),
            DefaultResolution = limits.Text("defaultResolution"),
            Qualities = limits.Texts("qualities"),
            DefaultQuality = limits.Text("defaultQuality"),
            PromptCharacterLimit = limits.Count("promptCharacterLimit", "prompt_character_limit") is > 0 and var limit ? limit : UsualPromptLimit,
            WidthHeightDivisor = limits.Count("widthHeightDivisor") is > 0 and var divisor ? divisor : 8,
            MaxStyleReferences = limits.Count("maxStyleReferences") ?? 0,
            Pricing = PicturePricing.Read(spec, "generation", limits.Text("defaultResolution")),
        };
    }
}

/// <summary>What an order for a model of type inpaint may say: it changes pictures that it is given.</summary>
public sealed record InpaintSpec
{
    // What Venice applies where the listing names no number (CONTRACT 6.4).
    private const int UsualInputs = 3;

    public IReadOnlyList<string> AspectRatios { get; init; } = [];

    public IReadOnlyList<string> Resolutions { get; init; } = [];

    public string? DefaultResolution { get; init; }

    public IReadOnlyList<string> Qualities { get; init; } = [];

    /// <summary>Characters.</summary>
    public int PromptCharacterLimit { get; init; } = ImageSpec.UsualPromptLimit;

    /// <summary>Pictures in one order, at least 1. With 1 the model is only on the route for single edits.</summary>
    public int MaxInputImages { get; init; } = UsualInputs;

    /// <summary>Whether a chosen ratio changes anything when there is one picture.</summary>
    public bool SingleImageAspectRatio { get; init; } = true;

    public PicturePricing Pricing { get; init; } = new();

    internal static InpaintSpec Read(JsonElement spec)
    {
        var limits = spec.Get("constraints") ?? default;
        var combines = limits.Flag("combineImages") ?? spec.Get("capabilities")?.Flag("combineImages") ?? true;
        var most = limits.Count("maxInputImages") ?? spec.Get("capabilities")?.Count("maxInputImages");
        return new InpaintSpec
        {
            AspectRatios = limits.Texts("aspectRatios", "aspect_ratios"),
            Resolutions = limits.Texts("resolutions"),
            DefaultResolution = limits.Text("defaultResolution"),
            Qualities = limits.Texts("qualities"),
            PromptCharacterLimit = limits.Count("promptCharacterLimit", "prompt_character_limit") is > 0 and var limit ? limit : ImageSpec.UsualPromptLimit,
            MaxInputImages = !combines ? 1 : most is > 0 and var told ? told : UsualInputs,
            SingleImageAspectRatio = limits.Flag("singleImageAspectRatio") ?? true,
            Pricing = PicturePricing.Read(spec, "inpaint", limits.Text("defaultResolution")),
        };
    }
}
