using VeniceStudio.Simulator.Rendering;

namespace VeniceStudio.Simulator.Sound.Score;

/// <summary>The key of a song and the chord of every bar.</summary>
internal sealed class Harmony
{
    private static readonly string[] Names = ["C", "D flat", "D", "E flat", "E", "F", "F sharp", "G", "A flat", "A", "B flat", "B"];
    private static readonly int[] MajorScale = [0, 2, 4, 5, 7, 9, 11];
    private static readonly int[] MinorScale = [0, 2, 3, 5, 7, 8, 10];

    // Steps of the scale, one a bar, four bars long.
    private static readonly int[][] MajorTurns = [[0, 4, 5, 3], [0, 5, 3, 4], [5, 3, 0, 4], [0, 3, 5, 4], [3, 0, 4, 5], [0, 2, 3, 4]];
    private static readonly int[][] MinorTurns = [[0, 5, 2, 6], [0, 3, 5, 6], [0, 6, 5, 6], [5, 6, 0, 2], [0, 2, 6, 3], [0, 5, 3, 6]];
    private readonly Dictionary<Role, int[]> turns = [];
    private readonly int[] scale;
    private readonly int root;
    private readonly bool minor;

    public Harmony(bool minor, Dice dice)
    {
        this.minor = minor;
        scale = minor ? MinorScale : MajorScale;
        root = 48 + dice.Below(12);
        var choices = (minor ? MinorTurns : MajorTurns).ToList();
        foreach (var role in (Role[])[Role.Verse, Role.Chorus, Role.Bridge])
        {
            // Each part has its own turn, so that a part is known by its chords too.
            turns[role] = dice.Pick(choices);
            choices.Remove(turns[role]);
        }
        (turns[Role.Intro], turns[Role.Outro]) = (turns[Role.Verse], turns[Role.Chorus]);
    }

    public string Key => $"{Names[root % 12]} {(minor ? "minor" : "major")}";

    /// <summary>Step of the scale on which the chord of a bar stands; the song's very end is home.</summary>
    public int Step(Part part, int bar) =>
        part.Role is Role.Outro && bar == part.First + part.Bars - 1 ? 0 : turns[part.Role][(bar - part.First) % 4];

    /// <summary>A note of the scale as a MIDI number; steps may go below zero and beyond an octave.</summary>
    public int Note(int step, int octave = 0)
    {
        var within = ((step % 7) + 7) % 7;
        return root + scale[within] + 12 * ((step - within) / 7 + octave);
    }

    /// <summary>Three or four notes of a chord, in the octave around the middle of the keyboard so that chords move little.</summary>
    public int[] Chord(int step, bool seventh = false) =>
        [.. (seventh ? (int[])[0, 2, 4, 6] : [0, 2, 4]).Select(third => Fold(Note(step + third), 55, 67)).Order()];

    public int Bass(int step) => Fold(Note(step), 33, 45);

    public static double Hertz(int note) => 440 * Math.Pow(2, (note - 69) / 12.0);

    private static int Fold(int note, int low, int high)
    {
        while (note < low) note += 12;
        while (note >= high) note -= 12;
        return note;
    }
}
