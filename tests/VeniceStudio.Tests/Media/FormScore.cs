using VeniceStudio.Media.Audio;

namespace VeniceStudio.Tests.Media;

/// <summary>How well heard sections agree with a made song's plan.</summary>
/// <param name="Boundary">F-measure of boundaries within half a second; the song's start and end do not count.</param>
/// <param name="Precision">The share of heard boundaries that are true.</param>
/// <param name="Recall">The share of true boundaries that were heard.</param>
/// <param name="Repeats">Of all pairs of sections with one letter, the share that was heard as the same.</param>
/// <param name="Apart">Of all pairs whose music differs, the share that was heard as different.</param>
public sealed record FormScore(double Boundary, double Precision, double Recall, double Repeats, double Apart)
{
    private const double Tolerance = 0.5;

    public static FormScore Of(MadeSong song, IReadOnlyList<Section> heard)
    {
        // A section played twice in a row may be heard as one or as two.
        var between = Enumerable.Range(1, song.Sections.Count - 1).ToList();
        var truth = between.Where(i => song.Sections[i].Letter != song.Sections[i - 1].Letter).Select(i => song.Sections[i].Start).ToList();
        var optional = between.Where(i => song.Sections[i].Letter == song.Sections[i - 1].Letter).Select(i => song.Sections[i].Start).ToList();
        var ends = song.Sections[^1].End - 2;   // what follows is the last chord dying away
        var found = heard.Skip(1).Select(section => section.Start)
            .Where(at => at > song.Plan.Lead + Tolerance && at < ends && !optional.Any(other => Math.Abs(other - at) <= Tolerance)).ToList();
        var (hits, misses) = (0, new List<double>(truth));
        foreach (var at in found)
        {
            var match = misses.FindIndex(other => Math.Abs(other - at) <= Tolerance);
            if (match < 0) continue;
            hits++;
            misses.RemoveAt(match);
        }
        var (precision, recall) = (found.Count == 0 ? 0 : (double)hits / found.Count, truth.Count == 0 ? 1 : (double)hits / truth.Count);
        var (repeats, apart) = Pairs(song, heard);
        return new FormScore(hits == 0 ? 0 : 2 * precision * recall / (precision + recall), precision, recall, repeats, apart);
    }

    private static (double Repeats, double Apart) Pairs(MadeSong song, IReadOnlyList<Section> heard)
    {
        var kin = song.Sections.Select(section => KinOf(section, heard)).ToList();
        var (same, together, other, parted) = (0, 0, 0, 0);
        for (var i = 0; i < kin.Count; i++)
            for (var j = 0; j < i; j++)
            {
                var alike = kin[i] == kin[j];
                if (song.Sections[i].Letter == song.Sections[j].Letter) (same, together) = (same + 1, together + (alike ? 1 : 0));
                else if (song.Sections[i].Source != song.Sections[j].Source) (other, parted) = (other + 1, parted + (alike ? 0 : 1));
            }
        return (same == 0 ? 1 : (double)together / same, other == 0 ? 1 : (double)parted / other);
    }

    /// <summary>The group of the heard section that covers most of a true one.</summary>
    private static int KinOf(MadeSection truth, IReadOnlyList<Section> heard)
    {
        var groups = new Dictionary<int, double>();
        for (var i = 0; i < heard.Count; i++)
        {
            var shared = Math.Min(truth.End, heard[i].End) - Math.Max(truth.Start, heard[i].Start);
            if (shared > 0) groups[heard[i].RepeatOf ?? i] = groups.GetValueOrDefault(heard[i].RepeatOf ?? i) + shared;
        }
        return groups.MaxBy(group => group.Value).Key;
    }
}
