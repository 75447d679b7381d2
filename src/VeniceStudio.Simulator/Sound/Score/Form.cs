namespace VeniceStudio.Simulator.Sound.Score;

/// <summary>The parts of a song.</summary>
internal enum Role { Intro, Verse, Chorus, Bridge, Outro }

/// <summary>A stretch of bars with one role.</summary>
/// <param name="Role">What it does.</param>
/// <param name="First">Its first bar.</param>
/// <param name="Bars">How many.</param>
/// <param name="Turn">The how-manieth of its role, from 0.</param>
internal sealed record Part(Role Role, int First, int Bars, int Turn)
{
    /// <summary>0 to 1: choruses are fuller than verses, and the last one is fullest.</summary>
    public double Energy => Role switch
    {
        Role.Intro => 0.3, Role.Verse => 0.5 + 0.06 * Math.Min(Turn, 2), Role.Chorus => Math.Min(1, 0.82 + 0.09 * Turn), Role.Bridge => 0.45, _ => 0.25,
    };
}

/// <summary>Lays out a song: as many parts as its length allows, in phrases of four bars, or two when it is short.</summary>
internal static class Form
{
    // Phrases of intro, verse, chorus, verse, chorus, bridge, chorus, outro. The longest line that fits is taken.
    private static readonly int[][] Plans =
    [
        [0, 0, 1, 0, 0, 0, 0, 0], [1, 0, 1, 0, 0, 0, 0, 0], [1, 1, 1, 0, 0, 0, 0, 0], [1, 1, 1, 0, 0, 0, 0, 1], [1, 2, 1, 0, 0, 0, 0, 1],
        [1, 2, 2, 0, 0, 0, 0, 1], [1, 1, 1, 1, 1, 0, 0, 1], [1, 1, 1, 1, 2, 0, 0, 1], [1, 2, 2, 1, 2, 0, 0, 1], [1, 2, 2, 2, 2, 0, 0, 1],
        [1, 2, 2, 2, 2, 1, 1, 1], [1, 2, 2, 2, 2, 1, 2, 1], [1, 2, 2, 2, 2, 2, 2, 1], [2, 2, 2, 2, 2, 2, 2, 1], [2, 2, 2, 2, 2, 2, 2, 2],
        [2, 2, 2, 2, 2, 2, 4, 2], [2, 4, 2, 2, 2, 2, 4, 2], [2, 4, 2, 4, 2, 2, 4, 2], [2, 4, 4, 4, 2, 2, 4, 2], [2, 4, 4, 4, 4, 2, 4, 2],
        [2, 4, 4, 4, 4, 4, 4, 2],
    ];

    private static readonly Role[] Order =
        [Role.Intro, Role.Verse, Role.Chorus, Role.Verse, Role.Chorus, Role.Bridge, Role.Chorus, Role.Outro];

    /// <summary>Parts that fill the bars without a gap.</summary>
    public static IReadOnlyList<Part> Of(int bars)
    {
        if (bars < 4) return [new Part(Role.Chorus, 0, Math.Max(1, bars), 0)];
        var phrase = bars < 24 ? 2 : 4;
        var plan = Plans.Last(plan => plan.Sum() * phrase <= bars);
        List<(Role Role, int Bars)> line = [.. Order.Zip(plan, (role, phrases) => (role, phrases * phrase)).Where(part => part.Item2 > 0)];
        // Very long: more verses and choruses before the last bridge.
        var bridge = Math.Max(1, line.FindIndex(part => part.Role is Role.Bridge));
        while (bars - line.Sum(part => part.Bars) >= 32) line.InsertRange(bridge, [(Role.Verse, 16), (Role.Chorus, 16)]);
        // What is left over, less than a pair of parts: the last chorus once more, a longer last verse, then bars at the end.
        for (var left = bars - line.Sum(part => part.Bars); left > 0; left = bars - line.Sum(part => part.Bars))
        {
            var more = left >= 8 ? 8 : left >= 4 ? 4 : left;
            var wish = line.FindLastIndex(part => part.Role == (more == 8 ? Role.Chorus : Role.Verse));
            var at = more >= 4 && wish >= 0 ? wish : line.Count - 1;
            line[at] = (line[at].Role, line[at].Bars + more);
        }
        return Number(line);
    }

    private static List<Part> Number(List<(Role Role, int Bars)> line)
    {
        var parts = new List<Part>();
        var at = 0;
        foreach (var (role, bars) in line)
        {
            parts.Add(new Part(role, at, bars, parts.Count(part => part.Role == role)));
            at += bars;
        }
        return parts;
    }
}
