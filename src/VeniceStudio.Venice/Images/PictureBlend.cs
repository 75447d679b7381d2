using System.Text;
using System.Text.Json.Serialization;

namespace VeniceStudio.Venice;

/// <summary>One picture out of several: the first is what is changed, the others show who and what belongs in it.</summary>
public sealed record PictureBlend
{
    /// <summary>In camel case on the wire, and never <c>model</c>, which this route does not know (T18).</summary>
    [JsonPropertyName("modelId")]
    public required string Model { get; init; }

    public required string Prompt { get; init; }

    /// <summary>Data URLs, 1 to <see cref="InpaintSpec.MaxInputImages"/>.</summary>
    public required IReadOnlyList<string> Images { get; init; }

    public string? AspectRatio { get; init; }

    public string? Resolution { get; init; }

    /// <summary>One of <see cref="InpaintSpec.Qualities"/>. Left out, some models take their dearest (T19).</summary>
    public string? Quality { get; init; }

    public string? OutputFormat { get; init; }

    public bool? SafeMode { get; init; }

    private bool PrintMembers(StringBuilder text) => PictureWords.Print(text, Model, Prompt, Images);
}

/// <summary>How orders with whole pictures inside print themselves: by lengths, never by content (T28).</summary>
internal static class PictureWords
{
    public static bool Print(StringBuilder text, string model, string prompt, IReadOnlyList<string> pictures)
    {
        text.Append($"Model = {model}, Prompt of {prompt.Length} characters, {pictures.Count} pictures of {pictures.Sum(picture => (long)picture.Length)} characters");
        return true;
    }
}
