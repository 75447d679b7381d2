namespace VeniceStudio.Benchmarks;

/// <summary>How well beats were heard, by the measures of the field (as the library mir_eval computes them, without its trim of 5 s).</summary>
/// <param name="F">Harmonic mean of precision and recall, within 70 ms.</param>
/// <param name="Continuity">The share of beats whose place and interval are both within 17.5 % of the true period, at the true tempo.</param>
/// <param name="DownbeatF">As F, for the first beats of bars; null where nobody knows them, or none are told.</param>
/// <param name="Acc1">1 where the tempo is within 4 %, else 0.</param>
/// <param name="Offset">The median of heard less true, ms; null where nothing was near.</param>
internal sealed record BeatScore(double F, double Continuity, double? DownbeatF, double Acc1, double? Offset)
{
    private const double Near = 0.07, Tolerance = 0.175;

    /// <summary>Compares what was heard with the truth; what lies outside the annotated music counts for nothing.</summary>
    public static BeatScore Of(AnnotatedSong truth, IReadOnlyList<double> beats, IReadOnlyList<double>? downbeats, double tempo)
    {
        var gaps = truth.Beats.Zip(truth.Beats.Skip(1), (a, b) => b - a).Order().ToArray();
        var margin = 0.5 * gaps[gaps.Length / 2];
        double[] Inside(IEnumerable<double> times) => [.. times.Where(t => t >= truth.Beats[0] - margin && t <= truth.Beats[^1] + margin).Order()];
        var inside = Inside(beats);
        var offsets = truth.Beats.Where(_ => inside.Length > 0).Select(t => inside.MinBy(one => Math.Abs(one - t)) - t).Where(off => Math.Abs(off) <= Near).Order().ToArray();
        return new BeatScore(
            FMeasure(truth.Beats, inside), Continuous(truth.Beats, inside),
            truth.Downbeats is { } known && downbeats is { Count: > 0 } ? FMeasure(known, Inside(downbeats)) : null,
            Math.Abs(tempo - truth.Tempo) <= 0.04 * truth.Tempo ? 1 : 0,
            offsets.Length > 0 ? 1000 * Measure.Median(offsets) : null);
    }

    private static double FMeasure(IReadOnlyList<double> truth, double[] heard)
    {
        var (i, j, hits) = (0, 0, 0);
        while (i < truth.Count && j < heard.Length)
        {
            var apart = heard[j] - truth[i];
            if (Math.Abs(apart) <= Near) (i, j, hits) = (i + 1, j + 1, hits + 1);
            else if (apart < 0) j++;
            else i++;
        }
        return heard.Length == 0 ? 0 : 2.0 * hits / (truth.Count + heard.Length);
    }

    private static double Continuous(IReadOnlyList<double> truth, double[] heard)
    {
        if (truth.Count < 2 || heard.Length < 2) return 0;
        var used = new bool[truth.Count];
        var right = 0;
        for (var m = 0; m < heard.Length; m++)
        {
            var n = Enumerable.Range(0, truth.Count).MinBy(k => Math.Abs(heard[m] - truth[k]));
            if (used[n]) continue;
            var isFirst = m == 0 || n == 0;
            if (isFirst && (n + 1 >= truth.Count || m + 1 >= heard.Length)) continue;
            var period = isFirst ? truth[n + 1] - truth[n] : truth[n] - truth[n - 1];
            var own = isFirst ? heard[m + 1] - heard[m] : heard[m] - heard[m - 1];
            if (Math.Abs(heard[m] - truth[n]) >= Tolerance * period || Math.Abs(1 - own / period) >= Tolerance) continue;
            used[n] = true;
            right++;
        }
        return right / (double)Math.Max(truth.Count, heard.Length);
    }
}
