using VeniceStudio.Simulator.Rendering;

namespace VeniceStudio.Simulator.Sound.Score;

/// <summary>The tune of a part: the same every time the part comes round, which is how a chorus is known.</summary>
internal sealed class Tune
{
    private static readonly (double Beat, double Length)[][] Fours =
    [
        [(0, 1), (1, 0.5), (1.5, 0.5), (2, 1.8)], [(0, 1.5), (1.5, 0.5), (2, 1), (3, 0.9)], [(0.5, 0.5), (1, 1), (2, 1.5), (3.5, 0.5)],
        [(0, 2), (2, 1), (3, 0.9)], [(0, 0.5), (0.5, 0.5), (1, 1), (2.5, 0.5), (3, 0.9)], [(0, 3)],
    ];

    private static readonly (double Beat, double Length)[][] Threes =
        [[(0, 2), (2, 0.9)], [(0, 1), (1, 1), (2, 0.9)], [(0, 1.5), (1.5, 0.5), (2, 0.9)], [(0, 2.8)]];

    private readonly (double Beat, double Length)[][] cells;
    private readonly int[] contour;

    public Tune(int metre, Dice dice)
    {
        var choices = metre == 3 ? Threes : Fours;
        var (a, b) = (dice.Below(choices.Length - 1), dice.Below(choices.Length - 1));
        // Call, answer, call, rest.
        cells = [choices[a], choices[b], choices[a], choices[^1]];
        contour = new int[32];
        var at = 2 + dice.Below(3);
        for (var i = 0; i < contour.Length; i++)
        {
            contour[i] = at;
            // Mostly by step, and back towards the middle from the edges.
            var move = dice.Below(7) switch { 0 or 1 => -1, 2 or 3 => 1, 4 => 2, 5 => -2, _ => 0 };
            at = Math.Clamp(at + move, -1, 8);
        }
    }

    /// <summary>Rhythm of a bar of the part, counted from the part's first bar.</summary>
    public (double Beat, double Length)[] Rhythm(int into) => cells[into % 4];

    /// <summary>Step of the scale for the n-th note of a bar over a chord: a strong note leans on the chord.</summary>
    public int Step(int into, int nth, int chord, bool strong)
    {
        // The third bar says the first again.
        var wish = contour[(into % 2 * 9 + (into % 4 == 3 ? 5 : 0) + nth) % contour.Length];
        if (!strong) return wish;
        var best = wish;
        var distance = int.MaxValue;
        foreach (var tone in (int[])[0, 2, 4, 7, 9, -3, -5])
        {
            var step = chord % 7 + tone - (chord % 7 > 4 ? 7 : 0);
            if (Math.Abs(step - wish) >= distance) continue;
            (best, distance) = (step, Math.Abs(step - wish));
        }
        return best;
    }
}
