namespace VeniceStudio.Media.Audio.Rhythm;

/// <summary>
/// The likeliest run of beats through a song. A state is a beat together with the interval that led to it, which is the bar pointer of
/// Krebs, Böck and Widmer (ISMIR 2015) with its steps between two beats taken at once: nothing can happen there. Every beat earns its
/// odds, less a threshold; the interval may drift by a frame from beat to beat, and pays for more in proportion. Where the music stops
/// the run may end, and a new one begin.
/// </summary>
internal sealed class BeatPath
{
    /// <summary>Frames between two beats: 250 and 36 beats a minute.</summary>
    private const int Shortest = 24, Longest = 166, Count = Longest - Shortest + 1;

    /// <summary>
    /// What a beat's odds (as logarithms) must pass to earn something lies this far below the song's strong tops, so that music that the
    /// network finds strange is measured by its own measure; and the most that a beat can cost and earn.
    /// </summary>
    private const float Below = 2f, Least = -3f, Most = 3f;

    /// <summary>Strong tops are so many in a second as the slowest music has beats.</summary>
    private const float Strong = 0.6f;

    /// <summary>Nothing below these odds earns, however weak the song is.</summary>
    private const float Faintest = -3.5f;

    /// <summary>The price of an interval that changes by a factor of e, and the most that a change may cost.</summary>
    private const float Stiffness = 90, Leap = 16;

    /// <summary>The price of ending a run and beginning another.</summary>
    private const float Restart = 22;

    private const byte Fresh = 255;

    /// <summary>The price of the step from an interval to the next longer one.</summary>
    private static readonly float[] Steps = [.. Enumerable.Range(Shortest, Count).Select(i => Stiffness * MathF.Log((i + 1f) / i))];

    /// <summary>The most that a tempo can be held against a beat: less than a sure beat earns.</summary>
    private const float RarestTempo = 0.8f;

    /// <summary>Frames from beat to beat at the tempo that people tap most readily, 120 a minute, and how much an octave away from it costs.</summary>
    private const float Felt = 50, Octave = 1;

    /// <summary>How much less a beat earns for an unusual tempo.</summary>
    private static readonly float[] Rare = [.. Enumerable.Range(Shortest, Count).Select(i => MathF.Min(RarestTempo, Octave * MathF.Pow(MathF.Log2(i / Felt), 2) * i / Felt))];

    /// <summary>The frames of the beats. Runs are apart by more than a beat.</summary>
    /// <param name="odds">Of each frame, as logarithms.</param>
    public static List<int> Find(ReadOnlySpan<float> odds)
    {
        var came = new byte[odds.Length * Count];
        var before = new int[odds.Length];                     // where the best run ended that a fresh one follows
        var scores = new float[Longest + 1][];
        for (var i = 0; i < scores.Length; i++) scores[i] = new float[Count];
        var from = new byte[Longest + 1][];
        for (var i = 0; i < from.Length; i++) from[i] = new byte[Count];
        var (best, bestAt, bestBy) = (0f, -1, 0);
        var own = new float[Count];
        var threshold = Threshold(odds);
        for (var t = 0; t < odds.Length; t++)
        {
            var earned = Math.Clamp(odds[t] - threshold, Least, Most);
            before[t] = bestAt < 0 ? -1 : bestAt * Count + bestBy;
            var fresh = bestAt < 0 ? 0 : best - Restart;
            var (top, topBy) = (float.NegativeInfinity, 0);
            for (var i = 0; i < Count; i++)
            {
                var last = t - Shortest - i;
                var score = fresh;
                var how = Fresh;
                if (last >= 0 && scores[last % scores.Length][i] is var kept && kept > fresh) (score, how) = (kept, from[last % from.Length][i]);
                own[i] = score + earned - Rare[i];
                came[t * Count + i] = how;
                if (own[i] > top) (top, topBy) = (own[i], i);
            }
            if (top > best) (best, bestAt, bestBy) = (top, t, topBy);
            Spread(own, scores[t % scores.Length], from[t % from.Length], top - Leap, topBy);
        }
        return Back(came, before, bestAt, bestBy);
    }

    private static float Threshold(ReadOnlySpan<float> odds)
    {
        var tops = new List<float>();
        for (var t = 2; t < odds.Length - 2; t++)
            if (odds[t] > odds[t - 1] && odds[t] >= odds[t + 1] && odds[t] > odds[t - 2] && odds[t] >= odds[t + 2]) tops.Add(odds[t]);
        if (tops.Count == 0) return 0;
        tops.Sort();
        var strong = (int)(Strong * odds.Length / SpectralFrames.Rate);
        return Math.Max(tops[Math.Max(0, tops.Count - 1 - strong)] - Below, Faintest);
    }

    /// <summary>
    /// What each next interval can build on: the best of all present ones, less the price of the change. A frame more or less is free;
    /// prices of further steps add up, so that one pass upwards and one downwards compare all pairs.
    /// </summary>
    private static void Spread(float[] own, float[] next, byte[] by, float leap, int leapBy)
    {
        for (var i = 0; i < Count; i++)
        {
            var k = i;
            if (i > 0 && own[i - 1] > own[k]) k = i - 1;
            if (i + 1 < Count && own[i + 1] > own[k]) k = i + 1;
            // The same interval goes first by a little, or a steady song would wander.
            (next[i], by[i]) = own[k] - 0.15f > own[i] ? (own[k] - 0.15f, (byte)k) : (own[i], (byte)i);
            if (leap > next[i]) (next[i], by[i]) = (leap, (byte)leapBy);
        }
        for (var i = 1; i < Count; i++)
            if (next[i - 1] - Steps[i - 1] > next[i]) (next[i], by[i]) = (next[i - 1] - Steps[i - 1], by[i - 1]);
        for (var i = Count - 2; i >= 0; i--)
            if (next[i + 1] - Steps[i] > next[i]) (next[i], by[i]) = (next[i + 1] - Steps[i], by[i + 1]);
    }

    private static List<int> Back(byte[] came, int[] before, int at, int by)
    {
        var beats = new List<int>();
        while (at >= 0)
        {
            beats.Add(at);
            var how = came[at * Count + by];
            if (how == Fresh)
            {
                var last = before[at];
                if (last < 0) break;
                (at, by) = (last / Count, last % Count);
                continue;
            }
            (at, by) = (at - Shortest - by, how);
        }
        beats.Reverse();
        return beats;
    }
}
