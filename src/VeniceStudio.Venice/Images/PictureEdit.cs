using System.Text;

namespace VeniceStudio.Venice;

/// <summary>One picture changed by a sentence. This route takes no quality.</summary>
public sealed record PictureEdit
{
    /// <summary>Named <c>model</c> here and <c>modelId</c> when several pictures are combined (T18).</summary>
    public required string Model { get; init; }

    public required string Prompt { get; init; }

    /// <summary>Data URL, at least 65,536 pixels and under 25 MB.</summary>
    public required string Image { get; init; }

    /// <summary>One of <see cref="InpaintSpec.AspectRatios"/>; null keeps the picture's own.</summary>
    public string? AspectRatio { get; init; }

    public string? Resolution { get; init; }

    /// <summary><c>jpeg</c>, <c>png</c> or <c>webp</c>. Left out, the resolution decides (T17).</summary>
    public string? OutputFormat { get; init; }

    public bool? SafeMode { get; init; }

    private bool PrintMembers(StringBuilder text) => PictureWords.Print(text, Model, Prompt, [Image]);
}
