namespace VeniceStudio.Tests.Media;

/// <summary>What the players play in every section of one letter.</summary>
public sealed record SongMakerPart(
    IReadOnlyList<(int Root, bool Minor)> Chords,
    int Drums, string Kick, string Snare, string Hat, string Comp, string Bass,
    SongMakerVoice ChordVoice, bool Sustains, float ChordLevel, float BassLevel, SongMakerVoice LeadVoice, float LeadLevel,
    IReadOnlyList<IReadOnlyList<(int Step, int Degree, int Length)>> Melody)
{
    private static readonly (int, bool)[][] MajorLoops =
    [
        [(0, false), (7, false), (9, true), (5, false)], [(9, true), (5, false), (0, false), (7, false)], [(0, false), (9, true), (5, false), (7, false)],
        [(5, false), (0, false), (7, false), (9, true)], [(2, true), (7, false), (0, false), (0, false)], [(0, false), (5, false), (0, false), (7, false)],
        [(0, false), (4, true), (5, false), (7, false)], [(5, false), (7, false), (4, true), (9, true), (2, true), (7, false), (0, false), (0, false)],
        [(0, false), (2, true), (4, true), (5, false), (9, true), (2, true), (7, false), (7, false)],
    ];

    private static readonly (int, bool)[][] MinorLoops =
    [
        [(0, true), (8, false), (3, false), (10, false)], [(0, true), (5, true), (8, false), (7, false)], [(8, false), (10, false), (0, true), (0, true)],
        [(0, true), (10, false), (8, false), (10, false)], [(5, true), (0, true), (7, true), (0, true)], [(0, true), (3, false), (10, false), (5, false)],
        [(3, false), (10, false), (5, true), (8, false)], [(0, true), (0, true), (8, false), (8, false), (5, true), (5, true), (7, true), (7, false)],
        [(8, false), (3, false), (10, false), (0, true), (5, true), (8, false), (7, false), (7, false)],
    ];

    public static SongMakerPart Of(char letter, SongMakerStyle style, Random random, IReadOnlyDictionary<char, SongMakerPart> others)
    {
        var loops = style.Minor ? MinorLoops : MajorLoops;
        var taken = others.Values.Select(part => part.Chords).ToList();
        var free = loops.Where(loop => !taken.Contains(loop)).ToArray();
        var chords = letter == 'C' && style.OneLoop ? others['V'].Chords : free[random.Next(free.Length)];
        var strong = letter is 'C' or 'D';
        var drums = letter switch { 'K' => 0, 'V' => style.VerseDrums, 'C' or 'D' => 3, 'P' => 2, _ => random.Next(0, 3) };
        var voice = style.ChordVoices[letter switch { 'V' => 0, 'C' or 'D' => style.ChordVoices.Count - 1, _ => random.Next(style.ChordVoices.Count) }];
        var lead = letter switch { 'K' => 0f, 'V' => 0.8f, 'C' or 'D' => 1.1f, 'B' => random.Next(2), _ => 0.7f };
        return new SongMakerPart(
            chords, drums, strong ? style.StrongKick : style.Kick, style.Snare, strong ? style.StrongHat : style.Hat,
            strong ? style.StrongComp : style.Comp, letter == 'B' ? style.Comp : style.Bass, voice, style.Sustains || letter == 'B',
            strong ? 1.1f : 0.75f, letter == 'K' ? 0 : strong ? 1f : 0.85f, style.LeadVoices[strong ? ^1 : 0], lead, Tune(style, random));
    }

    /// <summary>The same music with players left out, as intros and endings are.</summary>
    public SongMakerPart Thinner(Random random) => random.Next(3) switch
    {
        0 => this with { Drums = 0, LeadLevel = 0, BassLevel = 0 },
        1 => this with { Drums = 1, LeadLevel = 0, ChordLevel = 0.6f },
        _ => this with { Drums = 0, LeadLevel = 0, ChordVoice = SongMakerVoice.Pluck, Sustains = false },
    };

    /// <summary>Semitones of a degree of the scale above its key.</summary>
    public static int Scale(int degree, bool minor)
    {
        int[] steps = minor ? [0, 2, 3, 5, 7, 8, 10] : [0, 2, 4, 5, 7, 9, 11];
        var octave = (int)Math.Floor(degree / 7.0);
        return octave * 12 + steps[degree - octave * 7];
    }

    private static IReadOnlyList<(int, int, int)>[] Tune(SongMakerStyle style, Random random)
    {
        var bars = new IReadOnlyList<(int, int, int)>[random.Next(2) == 0 ? 4 : 8];
        var degree = random.Next(0, 5);
        var steps = style.Kick.Length;
        for (var bar = 0; bar < bars.Length; bar++)
        {
            var notes = new List<(int, int, int)>();
            for (var step = random.Next(0, 3) * 2; step < steps;)
            {
                var length = random.Next(1, 4) * 2;
                notes.Add((step, degree, Math.Min(length, steps - step)));
                degree = Math.Clamp(degree + random.Next(-2, 3), -2, 9);
                step += length + random.Next(0, 2) * 2;
            }
            bars[bar] = notes;
        }
        return bars;
    }
}
