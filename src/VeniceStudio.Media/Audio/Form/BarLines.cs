namespace VeniceStudio.Media.Audio.Form;

/// <summary>The places where a section may begin: the song's bars, or every second where it has none.</summary>
/// <param name="Edges">Seconds, rising from 0 to the song's end; each two neighbours hold a bar.</param>
/// <param name="HasBars">False for the even seconds of a song without beats.</param>
/// <param name="Slots">Into how many parts a bar is cut when bars are compared: its beats.</param>
internal sealed record BarLines(IReadOnlyList<double> Edges, bool HasBars, int Slots)
{
    /// <summary>A rest of less than this share of a bar belongs to its neighbour.</summary>
    private const double Rest = 0.4;

    public int Count => Edges.Count - 1;

    /// <param name="grid">Where the beats are.</param>
    /// <param name="duration">Seconds of the song.</param>
    /// <param name="shift">Beats by which bars begin after the grid's own ones.</param>
    public static BarLines Of(BeatGrid grid, double duration, int shift = 0)
    {
        var ones = Ones(grid, duration, shift);
        if (ones.Count < 2) return new BarLines(Filled([], 1, duration), false, 2);
        return new BarLines(Filled(ones, Typical(ones), duration), true, Math.Clamp(grid.Meter, 2, 8));
    }

    private static List<double> Ones(BeatGrid grid, double duration, int shift)
    {
        var meter = grid.Meter > 1 ? grid.Meter : 4;
        var counted = grid.Beats.Any(beat => beat.IsDownbeat);
        var ones = new List<double>();
        for (var i = 0; i + shift < grid.Beats.Count; i++)
        {
            var at = grid.Beats[i + shift].Seconds;
            if ((counted ? grid.Beats[i].IsDownbeat : i % meter == 0) && at >= 0 && at < duration && (ones.Count == 0 || at > ones[^1] + 0.1)) ones.Add(at);
        }
        return ones;
    }

    /// <summary>Carries the bars on to both ends of the song and through gaps in which no beat was heard.</summary>
    private static List<double> Filled(List<double> ones, double typical, double duration)
    {
        var edges = new List<double> { 0 };
        for (var i = 0; i <= ones.Count; i++)
        {
            var (from, to) = (i == 0 ? 0 : ones[i - 1], i == ones.Count ? duration : ones[i]);
            var bar = ones.Count < 2 ? typical : Local(ones, i, typical);
            if (i == 0) Backward(edges, to, bar);
            else if (i == ones.Count) for (var at = from + bar; at < duration - Rest * bar; at += bar) edges.Add(at);
            else for (int parts = (int)Math.Round((to - from) / typical), k = 1; k < parts; k++) edges.Add(from + (to - from) * k / parts);
            if (i < ones.Count && to > Rest * bar && to < duration - Rest * bar) edges.Add(to);
        }
        edges.Add(duration);
        return edges;
    }

    private static void Backward(List<double> edges, double to, double bar)
    {
        for (var at = to - Math.Floor(to / bar) * bar; at < to - bar / 2; at += bar) if (at > Rest * bar) edges.Add(at);
    }

    private static double Typical(List<double> ones)
    {
        var lengths = ones.Zip(ones.Skip(1), (a, b) => b - a).Order().ToList();
        return lengths[lengths.Count / 2];
    }

    /// <summary>The bar near a place: the tempo at the song's ends may not be that of its middle.</summary>
    private static double Local(List<double> ones, int at, double typical)
    {
        var near = Math.Clamp(at, 1, ones.Count - 1);
        var bar = ones[near] - ones[near - 1];
        return bar > typical * 0.7 && bar < typical * 1.4 ? bar : typical;
    }
}
