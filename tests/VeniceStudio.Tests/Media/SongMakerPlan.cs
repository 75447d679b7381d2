using System.Globalization;

namespace VeniceStudio.Tests.Media;

/// <summary>A song to be made.</summary>
/// <param name="Form">Letters and bars: <c>I4 V8 C8 V8 C8 B8 C8 O4</c>. V verse, P pre-chorus, C chorus, B bridge, D drop, K break, I intro, O outro.</param>
/// <param name="Style">How it is played.</param>
/// <param name="Seed">Chords, tunes and all small things follow from it.</param>
/// <param name="Tempo">Beats per minute.</param>
/// <param name="Lead">Seconds of silence before the first bar.</param>
/// <param name="Lift">Semitones by which the last chorus is raised.</param>
public sealed record SongMakerPlan(string Form, SongMakerStyle Style, int Seed, double Tempo, double Lead = 0, int Lift = 0)
{
    private static readonly string[] KnownForms =
    [
        "I4 V8 C8 V8 C8 B8 C8 O4", "I8 V16 C8 V16 C8 B8 C16 O8", "V8 P4 C8 V8 P4 C8 B4 C8", "I4 V8 V8 C8 V8 C8 O4", "I8 V8 D16 K8 V8 D16 O8", "V16 C16 V16 C16 B8 C16",
    ];

    private static readonly string[] UnseenForms =
    [
        "I8 V8 P8 C8 V8 P8 C8 B8 C8 O8", "I4 V12 C8 V12 C8 B8 C8 C8 O4", "C8 V8 C8 V8 C8 B8 C8", "I16 K8 D16 K8 V16 D16 O16", "V8 C8 V8 C8 V8 C8 O4", "I2 V8 C8 V8 C8 B16 V8 C8 O8",
    ];

    private static readonly string[] FreshForms =
    [
        "I4 V8 P4 C8 V8 P4 C8 K4 C8 O8", "V16 C8 V16 C8 B8 C8", "I8 V8 C8 V8 B8 V8 C8 O4", "C4 V8 C8 V8 P8 C8 O4", "I6 V8 C8 V8 C8 B4 C8 O6",
        "V12 P4 C12 V12 P4 C12 B8 C12",
    ];

    private static readonly string[] LaterForms =
    [
        "I8 V8 C8 V8 C8 K8 C16 O4", "V8 V8 C8 V8 C8 B8 V8 C8", "I4 V16 P8 C16 V16 P8 C16 O8", "C8 V8 P4 C8 V8 P4 C8 B8 C8 O4", "I8 D16 V16 D16 K8 D16 O8",
        "V8 C8 B8 V8 C8 B8 C8", "I4 V12 P4 C8 V12 P4 C8 B8 C8 O4", "I2 V16 C8 V8 C8 B4 C8 C8",
    ];

    public int Meter => Style.Meter;

    public double BeatSeconds => 60 / Tempo;

    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Style.Name} {Tempo:0} {Form}");

    public IReadOnlyList<(char Letter, int Bars)> Sections { get; } =
        [.. Form.Split(' ').Select(word => (word[0], int.Parse(word.AsSpan(1), CultureInfo.InvariantCulture)))];

    /// <summary>The songs that hearing was tuned on: every style with four of the forms.</summary>
    public static IReadOnlyList<SongMakerPlan> Known(int songs = 24) => Plans(SongMakerStyle.Known, KnownForms, songs, 1000);

    /// <summary>Songs of other styles and other forms. No weight was searched on them; two mistakes at the ends of songs were found on them.</summary>
    public static IReadOnlyList<SongMakerPlan> Unseen(int songs = 24) => Plans(SongMakerStyle.Unseen, UnseenForms, songs, 9000);

    /// <summary>All styles with a third set of forms, made when hearing was first finished; how alike repeats have to be was chosen in sight of them.</summary>
    public static IReadOnlyList<SongMakerPlan> Fresh() => OfAllStyles(FreshForms, 24, 77, 50_000);

    /// <summary>All styles with a fourth set of forms. Other songs of these forms were in sight when that was chosen; these were measured once, after it.</summary>
    public static IReadOnlyList<SongMakerPlan> Last() => OfAllStyles(LaterForms, 48, 137, 137_000);

    private static SongMakerPlan[] OfAllStyles(string[] forms, int songs, int dice, int seed)
    {
        var (styles, random) = (SongMakerStyle.Unseen.Concat(SongMakerStyle.Known).ToList(), new Random(dice));
        return
        [
            .. Enumerable.Range(0, songs).Select(i => new SongMakerPlan(
                forms[(i + i / 12) % forms.Length], styles[i % 12], seed + i,
                styles[i % 12].MinTempo + random.NextDouble() * (styles[i % 12].MaxTempo - styles[i % 12].MinTempo),
                random.Next(3) == 0 ? random.NextDouble() * 1.5 : 0, random.Next(4) == 0 ? random.Next(1, 3) : 0)),
        ];
    }

    private static SongMakerPlan[] Plans(IReadOnlyList<SongMakerStyle> styles, string[] forms, int songs, int seed) =>
    [
        .. Enumerable.Range(0, songs).Select(i =>
        {
            var random = new Random(seed + i);
            var style = styles[i % styles.Count];
            return new SongMakerPlan(
                forms[(i + i / styles.Count) % forms.Length], style, seed + i, style.MinTempo + random.NextDouble() * (style.MaxTempo - style.MinTempo),
                random.Next(3) == 0 ? random.NextDouble() * 1.5 : 0, random.Next(4) == 0 ? random.Next(1, 3) : 0);
        }),
    ];
}
