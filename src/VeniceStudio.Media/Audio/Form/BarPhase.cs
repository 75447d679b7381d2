namespace VeniceStudio.Media.Audio.Form;

/// <summary>
/// Notices bars that were laid on a wrong beat: then the sections change, again and again, at the same other beat. Looks closely around
/// the boundaries that were found on the bars as heard.
/// </summary>
internal static class BarPhase
{
    /// <summary>How much more change another beat has to show than the one: fills end sections early and must not move the bars.</summary>
    private const double Surely = 1.3;

    /// <summary>Beats by which the bars are to be moved, 0 to the metre, excluded.</summary>
    public static int Of(FormFeatures features, BeatGrid grid, IReadOnlyList<double> starts)
    {
        var meter = Math.Clamp(grid.Meter, 1, 8);
        if (starts.Count < 2 || meter < 2) return 0;
        var sums = new double[meter];
        foreach (var start in starts)
        {
            var beat = Nearest(grid.Beats, start);
            // A beat early is a bar less one beat late: both sides are looked at.
            for (var shift = -(meter - 1) / 2; shift <= meter / 2; shift++)
                if (beat + shift > 0 && beat + shift + 1 < grid.Beats.Count)
                    sums[(shift + meter) % meter] += Change(features, grid.Beats[beat + shift].Seconds, 60 / Math.Max(20, grid.Tempo));
        }
        var best = Array.IndexOf(sums, sums.Max());
        return sums[best] > Surely * sums[0] ? best : 0;
    }

    /// <summary>How far the sound of a bar's half before a moment lies from that after it.</summary>
    private static double Change(FormFeatures features, double at, double beat)
    {
        var sum = 0.0;
        foreach (var reach in (double[])[1, 2, 4])
        {
            var (before, after) = (Mean(features, at - reach * beat, at), Mean(features, at, at + reach * beat));
            sum += Floats.Distance(before, after);
        }
        return sum;
    }

    private static float[] Mean(FormFeatures features, double start, double end)
    {
        var mean = new float[FormFeatures.TimbreSize];
        var (first, last) = features.FramesIn(Math.Max(0, start), Math.Max(0, end));
        for (var frame = first; frame < last; frame++) Floats.Add(mean, features.TimbreOf(frame));
        Floats.Scale(mean, 1f / Math.Max(1, last - first));
        return mean;
    }

    private static int Nearest(IReadOnlyList<Beat> beats, double at)
    {
        var (low, high) = (0, beats.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (beats[middle].Seconds < at) low = middle + 1;
            else high = middle;
        }
        return low > 0 && at - beats[low - 1].Seconds < beats[low].Seconds - at ? low - 1 : low;
    }
}
