namespace VeniceStudio.Media.Composition;

/// <summary>Looks for planned cuts in the frames of the finished film. It keeps only the frames around them.</summary>
internal sealed class CutFinder
{
    /// <summary>How far from its place a cut is looked for, beyond its transition.</summary>
    private const int Reach = 4;

    /// <summary>The same for a cross-fade: far enough that what moves there is the clip, also when the blend lies some frames beside its place.</summary>
    private const int FadeReach = 10;

    /// <summary>Mean difference in grey levels below which two pictures count as alike.</summary>
    private const double Alike = 1.5;

    private readonly Timeline film;
    private readonly Dictionary<int, byte[]> kept = [];
    private readonly List<(FilmSpan Span, int First, int Last, int Before, int After)> wanted = [];
    private readonly HashSet<int> frames = [];

    public CutFinder(Timeline film)
    {
        this.film = film;
        for (var i = 1; i < film.Spans.Count; i++)
        {
            var (before, after) = film.Spans[i].In.Around(film.Spans[i - 1], film.Spans[i]);
            if (film.Spans[i].In.Kind == TransitionKind.MatchHold) (before, after) = (0, 0);
            var cut = film.Spans[i].Start;
            var reach = film.Spans[i].In.Kind == TransitionKind.CrossFade ? FadeReach : Reach;
            // No further than the neighbouring cuts, or theirs would be found instead.
            var first = Math.Max(film.Spans[i - 1].Start + (i > 1 ? 1 : 0), cut - before - reach);
            var last = Math.Min(film.Spans[i].End - 1 - (i + 1 < film.Spans.Count ? 1 : 0), cut + after + reach);
            (first, last) = (Math.Max(0, Math.Min(first, cut - 1)), Math.Max(last, cut));
            wanted.Add((film.Spans[i], first, last, before, after));
            for (var frame = first; frame <= last; frame++) frames.Add(frame);
        }
    }

    public void Take(int frame, ReadOnlySpan<byte> grey)
    {
        if (frames.Contains(frame)) kept[frame] = grey.ToArray();
    }

    public IReadOnlyList<CutMark> Marks() => [.. wanted.Select(one =>
        new CutMark(one.Span.Start, !kept.ContainsKey(one.First) || !kept.ContainsKey(one.Last) ? null : one.Span.In.Kind switch
        {
            TransitionKind.Cut or TransitionKind.MatchHold => Jump(one.Span.Start, one.First, one.Last),
            TransitionKind.DipToBlack or TransitionKind.DipToWhite when one.After > 0 => Extreme(one.Span, one.Before, one.After),
            _ when one.Before + one.After < 2 => Jump(one.Span.Start, one.First, one.Last),
            TransitionKind.Whip => Half(one.Span.Start, one.First, one.Last),
            _ => Middle(one.Span, one.First, one.Last, one.Before, one.After),
        }, one.Span.In.Kind))];

    /// <summary>
    /// The largest change from one frame to the next. Where the clip itself flickers nearby, a change at the planned place that is
    /// at least half as large is the cut.
    /// </summary>
    private int? Jump(int planned, int first, int last)
    {
        var changes = Enumerable.Range(first + 1, last - first).Select(frame => (Frame: frame, Size: SmallFrames.Apart(kept[frame], kept[frame - 1]))).ToList();
        var largest = changes.MaxBy(change => change.Size);
        var usual = changes.Select(change => change.Size).Order().ElementAt(changes.Count / 2);
        if (largest.Size < Alike || (changes.Count > 3 && largest.Size < Alike + 2 * usual)) return null;
        var here = changes.Where(change => Math.Abs(change.Frame - planned) <= 1).DefaultIfEmpty().MaxBy(change => change.Size);
        return Math.Abs(largest.Frame - planned) > 1 && here.Size >= largest.Size / 2 ? here.Frame : largest.Frame;
    }

    /// <summary>
    /// Where a blend is half over. A clip that moves beside it is soon as far from its own beginning as the two pictures are from each other, and
    /// shifts the frame that is equally near to both; a shift that this explains says nothing about the film.
    /// </summary>
    private int? Middle(FilmSpan span, int first, int last, int before, int after)
    {
        var (left, right) = (Math.Max(first, span.Start - before - Reach), Math.Min(last, span.Start + after + Reach));
        var crossing = Crossing(left, right);
        if (crossing is not { } frame || Math.Abs(frame - span.Start) <= 1) return crossing;
        var moved = Math.Max(Motion(first, Math.Min(left, first + Reach)), Motion(Math.Max(right, last - Reach), last));
        var blended = SmallFrames.Apart(kept[left], kept[right]) / (right - left);
        return Math.Abs(frame - span.Start) <= 1 + moved * (right - left) / 4 / blended ? null : frame;
    }

    /// <summary>How much a picture changes from one frame to the next.</summary>
    private double Motion(int first, int last) =>
        last <= first ? 0 : Enumerable.Range(first + 1, last - first).Average(frame => SmallFrames.Apart(kept[frame], kept[frame - 1]));

    /// <summary>The first frame that is nearer to what follows than to what was before.</summary>
    private int? Crossing(int first, int last)
    {
        if (SmallFrames.Apart(kept[first], kept[last]) < 2 * Alike) return null;
        return Enumerable.Range(first, last - first + 1).First(frame => SmallFrames.Apart(kept[frame], kept[last]) <= SmallFrames.Apart(kept[frame], kept[first]));
    }

    /// <summary>
    /// The frame by which half of all change has happened. The pictures of a whip slide, so that none of its frames resembles either side;
    /// but it changes as much before its cut as behind.
    /// </summary>
    private int? Half(int planned, int first, int last)
    {
        var reach = Math.Min(planned - first, last - planned + 1);
        if (reach < 2) return Jump(planned, first, last);
        var changes = Enumerable.Range(planned - reach + 1, 2 * reach - 1).Select(frame => (Frame: frame, Size: SmallFrames.Apart(kept[frame], kept[frame - 1]))).ToList();
        var all = changes.Sum(change => change.Size);
        if (changes.Max(change => change.Size) < Alike) return null;
        var sum = 0.0;
        return changes.First(change => (sum += change.Size) >= all / 2).Frame;
    }

    /// <summary>The darkest or brightest frame of a dip.</summary>
    private int? Extreme(FilmSpan span, int before, int after)
    {
        var inside = Enumerable.Range(span.Start - before, before + after).Where(kept.ContainsKey).Select(frame => (frame, mean: Mean(kept[frame]))).ToList();
        if (inside.Count == 0 || inside.Max(one => one.mean) - inside.Min(one => one.mean) < 2 * Alike) return null;
        return span.In.Kind == TransitionKind.DipToBlack ? inside.MinBy(one => one.mean).frame : inside.MaxBy(one => one.mean).frame;
    }

    private static double Mean(byte[] grey) => grey.Average(point => (double)point);
}
