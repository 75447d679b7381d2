namespace VeniceStudio.Media.Audio.Form;

/// <summary>
/// How much speaks for a new section at each bar: the checkerboard novelty of Foote (2000) over harmony, timbre and strokes, and
/// repeats that begin or end there (structure features after Serrà, Müller, Grosche and Arcos 2014).
/// </summary>
internal static class Changes
{
    /// <summary>Bars that have to run alike before they are taken for a repeat.</summary>
    private const int Run = 4;

    /// <param name="like">How alike the bars are.</param>
    /// <param name="weights">How much each sign counts.</param>
    /// <param name="phrase">Bars of a short phrase: 4, or as many seconds as that takes.</param>
    /// <returns>A number for the beginning of each bar; around 0 where nothing changes, some tenths where much does.</returns>
    public static float[] Of(BarLikeness like, FormWeights weights, int phrase)
    {
        var (repeats, loops) = (Repeats(like.All), Loops(like.Harmony, phrase));
        var changes = new float[like.All.Size];
        for (var at = 1; at < changes.Length; at++)
        {
            changes[at] = weights.Timbre4 * Checkerboard(like.Timbre, at, phrase)
                + weights.Timbre8 * Checkerboard(like.Timbre, at, 2 * phrase)
                + weights.Harmony4 * Checkerboard(like.Harmony, at, phrase)
                + weights.Harmony8 * Checkerboard(like.Harmony, at, 2 * phrase)
                + weights.Strokes4 * Checkerboard(like.Strokes, at, phrase)
                + weights.Loop * loops[at]
                + weights.Repeats * repeats[at];
        }
        return changes;
    }

    /// <summary>How much more alike the bars on each side are among themselves than across.</summary>
    private static float Checkerboard(Square like, int at, int reach)
    {
        var (before, after) = (Math.Min(reach, at), Math.Min(reach, like.Size - at));
        var (within, across) = ((Mean(like, at - before, at, at - before, at) + Mean(like, at, at + after, at, at + after)) / 2, Mean(like, at - before, at, at, at + after));
        // A side of a bar or two says little: at the song's ends there is always something.
        return (within - across) * Math.Min(1, (Math.Min(before, after) + 1f) / (reach + 1f) * 1.5f);
    }

    private static float Mean(Square like, int top, int bottom, int left, int right)
    {
        var (sum, weight) = (0f, 0f);
        for (var i = top; i < bottom; i++)
            for (var j = left; j < right; j++)
            {
                if (i == j) continue;   // a bar is always like itself
                sum += like[i, j];
                weight++;
            }
        return weight == 0 ? 1 : sum / weight;
    }

    /// <summary>
    /// How much the chords after a place differ from those one or two phrases before, more than they do around it: where a loop goes on
    /// they are the same, however different its bars are among themselves.
    /// </summary>
    private static float[] Loops(Square like, int phrase)
    {
        var (size, differ) = (like.Size, new float[like.Size]);
        for (var at = 1; at < size; at++)
        {
            var best = 0f;
            foreach (var lag in (int[])[phrase, 2 * phrase])
            {
                var (sum, bars) = (0f, 0);
                for (var bar = at; bar < Math.Min(size, at + phrase); bar++)
                    if (bar >= lag) (sum, bars) = (sum + like[bar, bar - lag], bars + 1);
                if (bars > 0) best = Math.Max(best, sum / bars);
            }
            differ[at] = 1 - best;
        }
        var peaks = new float[size];
        for (var at = 1; at < size; at++)
        {
            var (sum, count) = (0f, 0);
            for (var other = Math.Max(1, at - phrase); other < Math.Min(size, at + phrase + 1); other++) (sum, count) = (sum + differ[other], count + 1);
            peaks[at] = differ[at] - sum / count;
        }
        return peaks;
    }

    /// <summary>Over all distances in time: how much changes in what this place repeats, or is repeated by. 1 is the song's largest.</summary>
    private static float[] Repeats(Square like)
    {
        var (size, changes) = (like.Size, new float[like.Size]);
        for (var lag = Run; lag < size; lag++)
        {
            var sums = new float[size - lag + 1];
            for (var i = 0; i + lag < size; i++) sums[i + 1] = sums[i] + like[i, i + lag];
            for (var i = 0; i + lag <= size; i++)
            {
                var (past, next) = (Math.Min(Run, i), Math.Min(Run, size - lag - i));
                if (past < 2 || next < 2) continue;
                var (was, will) = ((sums[i] - sums[i - past]) / past, (sums[i + next] - sums[i]) / next);
                var change = Math.Max(0, Math.Abs(will - was) - 0.15f) * Math.Max(was, will);
                changes[i] += change;
                if (i + lag < size) changes[i + lag] += change;
            }
        }
        // Early and late bars see as many distances as those in the middle: each bar meets every other once.
        var most = Math.Max(1e-6f, changes.Max());
        for (var i = 0; i < size; i++) changes[i] /= most;
        return changes;
    }
}
