namespace VeniceStudio.Media.Editing;

/// <summary>Spreads cuts evenly where there is no beat to keep.</summary>
internal static class EvenCuts
{
    /// <summary>The moments of cuts. Those that lie on no beat move to equal distances unless a limit or the price stands against it.</summary>
    public static double[] Of(CutGround ground, int[] cuts, ShotLimits limits, ClipLengths lengths)
    {
        var points = ground.Points;
        var times = Array.ConvertAll(cuts, cut => points[cut].Seconds);
        for (var i = 1; i < cuts.Length - 1; i++)
        {
            if (!points[cuts[i]].Free) continue;
            var last = i;
            while (points[cuts[last + 1]].Free && !HasBeat(points, cuts[last], cuts[last + 1])) last++;
            Spread(times, i - 1, last + 1, Span(points, cuts[i]), limits, lengths);
            i = last;
        }
        return times;
    }

    private static bool HasBeat(IReadOnlyList<CutPoint> points, int from, int to)
    {
        for (var i = from; i <= to; i++)
        {
            if (!points[i].Free) return true;
        }
        return false;
    }

    /// <summary>The first and the last counted-off moment around a point; beyond them lie beats.</summary>
    private static (double First, double Last) Span(IReadOnlyList<CutPoint> points, int at)
    {
        var (first, last) = (at, at);
        while (points[first - 1].Free) first--;
        while (points[last + 1].Free) last++;
        return (points[first].Seconds, points[last].Seconds);
    }

    private static void Spread(double[] times, int from, int to, (double First, double Last) span, ShotLimits limits, ClipLengths lengths)
    {
        var step = (times[to] - times[from]) / (to - from);
        if (times[from] + step < span.First || times[to] - step > span.Last) return;
        var (paid, breach) = (0.0, 0.0);
        for (var i = from; i < to; i++)
        {
            paid += lengths.Buy(times[i + 1] - times[i]);
            breach += limits.Breach(times[i + 1] - times[i]);
        }
        if ((to - from) * lengths.Buy(step) > paid + 1e-6 || (to - from) * limits.Breach(step) > breach + 1e-6) return;
        for (var i = from + 1; i < to; i++) times[i] = times[from] + step * (i - from);
    }
}
