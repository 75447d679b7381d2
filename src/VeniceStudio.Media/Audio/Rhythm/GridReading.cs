namespace VeniceStudio.Media.Audio.Rhythm;

/// <summary>Sums up beats and bars: tempo, its curve, metre, and how far all of it may be trusted.</summary>
internal static class GridReading
{
    /// <summary>Seconds of a stretch with its own confidence, about; a stretch ends on a beat where there is one.</summary>
    private const double StretchSeconds = 8;

    /// <summary>Beats that a local tempo is taken over, and the change that makes a new point of the curve.</summary>
    private const int Window = 8;
    private const double Change = 0.015;

    public static BeatGrid Of(double[] times, (int Place, int Metre)[] counted, float[] odds, double duration)
    {
        if (times.Length == 0) return new BeatGrid([], 0, 0, [], 0, [new Stretch(0, duration, 0)]);
        var beats = new List<Beat>();
        for (var i = 0; i < times.Length; i++)
            if (times[i] >= 0 && times[i] < duration && (beats.Count == 0 || times[i] - beats[^1].Seconds >= 0.1)) beats.Add(new Beat(times[i], counted[i].Place));
        var metre = counted.GroupBy(one => one.Metre).MaxBy(group => group.Count())!.Key;
        var stretches = Stretches(times, odds, duration);
        var sung = stretches.Where(stretch => stretch.Confidence > 0).ToList();
        var covered = sung.Sum(stretch => stretch.End - stretch.Start);
        var confidence = sung.Count == 0 ? 0 : sung.Sum(stretch => stretch.Confidence * (stretch.End - stretch.Start)) / Math.Max(covered, duration / 2);
        return new BeatGrid(beats, metre, Tempo(times), Curve(times), Math.Min(1, confidence), stretches);
    }

    /// <summary>Over all beats that are about as far apart as most: a clock of 0.1 beats a minute needs the whole length of the song.</summary>
    private static double Tempo(double[] times)
    {
        var gaps = Gaps(times);
        if (gaps.Length == 0) return 0;
        var usual = gaps.Order().ElementAt(gaps.Length / 2);
        var near = gaps.Where(gap => Math.Abs(gap - usual) < 0.04 * usual).ToArray();
        return 60 / (near.Length > 0 ? near.Average() : usual);
    }

    private static List<TempoPoint> Curve(double[] times)
    {
        var gaps = Gaps(times);
        var curve = new List<TempoPoint> { new(0, Math.Round(Tempo(times), 2)) };
        if (gaps.Length < Window) return curve;
        var local = Enumerable.Range(0, gaps.Length).Select(i => 60 / Local(gaps, i)).ToArray();
        if (local.Max() / local.Min() < 1 + 2 * Change) return curve;
        curve.Clear();
        for (var i = 0; i < local.Length; i++)
            if (curve.Count == 0 || Math.Abs(local[i] / curve[^1].Tempo - 1) > Change)
                curve.Add(new TempoPoint(curve.Count == 0 ? 0 : times[i], Math.Round(local[i], 2)));
        return curve;
    }

    /// <summary>The middle one of the gaps around: a pause does not count as a slow beat.</summary>
    private static double Local(double[] gaps, int i)
    {
        var first = Math.Clamp(i - Window / 2, 0, gaps.Length - Window);
        var sorted = gaps.AsSpan(first, Window).ToArray();
        Array.Sort(sorted);
        return (sorted[2] + sorted[3] + sorted[4] + sorted[5]) / 4;
    }

    private static double[] Gaps(double[] times) => [.. times.Zip(times.Skip(1), (a, b) => b - a)];

    private static List<Stretch> Stretches(double[] times, float[] odds, double duration)
    {
        var stretches = new List<Stretch>();
        for (double start = 0, end; start < duration; start = end)
        {
            end = EndOf(start, times, duration);
            stretches.Add(new Stretch(start, end, Confidence(start, end, times, odds)));
        }
        return stretches;
    }

    private static double EndOf(double start, double[] times, double duration)
    {
        var wanted = start + StretchSeconds;
        if (wanted > duration - StretchSeconds / 2) return duration;
        var i = Array.BinarySearch(times, wanted);
        if (i < 0) i = ~i;
        return i < times.Length && times[i] < wanted + 2 && times[i] < duration ? times[i] : wanted;
    }

    /// <summary>How sure the network is of the beats here, less what is lacking in evenness and in beats.</summary>
    private static double Confidence(double start, double end, double[] times, float[] odds)
    {
        var inside = Enumerable.Range(0, times.Length).Where(i => times[i] >= start && times[i] < end).ToArray();
        if (inside.Length < 2) return 0;
        var sure = inside.Average(i => 1 / (1 + Math.Exp(-odds[i])));
        var gaps = inside.Skip(1).Select(i => times[i] - times[i - 1]).ToArray();
        var usual = gaps.Order().ElementAt(gaps.Length / 2);
        var uneven = gaps.Average(gap => Math.Min(1, Math.Abs(gap / usual - 1)));
        var covered = Math.Min(1, inside.Length * usual / (end - start));
        return Math.Round(Math.Clamp(sure * (1 - Math.Min(1, 2 * uneven)) * covered, 0, 1), 3);
    }
}
