using System.Security.Cryptography;

namespace VeniceStudio.Media.Ffmpeg;

/// <summary>What a clip's small frames show taken together: enough to tell a film from a stand-in.</summary>
public sealed class FrameTally
{
    /// <summary>
    /// Two levels of grey are called the same up to this difference. Measured range of one frame: flat colours 0,
    /// a scene dimmed to 5 % 13, a dark one with texture 21. Measured change of a still picture over a clip: 3; of a slow push-in: 183.
    /// </summary>
    private const int SameUpTo = 4;

    /// <summary>More distinct frames than this need not be told apart.</summary>
    private const int CountedDistinct = 64;

    private readonly HashSet<string> distinct = [];
    private byte[]? first;

    /// <summary>Which of them should stand for the clip.</summary>
    public PosterChoice Poster { get; } = new();

    /// <summary>Frames that were really decoded.</summary>
    public int Frames { get; private set; }

    /// <summary>Frames that differ in at least one point, counted up to 64.</summary>
    public int Distinct => distinct.Count;

    /// <summary>No frame shows more than one shade.</summary>
    public bool IsFlat { get; private set; } = true;

    /// <summary>No frame differs visibly from the first.</summary>
    public bool IsStill { get; private set; } = true;

    /// <summary>Counts one frame in.</summary>
    public void Take(ReadOnlySpan<byte> frame)
    {
        Frames++;
        Poster.Take(frame);
        if (distinct.Count < CountedDistinct) distinct.Add(Convert.ToHexString(SHA256.HashData(frame)));
        if (IsFlat) IsFlat = RangeOf(frame) <= SameUpTo;
        if (first is null) first = frame.ToArray();
        else if (IsStill) IsStill = DifferenceOf(frame, first) <= SameUpTo;
    }

    private static int RangeOf(ReadOnlySpan<byte> frame)
    {
        byte low = 255, high = 0;
        foreach (var point in frame)
        {
            low = Math.Min(low, point);
            high = Math.Max(high, point);
        }
        return high - low;
    }

    private static int DifferenceOf(ReadOnlySpan<byte> frame, ReadOnlySpan<byte> other)
    {
        var most = 0;
        for (var i = 0; i < frame.Length; i++) most = Math.Max(most, Math.Abs(frame[i] - other[i]));
        return most;
    }
}
