namespace VeniceStudio.Media.Audio.Form;

/// <summary>What <see cref="FormListener"/> kept of a song, frame by frame.</summary>
/// <param name="Chroma">Twelve pitch classes for each frame, 0 and more.</param>
/// <param name="Timbre">Loudness in decibels, then the shape of the spectrum, for each frame.</param>
/// <param name="Strokes">How much louder it became in the low, middle and high band, for each short frame.</param>
/// <param name="Duration">Seconds of sound.</param>
public sealed record FormFeatures(float[] Chroma, float[] Timbre, float[] Strokes, double Duration)
{
    /// <summary>186 ms: notes of the great octave are told apart.</summary>
    internal const int FrameSize = 4096;

    internal const int FrameHop = 2048;

    /// <summary>46 ms, every 23 ms: quick strokes stay apart.</summary>
    internal const int StrokeSize = 1024;

    internal const int StrokeHop = 512;
    internal const int ChromaSize = 12, TimbreSize = 15, StrokeBandCount = 3;

    internal const double FramesPerSecond = (double)IListener.SampleRate / FrameHop;
    internal const double StrokesPerSecond = (double)IListener.SampleRate / StrokeHop;

    /// <summary>Long frames.</summary>
    internal int Frames => Chroma.Length / ChromaSize;

    /// <summary>Short frames.</summary>
    internal int StrokeFrames => Strokes.Length / StrokeBandCount;

    internal ReadOnlySpan<float> ChromaOf(int frame) => Chroma.AsSpan(frame * ChromaSize, ChromaSize);

    internal ReadOnlySpan<float> TimbreOf(int frame) => Timbre.AsSpan(frame * TimbreSize, TimbreSize);

    internal ReadOnlySpan<float> StrokesOf(int frame) => Strokes.AsSpan(frame * StrokeBandCount, StrokeBandCount);

    /// <summary>The long frames centred in a stretch of seconds; at least one where the song has any.</summary>
    internal (int First, int End) FramesIn(double start, double end) => Within(start, end, FramesPerSecond, Frames);

    /// <summary>The short frames centred in a stretch of seconds.</summary>
    internal (int First, int End) StrokesIn(double start, double end) => Within(start, end, StrokesPerSecond, StrokeFrames);

    private static (int First, int End) Within(double start, double end, double rate, int count)
    {
        var first = Math.Clamp((int)Math.Round(start * rate), 0, Math.Max(0, count - 1));
        return (first, Math.Clamp((int)Math.Round(end * rate), Math.Min(first + 1, count), count));
    }
}
