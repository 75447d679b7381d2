namespace VeniceStudio.Media.Audio.Correcting;

/// <summary>Sections by the creator: their edges brought into order, and what was heard in them measured anew.</summary>
public static class SectionEditing
{
    /// <summary>Shorter sections than this are a slip of the hand, in seconds.</summary>
    public const double Shortest = 0.25;

    /// <summary>An edge further away from any downbeat than this stays: there are no bars there. Seconds.</summary>
    private const double Reach = 4;

    /// <summary>
    /// Edges as they are to be kept: each start on the nearest downbeat unless it is exact, no gaps from 0 to the song's end, nothing
    /// shorter than <see cref="Shortest"/>. The creator's words stay.
    /// </summary>
    /// <param name="sections">In any order.</param>
    /// <param name="grid">The corrected grid.</param>
    /// <param name="duration">Seconds of the song.</param>
    public static IReadOnlyList<CorrectedSection> Snapped(IReadOnlyList<CorrectedSection> sections, BeatGrid grid, double duration)
    {
        var bars = grid.Beats.Where(beat => beat.IsDownbeat).Select(beat => beat.Seconds).ToList();
        var kept = new List<CorrectedSection>();
        foreach (var section in sections.OrderBy(section => section.Start))
        {
            var start = kept.Count == 0 ? 0 : Math.Clamp(section.Exact ? section.Start : Nearest(bars, section.Start), 0, duration);
            // Two edges on one bar: the earlier section was squeezed to nothing.
            if (kept.Count > 0 && start - kept[^1].Start < Shortest) kept[^1] = section with { Start = kept[^1].Start };
            else if (kept.Count == 0 || duration - start >= Shortest) kept.Add(section with { Start = start });
        }
        return [.. kept.Select((section, i) => section with { End = i + 1 < kept.Count ? kept[i + 1].Start : duration })];
    }

    /// <summary>The sections with what was heard in them. Energy and onsets are those of the heard sections that they lie in.</summary>
    internal static IReadOnlyList<Section> Of(HeardSong heard, IReadOnlyList<CorrectedSection> said)
    {
        var homes = said.Select(section => Home(heard.Sections, section)).ToList();
        return [.. said.Select((section, i) =>
        {
            var home = heard.Sections[homes[i]];
            var untouched = home.Role == section.Role && Math.Abs(home.Start - section.Start) < 0.02 && Math.Abs(home.End - section.End) < 0.02;
            return new Section(
                section.Start, section.End, section.Role, Mean(heard.Sections, section, part => part.Energy),
                Mean(heard.Sections, section, part => part.OnsetDensity), Repeated(heard.Sections, homes, i),
                untouched ? home.Why : "You set this section yourself.")
            { Name = section.Name };
        })];
    }

    private static double Nearest(List<double> bars, double at)
    {
        if (bars.Count == 0) return at;
        var nearest = bars.MinBy(bar => Math.Abs(bar - at));
        return Math.Abs(nearest - at) <= Reach ? nearest : at;
    }

    private static double Overlap(Section heard, CorrectedSection said) => Math.Max(0, Math.Min(heard.End, said.End) - Math.Max(heard.Start, said.Start));

    /// <summary>The heard section that most of this one lies in.</summary>
    private static int Home(IReadOnlyList<Section> heard, CorrectedSection said)
    {
        var best = 0;
        for (var i = 1; i < heard.Count; i++)
            if (Overlap(heard[i], said) > Overlap(heard[best], said)) best = i;
        return best;
    }

    private static double Mean(IReadOnlyList<Section> heard, CorrectedSection said, Func<Section, double> of)
    {
        var whole = heard.Sum(part => Overlap(part, said));
        return whole > 0 ? heard.Sum(part => of(part) * Overlap(part, said)) / whole : 0;
    }

    /// <summary>The first section before this one that lies in another heard section of the same kind. Halves of one do not repeat each other.</summary>
    private static int? Repeated(IReadOnlyList<Section> heard, List<int> homes, int at)
    {
        var kind = Kind(heard, homes[at]);
        for (var i = 0; i < at; i++)
            if (homes[i] != homes[at] && Kind(heard, homes[i]) == kind) return i;
        return null;
    }

    private static int Kind(IReadOnlyList<Section> heard, int at) => heard[at].RepeatOf ?? at;
}
