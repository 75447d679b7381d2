using System.Text;

namespace VeniceStudio.Venice;

/// <summary>A question for a price. Get it from <see cref="VideoOrder.ToQuote"/> so that it says what the order will say.</summary>
public sealed record VideoQuote
{
    public required string Model { get; init; }

    public string? Duration { get; init; }

    public string? AspectRatio { get; init; }

    public string? Resolution { get; init; }

    public bool? Audio { get; init; }

    public int? UpscaleFactor { get; init; }

    /// <summary>The clip to upscale, from which Venice reads its length.</summary>
    public string? VideoUrl { get; init; }

    /// <summary>Seconds, 0 to 150. Left out, the price is the lower one of a job without reference videos.</summary>
    public double? ReferenceVideoTotalDuration { get; init; }

    // The clip may be embedded whole.
    private bool PrintMembers(StringBuilder text)
    {
        text.Append($"Model = {Model}, Duration = {Duration}, AspectRatio = {AspectRatio}, Resolution = {Resolution}, Audio = {Audio}");
        return true;
    }
}
