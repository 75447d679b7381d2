namespace VeniceStudio.Tests.Media;

/// <summary>How a kind of music is played. Patterns have one letter for each quarter of a beat.</summary>
public sealed record SongMakerStyle(string Name, int Meter, double MinTempo, double MaxTempo, bool Minor, string Kick, string Snare, string Hat, string Comp, string Bass)
{
    public string StrongKick { get; init; } = Kick;
    public string StrongHat { get; init; } = Hat;
    public string StrongComp { get; init; } = Comp;
    public bool Clap { get; init; }
    public bool Sustains { get; init; }
    public bool OneLoop { get; init; }
    public int VerseDrums { get; init; } = 2;
    public double Swing { get; init; }
    public double Wobble { get; init; } = 0.004;
    public double Fills { get; init; } = 0.6;
    public float Hiss { get; init; } = 0.004f;
    public SongMakerVoice BassVoice { get; init; } = SongMakerVoice.RoundBass;
    public IReadOnlyList<SongMakerVoice> ChordVoices { get; init; } = [SongMakerVoice.Piano, SongMakerVoice.Pad];
    public IReadOnlyList<SongMakerVoice> LeadVoices { get; init; } = [SongMakerVoice.Voice];

    /// <summary>The styles that hearing was tuned on.</summary>
    public static readonly IReadOnlyList<SongMakerStyle> Known =
    [
        new("pop", 4, 95, 125, false, "x.....x.x.......", "....x.......x...", "x.x.x.x.x.x.x.x.", "x.......x.......", "x..x..x.x..x..x.")
            { StrongComp = "x.x.x.x.x.x.x.x.", ChordVoices = [SongMakerVoice.Piano, SongMakerVoice.Piano] },
        new("rock", 4, 110, 150, true, "x.......x.x.....", "....x.......x...", "x.x.x.x.x.x.x.x.", "x.x.x.x.x.x.x.x.", "x.x.x.x.x.x.x.x.")
            { ChordVoices = [SongMakerVoice.Pluck, SongMakerVoice.Drive], BassVoice = SongMakerVoice.SawBass, Fills = 0.9 },
        new("house", 4, 120, 128, true, "x...x...x...x...", "....x.......x...", "..x...x...x...x.", "..x..x..x.....x.", "..x...x...x...x.")
            { Clap = true, Wobble = 0, OneLoop = true, ChordVoices = [SongMakerVoice.Organ, SongMakerVoice.Pad], VerseDrums = 1, LeadVoices = [SongMakerVoice.Square] },
        new("waltz", 3, 90, 150, false, "x...........", "....x...x...", "x...x...x...", "....x...x...", "x...........")
            { ChordVoices = [SongMakerVoice.Piano, SongMakerVoice.Organ], LeadVoices = [SongMakerVoice.Flute, SongMakerVoice.Voice], VerseDrums = 1 },
        new("ballad", 4, 62, 82, false, "x.......x.......", "....x.......x...", "x.x.x.x.x.x.x.x.", "x...x...x...x...", "x.......x.......")
            { Sustains = true, VerseDrums = 0, Wobble = 0.01 },
        new("funk", 4, 96, 112, true, "x..x..x...x.....", "....x..x.x..x...", "xxxxxxxxxxxxxxxx", "..x..x....x..x..", "x..x....x.x...x.")
            { ChordVoices = [SongMakerVoice.Pluck, SongMakerVoice.Organ], BassVoice = SongMakerVoice.SawBass, Hiss = 0.01f },
    ];

    /// <summary>Styles kept back: looked at for their numbers only.</summary>
    public static readonly IReadOnlyList<SongMakerStyle> Unseen =
    [
        new("trance", 4, 132, 142, true, "x...x...x...x...", "....x.......x...", "..x...x...x...x.", "x..x..x..x..x.x.", "..xx..xx..xx..xx")
            { Clap = true, Wobble = 0, VerseDrums = 1, ChordVoices = [SongMakerVoice.Pad, SongMakerVoice.Drive], BassVoice = SongMakerVoice.SawBass, LeadVoices = [SongMakerVoice.Square] },
        new("reggae", 4, 70, 90, false, "........x.......", "........x.......", "x.x.x.x.x.x.x.x.", "....x.......x...", "x.....x.x..x....")
            { ChordVoices = [SongMakerVoice.Pluck, SongMakerVoice.Organ], Swing = 0.2, LeadVoices = [SongMakerVoice.Voice, SongMakerVoice.Square] },
        new("metal", 4, 140, 180, true, "x.xxx.xxx.xxx.xx", "....x.......x...", "x...x...x...x...", "x.xxx.xxx.xxx.xx", "x.xxx.xxx.xxx.xx")
            { ChordVoices = [SongMakerVoice.Drive, SongMakerVoice.Drive], BassVoice = SongMakerVoice.SawBass, Fills = 1, Hiss = 0.015f },
        new("jazz waltz", 3, 120, 180, true, "x.....x.....", "......x.....", "x...x.x.x...", "......x...x.", "x...x...x...")
            { Swing = 0.33, Wobble = 0.01, ChordVoices = [SongMakerVoice.Piano, SongMakerVoice.Organ], LeadVoices = [SongMakerVoice.Flute] },
        new("soul", 4, 74, 98, false, "x..x......x.....", "....x.......x...", "x.x.x.x.x.x.x.x.", "x.....x...x.....", "x..x..x...x..x..")
            { OneLoop = true, Swing = 0.15, ChordVoices = [SongMakerVoice.Organ, SongMakerVoice.Piano], LeadVoices = [SongMakerVoice.Voice, SongMakerVoice.Flute] },
        new("breaks", 4, 160, 176, true, "x.........x.....", "....x.......x...", "x.x.x.x.x.x.x.x.", "x...............", "x.......x.....x.")
            { Wobble = 0, Sustains = true, ChordVoices = [SongMakerVoice.Pad, SongMakerVoice.Organ], LeadVoices = [SongMakerVoice.Square, SongMakerVoice.Flute] },
    ];
}
