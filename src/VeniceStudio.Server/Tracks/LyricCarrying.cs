using VeniceStudio.Media.Lyrics;

namespace VeniceStudio.Server.Tracks;

/// <summary>Keeps the times of lines when their text is edited around them: the longest run of lines that both versions have, in order.</summary>
internal static class LyricCarrying
{
    /// <summary>Above this many pairs of lines only the same places are compared.</summary>
    private const long MostPairs = 4_000_000;

    /// <summary>The new lines, with what they were before where that is worth more.</summary>
    /// <param name="before">The lines until now.</param>
    /// <param name="now">The lines of the edited text, perhaps timed by what was recognised.</param>
    public static LyricSheet Over(LyricSheet before, LyricSheet now)
    {
        var lines = now.Lines.ToList();
        foreach (var (old, place) in Pairs(before.Lines, lines))
            if (IsWorthMore(before.Lines[old], lines[place])) lines[place] = before.Lines[old];
        return new LyricSheet(lines);
    }

    /// <summary>Lines that came back as they were keep what is known of them; others were set by hand.</summary>
    public static LyricSheet ByHand(LyricSheet before, IReadOnlyList<LyricLine> said) => new(
        [.. said.Select(line => before.Lines.FirstOrDefault(old => old.Text == line.Text && Near(old.Start, line.Start) && Near(old.End, line.End)) ?? line)]);

    private static bool IsWorthMore(LyricLine old, LyricLine now) =>
        old.Support == LyricSupport.ByHand || (old.Start is not null && now.Support is LyricSupport.Untimed or LyricSupport.Interpolated);

    private static bool Near(double? a, double? b) => a is null || b is null ? a is null && b is null : Math.Abs(a.Value - b.Value) < 0.0006;

    private static IEnumerable<(int Old, int New)> Pairs(IReadOnlyList<LyricLine> before, List<LyricLine> now)
    {
        if ((long)before.Count * now.Count > MostPairs)
            return Enumerable.Range(0, Math.Min(before.Count, now.Count)).Where(i => before[i].Text == now[i].Text).Select(i => (i, i));
        var common = new int[before.Count + 1, now.Count + 1];
        for (var i = before.Count - 1; i >= 0; i--)
            for (var j = now.Count - 1; j >= 0; j--)
                common[i, j] = before[i].Text == now[j].Text ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        return Walk();

        IEnumerable<(int, int)> Walk()
        {
            for (int i = 0, j = 0; i < before.Count && j < now.Count;)
            {
                if (before[i].Text == now[j].Text) yield return (i++, j++);
                else if (common[i + 1, j] >= common[i, j + 1]) i++;
                else j++;
            }
        }
    }
}
