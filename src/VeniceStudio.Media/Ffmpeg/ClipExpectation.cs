namespace VeniceStudio.Media.Ffmpeg;

/// <summary>What a downloaded clip should be. Null: nobody knows.</summary>
/// <param name="Seconds">The length that was ordered.</param>
/// <param name="Length">Bytes announced for the download.</param>
public sealed record ClipExpectation(double? Seconds = null, long? Length = null)
{
    /// <summary>The shortest that counts as delivered: half a second or a tenth may be missing, whichever is more.</summary>
    public double? LeastSeconds => Seconds is { } seconds ? seconds - Math.Max(0.5, seconds * 0.1) : null;
}
