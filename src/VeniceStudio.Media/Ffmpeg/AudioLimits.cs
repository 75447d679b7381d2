namespace VeniceStudio.Media.Ffmpeg;

/// <summary>How long a song may be, in seconds.</summary>
public sealed record AudioLimits(double MinSeconds = 1, double MaxSeconds = 1800);
