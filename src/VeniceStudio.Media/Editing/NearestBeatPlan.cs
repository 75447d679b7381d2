using VeniceStudio.Media.Audio;

namespace VeniceStudio.Media.Editing;

/// <summary>
/// How one would cut without thinking of money or bars: at section changes, and in between after every wished length, on the nearest
/// beat. What the planner is measured against.
/// </summary>
public static class NearestBeatPlan
{
    /// <summary>Cuts a song; limits and clips that cannot be broken hold as in <see cref="CutPlanner"/>.</summary>
    public static CutPlan Plan(HeardSong song, CutTaste taste, ClipLengths lengths)
    {
        var limits = new ShotLimits(taste, lengths);
        var paths = CutGround.Of(song, taste, limits).Select(ground => new SectionPath(ground, limits, lengths)).ToList();
        return CutAssembly.Plan(song, limits, lengths, [.. paths.Select(path => (path.Ground, Cuts(path, limits)))]);
    }

    /// <summary>
    /// The cuts of one section, as points. Where going from beat to beat ends in a shot that is too short or too long although the section
    /// could be cut otherwise, the planner's cuts without regard to money stand in.
    /// </summary>
    internal static int[] Cuts(SectionPath path, ShotLimits limits)
    {
        var points = path.Ground.Points;
        var last = points.Count - 1;
        var cuts = new List<int> { 0 };
        while (cuts[^1] != last)
        {
            var (from, best) = (points[cuts[^1]].Seconds, -1);
            for (var to = cuts[^1] + 1; to <= last; to++)
            {
                var (length, rest) = (points[to].Seconds - from, points[last].Seconds - points[to].Seconds);
                if (limits.Breach(length) > 0 || to != last && rest < limits.Shortest) continue;
                if (best < 0 || Math.Abs(length - path.Ground.Wished) < Math.Abs(points[best].Seconds - from - path.Ground.Wished)) best = to;
            }
            cuts.Add(best < 0 ? last : best);
        }
        int[] plain = [.. cuts];
        if (Breach(path, plain) == 0) return plain;
        var careful = path.Best(0);
        return Breach(path, careful) < Breach(path, plain) ? careful : plain;
    }

    private static double Breach(SectionPath path, int[] cuts) => cuts.Zip(cuts.Skip(1)).Sum(shot => path.Cost(shot.First, shot.Second).Breach);
}
