namespace VeniceStudio.Media.Editing;

/// <summary>How a film is to be cut.</summary>
/// <param name="Pace">How long a shot is wished to be.</param>
/// <param name="Shortest">Seconds; a shorter shot comes only of a section that is shorter itself.</param>
/// <param name="Longest">Seconds; a longer shot comes only where the song has no beat to cut on.</param>
public sealed record CutTaste(CutPace Pace, double Shortest, double Longest)
{
    /// <summary>The limits that go with a pace, or the creator's own. A longest below the shortest is lifted to it.</summary>
    public static CutTaste Of(CutPace pace, double? shortest = null, double? longest = null)
    {
        var (least, most) = pace switch
        {
            CutPace.Calm => (4.0, 12.0),
            CutPace.Easy => (3.0, 10.0),
            CutPace.Steady => (2.0, 8.0),
            CutPace.Lively => (1.2, 6.0),
            _ => (0.6, 4.0),
        };
        // Whoever names one of the two means it: the other gives way.
        if (shortest is null && longest is { } l) least = Math.Min(least, l);
        var low = shortest ?? least;
        return new CutTaste(pace, low, Math.Max(low, longest ?? most));
    }

    /// <summary>
    /// Seconds that a shot of this taste would last. Strong sections are cut twice as fast as quiet ones: 0.7 to 1.4 times the pace's
    /// own length.
    /// </summary>
    /// <param name="energy">Of the section, 0 to 1.</param>
    public double Wished(double energy)
    {
        var usual = Pace switch
        {
            CutPace.Calm => 7.5,
            CutPace.Easy => 5.5,
            CutPace.Steady => 4.0,
            CutPace.Lively => 2.6,
            _ => 1.5,
        };
        return Math.Min(Math.Max(usual * 1.4 * Math.Pow(0.5, Math.Clamp(energy, 0, 1)), Shortest), Longest);
    }
}
