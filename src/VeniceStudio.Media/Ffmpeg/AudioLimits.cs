namespace VeniceStudio.Media.Ffmpeg;

/// <summary>How long a song may be, in seconds.</summary>
public sealed record AudioLimits(double MinSeconds = 1, double MaxSeconds = 1800)
{
    /// <summary>What encoders add before and after a song, in seconds: twenty minutes are still twenty minutes as an MP3.</summary>
    private const double Padding = 0.5;

    /// <summary>Whether so many seconds are more than is taken.</summary>
    public bool IsTooLong(double seconds) => seconds > MaxSeconds + Padding;
}
