namespace VeniceStudio.Media.Composition;

/// <summary>Finds stretches that are black or stand still although the plan says otherwise.</summary>
internal sealed class StillFinder(Timeline film)
{
    /// <summary>Grey levels: below is black; and this far from a stretch's first frame it still stands. A slow move passes it within a few frames.</summary>
    private const int BlackBelow = 20, StillUpTo = 3;

    /// <summary>Of the frame's area.</summary>
    private const double BlackShare = 0.98;

    private const int FewestBlack = 2;

    private readonly List<FrameStretch> black = [], frozen = [];
    private readonly byte[] anchor = new byte[SmallFrames.Points];
    private int blackFrom = -1, stillFrom, frames;

    public IReadOnlyList<FrameStretch> Black => black;

    public IReadOnlyList<FrameStretch> Frozen => frozen;

    private int FewestFrozen => Math.Max(2, (int)Math.Round(film.Rate.PerSecond / 2));

    public void Take(int frame, ReadOnlySpan<byte> grey)
    {
        frames = frame + 1;
        if (IsBlack(grey) && !IsDarkByPlan(frame))
        {
            if (blackFrom < 0) blackFrom = frame;
        }
        else EndBlack(frame);

        if (frame > 0 && !IsStillByPlan(frame) && Differs(grey) <= StillUpTo) return;
        EndStill(frame);
        stillFrom = frame;
        grey.CopyTo(anchor);
    }

    /// <summary>After the last frame.</summary>
    public void End()
    {
        EndBlack(frames);
        EndStill(frames);
    }

    private void EndBlack(int frame)
    {
        if (blackFrom >= 0 && frame - blackFrom >= FewestBlack) black.Add(new(blackFrom, frame - blackFrom));
        blackFrom = -1;
    }

    private void EndStill(int frame)
    {
        if (frame - stillFrom >= FewestFrozen) frozen.Add(new(stillFrom, frame - stillFrom));
    }

    private static bool IsBlack(ReadOnlySpan<byte> grey)
    {
        var dark = 0;
        foreach (var point in grey) if (point < BlackBelow) dark++;
        return dark >= BlackShare * grey.Length;
    }

    private int Differs(ReadOnlySpan<byte> grey)
    {
        var most = 0;
        for (var i = 0; i < grey.Length; i++) most = Math.Max(most, Math.Abs(grey[i] - anchor[i]));
        return most;
    }

    private bool IsDarkByPlan(int frame)
    {
        if (frame < film.Fades.PictureIn || frame >= film.TotalFrames - film.Fades.PictureOut) return true;
        if (film.Texts.Any(text => text.Dim >= 0.9 && frame >= text.Start && frame < text.Start + text.Frames)) return true;
        var at = SpanAt(frame);
        if (at < 0 || film.Spans[at].Source is ColourSource) return true;
        return IsInDip(at, frame) || IsInDip(at + 1, frame);
    }

    private bool IsInDip(int index, int frame)
    {
        if (index < 1 || index >= film.Spans.Count || film.Spans[index].In.Kind != TransitionKind.DipToBlack) return false;
        var (before, after) = film.Spans[index].In.Around(film.Spans[index - 1], film.Spans[index]);
        return frame >= film.Spans[index].Start - before && frame < film.Spans[index].Start + after;
    }

    private bool IsStillByPlan(int frame) => SpanAt(frame) is >= 0 and var at && film.Spans[at] switch
    {
        { Source: ColourSource } => true,
        { Source: PictureSource, Fit: Fit.Pad } => true,
        { Source: PictureSource { Move: { } move } } => move.From == move.To,
        var span => IsHeld(span, at, frame),
    };

    private bool IsHeld(FilmSpan span, int at, int frame) =>
        (at > 0 && span.In.Kind == TransitionKind.MatchHold && frame < span.Start + span.In.Around(film.Spans[at - 1], span).After)
        || (at + 1 < film.Spans.Count && film.Spans[at + 1].In.Kind == TransitionKind.MatchHold && frame >= span.End - film.Spans[at + 1].In.Around(span, film.Spans[at + 1]).Before);

    private int SpanAt(int frame)
    {
        var (low, high) = (0, film.Spans.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (frame < film.Spans[middle].Start) high = middle - 1;
            else if (frame >= film.Spans[middle].End) low = middle + 1;
            else return middle;
        }
        return -1;
    }
}
