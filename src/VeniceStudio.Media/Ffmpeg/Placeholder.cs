namespace VeniceStudio.Media.Ffmpeg;

/// <summary>
/// Tells a stand-in from a real clip. A dark, quiet or slow scene must pass; what shows nothing at all must not.
/// </summary>
public static class Placeholder
{
    /// <summary>Pixels on the shorter side: no video model draws smaller than this.</summary>
    private const int LeastSide = 64;

    /// <summary>Frames: even one second of the slowest real clip has more.</summary>
    private const int LeastFrames = 5;

    /// <summary>
    /// Bytes per second. Measured at 1280×720: a still card 1,500, a detailed still picture 17,000, a slow push-in 95,000,
    /// a scene dimmed to 5 % 190,000. A still with detail is left to the creator's eye; a still this thin is a card.
    /// </summary>
    private const double ThinBytesPerSecond = 4096;

    /// <summary>What gives it away, as the end of a sentence; null for a real clip.</summary>
    public static string? Reason(MediaFacts facts, FrameTally tally)
    {
        if (facts.Video is { } video && Math.Min(video.Width, video.Height) < LeastSide)
            return $"it is only {video.Width} × {video.Height} pixels";
        if (tally.Frames < LeastFrames) return $"it has only {tally.Frames} {(tally.Frames == 1 ? "frame" : "frames")}";
        if (tally.IsFlat) return "it shows one flat colour";
        if (tally.Distinct < LeastFrames) return "it shows one motionless picture";
        return tally.IsStill && facts.DurationSeconds > 0 && facts.Bytes / facts.DurationSeconds < ThinBytesPerSecond
            ? "it shows one motionless picture"
            : null;
    }
}
