namespace VeniceStudio.Media.Audio.Form;

/// <summary>
/// How much each sign counts. Found by a random search on made songs of six styles and six forms; six other styles and six other forms
/// were only measured (docs/BENCHMARKS.md, `form`).
/// </summary>
internal sealed record FormWeights
{
    /// <summary>The ones that hearing uses.</summary>
    public static readonly FormWeights Found = new();

    // Changes from the four or eight bars before a place to those after it.
    public float Timbre4 { get; init; } = 0.4f;
    public float Timbre8 { get; init; } = 1.6f;
    public float Harmony4 { get; init; } = 0.4f;
    public float Harmony8 { get; init; } = 0.6f;
    public float Strokes4 { get; init; } = 0.35f;

    /// <summary>A loop of chords that ends.</summary>
    public float Loop { get; init; } = 1.1f;

    /// <summary>Repeats that begin or end.</summary>
    public float Repeats { get; init; } = 0.95f;

    /// <summary>What a boundary costs.</summary>
    public float Boundary { get; init; } = 0.5f;

    // What lengths cost that are no multiple of eight, four and two bars, and what each bar past 16 does.
    public float NotEight { get; init; } = 0.05f;
    public float NotFour { get; init; } = 0.4f;
    public float Odd { get; init; } = 0.1f;
    public float Long { get; init; } = 0.06f;

    /// <summary>How alike two sections are that count as the same, 0 to 1, in a song whose sections are half alike in the middle of all pairs.</summary>
    public float Alike { get; init; } = 0.625f;

    /// <summary>How far that goes along with how alike the sections of the song are at all.</summary>
    public float AlikeByOthers { get; init; } = 0.35f;

    /// <summary>How much of being alike is harmony; the rest is timbre.</summary>
    public float HarmonyShare { get; init; } = 0.6f;
}
