using VeniceStudio.Media.Audio;

namespace VeniceStudio.Media.Editing;

/// <summary>
/// Chooses where a film cuts. Every change of section is a cut; between two of them a dynamic program goes over all beats and weighs how
/// far shots are from the wished length, whether cuts fall on bars and phrases, and how many seconds are paid and not shown.
/// </summary>
public static class CutPlanner
{
    /// <summary>
    /// What a wasted second costs by usual: at a middle pace, a shot of 4 s from a clip of 5 s stays as it is when the music wants it, and
    /// goes to 5 s when the music does not mind.
    /// </summary>
    private const double UsualThrift = 0.15;

    /// <summary>Here nothing counts but limits and waste, so no plan within the limits wastes less.</summary>
    private const double Miserly = 1e5;

    /// <summary>How often the weight of money is narrowed down: from steps of four to steps of 1.02.</summary>
    private const int Refinements = 6;

    private const double Rounding = 1e-6;

    /// <summary>
    /// Cuts a song: without gaps from 0 to its end, on beats wherever it has some, every section change a cut. Never pays for more seconds
    /// than <see cref="NearestBeatPlan"/> would at the same taste.
    /// </summary>
    /// <param name="song">With beats and sections as corrected; both may be missing.</param>
    /// <param name="taste">Pace and limits, see <see cref="CutTaste.Of"/>.</param>
    /// <param name="lengths">The clips that can be bought.</param>
    public static CutPlan Plan(HeardSong song, CutTaste taste, ClipLengths lengths)
    {
        var limits = new ShotLimits(taste, lengths);
        var paths = CutGround.Of(song, taste, limits).Select(ground => new SectionPath(ground, limits, lengths)).ToList();
        var rival = paths.Select(path => NearestBeatPlan.Cuts(path, limits)).ToList();
        var chosen = Cheaper(paths, limits, lengths, Bill(paths, limits, lengths, rival)) ?? rival;
        return CutAssembly.Plan(song, limits, lengths, [.. paths.Select((path, i) => (path.Ground, chosen[i]))]);
    }

    /// <summary>The plan most to taste whose bill is not above another's: money is given just as much weight as that takes.</summary>
    private static List<int[]>? Cheaper(List<SectionPath> paths, ShotLimits limits, ClipLengths lengths, (double Paid, double Worth) most)
    {
        var (low, high, best) = (UsualThrift, UsualThrift, Try(UsualThrift));
        while (best is null && high < Miserly)
        {
            (low, high) = (high, Math.Min(high * 4, Miserly));
            best = Try(high);
        }
        for (var i = 0; i < Refinements && best is not null && low < high; i++)
        {
            var middle = Math.Sqrt(low * high);
            if (Try(middle) is { } closer) (high, best) = (middle, closer);
            else low = middle;
        }
        return best;

        List<int[]>? Try(double thrift)
        {
            var cuts = paths.Select(path => path.Best(thrift)).ToList();
            var (paid, worth) = Bill(paths, limits, lengths, cuts);
            return paid <= most.Paid + Rounding && worth <= most.Worth + Rounding ? cuts : null;
        }
    }

    private static (double Paid, double Worth) Bill(List<SectionPath> paths, ShotLimits limits, ClipLengths lengths, List<int[]> cuts)
    {
        var (paid, worth) = (0.0, 0.0);
        for (var i = 0; i < paths.Count; i++)
        {
            var times = EvenCuts.Of(paths[i].Ground, cuts[i], limits, lengths);
            for (var shot = 1; shot < times.Length; shot++)
            {
                var bought = lengths.Buy(times[shot] - times[shot - 1]);
                paid += bought;
                worth += lengths.Worth(bought);
            }
        }
        return (paid, worth);
    }
}
