namespace VeniceStudio.Media.Composition;

/// <summary>Neighbouring samples of a clip, in the order in which the film shows them.</summary>
/// <param name="First">The sample shown first, counted from the clip's in-point in film frames at the clip's speed; below 0 in the handle.</param>
/// <param name="Count">How many different ones; at least 1.</param>
/// <param name="IsBackwards">Shown from <paramref name="First"/> down.</param>
/// <param name="HoldBefore">How many more frames the first of them stands.</param>
/// <param name="HoldAfter">How many more frames the last of them stands.</param>
internal readonly record struct FramePiece(int First, int Count, bool IsBackwards, int HoldBefore, int HoldAfter)
{
    /// <summary>Turning a piece around keeps all of it in memory: 24 frames in 1080p are 75 MB.</summary>
    public const int MostBackwards = 24;

    public int Last => IsBackwards ? First - Count + 1 : First + Count - 1;

    public int Lowest => Math.Min(First, Last);

    public int Frames => HoldBefore + Count + HoldAfter;

    /// <summary>Groups samples into pieces that ffmpeg can read in one go.</summary>
    public static IReadOnlyList<FramePiece> Of(IReadOnlyList<int> samples)
    {
        var pieces = new List<FramePiece>();
        foreach (var sample in samples)
        {
            var last = pieces.Count > 0 ? pieces[^1] : default;
            if (pieces.Count > 0 && last.With(sample) is { } longer) pieces[^1] = longer;
            else pieces.Add(new(sample, 1, false, 0, 0));
        }
        return pieces;
    }

    private FramePiece? With(int sample)
    {
        if (sample == Last) return Count == 1 && HoldAfter == 0 ? this with { HoldBefore = HoldBefore + 1 } : this with { HoldAfter = HoldAfter + 1 };
        if (HoldAfter > 0) return null;
        if (sample == Last + 1 && !IsBackwards) return this with { Count = Count + 1 };
        if (sample == Last - 1 && (IsBackwards || Count == 1) && Count < MostBackwards) return this with { Count = Count + 1, IsBackwards = true };
        return null;
    }
}
