using System.Text;

namespace VeniceStudio.Venice;

/// <summary>
/// A picture from words alone. What is null is not sent: a model that lacks a field refuses it. One order is one picture, so that each
/// has its own outcome; the picture comes as bytes, not wrapped in JSON.
/// </summary>
public sealed record PictureOrder
{
    public required string Model { get; init; }

    /// <summary>1 to <see cref="ImageSpec.PromptCharacterLimit"/> characters.</summary>
    public required string Prompt { get; init; }

    public string? NegativePrompt { get; init; }

    /// <summary>Pixels, at most 1280 and a multiple of <see cref="ImageSpec.WidthHeightDivisor"/>; for models without <see cref="ImageSpec.AspectRatios"/>.</summary>
    public int? Width { get; init; }

    /// <summary>Pixels, as <see cref="Width"/>.</summary>
    public int? Height { get; init; }

    /// <summary>One of <see cref="ImageSpec.AspectRatios"/>.</summary>
    public string? AspectRatio { get; init; }

    /// <summary>One of <see cref="ImageSpec.Resolutions"/>.</summary>
    public string? Resolution { get; init; }

    /// <summary>One of <see cref="ImageSpec.Qualities"/>. Left out, some models take their dearest (T19).</summary>
    public string? Quality { get; init; }

    /// <summary><c>jpeg</c>, <c>png</c> or <c>webp</c>; Venice's own choice is webp.</summary>
    public string? Format { get; init; }

    public int? Seed { get; init; }

    /// <summary>One of the names that <see cref="ImagesApi.StylesAsync"/> lists.</summary>
    public string? StylePreset { get; init; }

    /// <summary>Whether adult content is blurred; Venice blurs unless told otherwise.</summary>
    public bool? SafeMode { get; init; }

    public bool? HideWatermark { get; init; }

    /// <summary>Always: base64 in JSON is a third larger and has to be held whole.</summary>
    public bool ReturnBinary { get; } = true;

    private bool PrintMembers(StringBuilder text)
    {
        text.Append($"Model = {Model}, Prompt of {Prompt.Length} characters");
        return true;
    }
}
