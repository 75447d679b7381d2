namespace VeniceStudio.Media.Audio.Form;

/// <summary>Finds which sections are the same music: bar against bar, a bar or two displaced, and up to a tone higher or lower.</summary>
internal static class Kinship
{
    /// <summary>Fewer pairs (four sections have six) do not tell what is usual in a song.</summary>
    private const int FewestPairs = 6;

    /// <summary>Of each section, the index of the first one that is the same; its own for what is new.</summary>
    public static int[] Of(IReadOnlyList<int> bounds, BarSounds sounds, BarLikeness like, FormWeights weights)
    {
        var count = bounds.Count - 1;
        var pairs = Square.Symmetric(count, (a, b) => Alike(bounds[b], bounds[b + 1], bounds[a], bounds[a + 1], sounds, like, weights));
        return Joined(pairs, Enough(pairs, weights));
    }

    /// <summary>
    /// How alike two sections have to be. Where every section is much like every other (one loop throughout, one band that never rests) the
    /// same music has to be more alike than that; where all differ, what is played twice need not be so exact.
    /// </summary>
    private static float Enough(Square pairs, FormWeights weights)
    {
        var all = new List<float>();
        for (var i = 0; i < pairs.Size; i++) for (var j = 0; j < i; j++) all.Add(pairs[i, j]);
        if (all.Count < FewestPairs) return weights.Alike;
        all.Sort();
        return weights.Alike + weights.AlikeByOthers * (all[(all.Count - 1) / 2] - 0.5f);
    }

    /// <summary>Joins the two most alike groups, by the mean over their members, until none are alike enough.</summary>
    private static int[] Joined(Square pairs, float enough)
    {
        var groups = Enumerable.Range(0, pairs.Size).Select(i => new List<int> { i }).ToList();
        while (groups.Count > 1)
        {
            var (best, one, other) = (enough, -1, -1);
            for (var a = 0; a < groups.Count; a++)
                for (var b = a + 1; b < groups.Count; b++)
                {
                    var mean = groups[a].SelectMany(_ => groups[b], (i, j) => pairs[i, j]).Average();
                    if (mean > best) (best, one, other) = (mean, a, b);
                }
            if (one < 0) break;
            groups[one].AddRange(groups[other]);
            groups.RemoveAt(other);
        }
        var first = new int[pairs.Size];
        foreach (var group in groups) foreach (var member in group) first[member] = group.Min();
        return first;
    }

    private static float Alike(int start, int end, int from, int to, BarSounds sounds, BarLikeness like, FormWeights weights)
    {
        var (length, other) = (end - start, to - from);
        var shorter = Math.Min(length, other);
        var best = 0f;
        // The shorter one is laid on every place of the longer one, and up to a bar beyond, but never on less than two thirds of itself.
        for (var shift = -1; shift <= Math.Abs(length - other) + 1; shift++)
        {
            var (a, b) = length <= other ? (start, from + shift) : (start + shift, from);
            var (skip, bars) = (Math.Max(0, Math.Max(start - a, from - b)), shorter);
            bars = Math.Min(bars, Math.Min(end - a, to - b)) - skip;
            if (bars < Math.Max(1, shorter * 2 / 3)) continue;
            best = Math.Max(best, Along(a + skip, b + skip, bars, sounds, like, weights) * (shift < 0 || shift > Math.Abs(length - other) ? 0.97f : 1));
        }
        // Four bars are easily part of something longer that is not the same.
        return best * (1 - 0.1f * Math.Clamp(MathF.Log2((float)Math.Max(length, other) / shorter) - 1, 0, 2));
    }

    private static float Along(int a, int b, int bars, BarSounds sounds, BarLikeness like, FormWeights weights)
    {
        var (harmony, timbre) = (0f, 0f);
        for (var bar = 0; bar < bars; bar++)
        {
            harmony += like.Harmony[a + bar, b + bar];
            timbre += 0.75f * like.Timbre[a + bar, b + bar] + 0.25f * like.Strokes[a + bar, b + bar];
        }
        // A key change costs a little, or else two of five turns would match by accident.
        for (var up = -2; up <= 2 && harmony < 0.6f * bars; up++)
        {
            if (up == 0) continue;
            var turned = 0f;
            for (var bar = 0; bar < bars; bar++) turned += sounds.Harmony(a + bar, b + bar, up);
            harmony = Math.Max(harmony, 0.95f * turned);
        }
        return (weights.HarmonyShare * harmony + (1 - weights.HarmonyShare) * timbre) / bars;
    }
}
