using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using VeniceStudio.Simulator.Rendering;

namespace VeniceStudio.Simulator.Chat;

/// <summary>Turns a theme into a film prompt by rules: the same theme always reads the same, no two themes alike.</summary>
internal sealed partial class Screenwriter
{
    private readonly Dice dice;
    private readonly Vocabulary words;
    private readonly string theme;

    /// <param name="theme">What the creator typed, or what stands behind "Theme:".</param>
    /// <param name="salt">Distinguishes several texts about one theme.</param>
    public Screenwriter(string theme, string salt = "")
    {
        this.theme = Clean(theme);
        words = Vocabulary.For(this.theme);
        dice = new Dice(BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(this.theme + "\0" + salt))));
    }

    /// <summary>A whole prompt of at most <paramref name="limit"/> characters. Sentences are left out from the end, never cut while one
    /// fits.</summary>
    /// <param name="motionOnly">For models that start from a picture: what moves, not what is there.</param>
    public string Prompt(int? limit, bool motionOnly)
    {
        List<string> sentences = motionOnly ? [Movement(), Life(), Camera(), Close()]
            : [Opening(), Place(), Life(), Camera(), Light(), Finish(), Close()];
        var most = limit ?? 2500;
        var text = sentences[0];
        foreach (var sentence in sentences.Skip(1))
        {
            if (text.Length + 1 + sentence.Length <= most) text += " " + sentence;
        }
        return Fit(text, most);
    }

    /// <param name="who">Who or what is seen; null for the theme itself.</param>
    public string Opening(string? who = null) => $"{dice.Pick(Shots)} of {who ?? Subject()}, {dice.Pick(words.Places)}.";

    public string Place() => $"{Capital(dice.Pick(words.Details))}, while {dice.Pick(words.Air)}.";

    public string Life() => $"{Capital(dice.Pick(words.Motions))}; {dice.Pick(Beats)}.";

    public string Camera() => $"The camera {dice.Pick(Moves)}, {dice.Pick(Lenses)}.";

    public string Light() => $"{Capital(dice.Pick(words.Lights))}; the palette stays with {dice.Pick(words.Palettes)}.";

    public string Finish() => $"{dice.Pick(Looks)}, {dice.Pick(Grains)}.";

    public string Close() => $"It ends {dice.Pick(Endings)}.";

    public string Mood() => dice.Pick(words.Moods);

    public string Palette() => dice.Pick(words.Palettes);

    public string Title() => Fit($"{Capital(dice.Pick(words.Moods))} {dice.Pick(TitleNouns)}", 80);

    private string Movement() => $"The scene comes alive: {dice.Pick(words.Motions)}, and {dice.Pick(words.Air)}.";

    private string Subject() => theme.Length == 0 ? "a lone figure between two worlds" : Lower(theme);

    private static string Fit(string text, int most)
    {
        if (text.Length <= most) return text;
        var cut = text.LastIndexOf(' ', Math.Max(0, most - 2));
        return text[..(cut > most / 2 ? cut : Math.Max(0, most - 1))].TrimEnd(',', ';', ' ') + ".";
    }

    private static string Clean(string text)
    {
        var labelled = Label().Match(text);
        var line = (labelled.Success ? labelled.Groups[1].Value : text).Trim().Trim('"', '“', '”', '.', ' ');
        line = Spaces().Replace(Tags().Replace(line, ""), " ").Trim();
        return line.Length > 240 ? line[..line.LastIndexOf(' ', 240)] : line;
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    // "Venice at night" keeps its capital, "A gondola" loses it in the middle of a sentence.
    private static string Lower(string text) => Articles().IsMatch(text) ? char.ToLowerInvariant(text[0]) + text[1..] : text;

    private static readonly string[] Shots =
        ["A wide establishing shot", "A slow medium shot", "An intimate close shot", "A low-angle shot", "A long, unbroken shot",
            "An overhead shot", "A shot through glass and reflections"];
    private static readonly string[] Moves =
        ["glides forward at walking pace", "rises in a slow crane move", "circles once, a quarter turn",
            "tracks sideways with the movement", "holds still and lets the frame breathe", "pulls back until the place reveals itself",
                "drifts down and settles at eye level"];
    private static readonly string[] Lenses =
        ["35 mm, shallow focus", "50 mm anamorphic with gentle flares", "85 mm, background melting into discs of light",
            "24 mm, everything sharp to the horizon", "40 mm handheld, barely moving"];
    private static readonly string[] Beats =
        ["every movement falls slightly behind the beat", "nothing hurries", "one gesture, seen from start to end",
            "the rhythm of the cut is already in the picture", "small movements carry all the feeling"];
    private static readonly string[] Looks = ["Cinematic realism", "A dreamlike music-film look", "A tactile, analogue look",
        "A clean contemporary look", "A painterly, high-contrast look"];
    private static readonly string[] Grains = ["fine film grain and soft highlights", "deep blacks and a slow roll-off in the highlights",
        "subtle halation around every lamp", "natural skin tones and quiet colour", "crisp texture and no text on screen"];
    private static readonly string[] Endings =
        ["on a glance that answers nothing", "with the light leaving first and the figure last",
            "as the movement comes to rest exactly in the middle of the frame", "on an empty place that still holds the warmth",
                "just before something would be said"];
    private static readonly string[] TitleNouns = ["crossing", "hours", "water", "signal", "letters", "rooms", "weather", "afterglow",
        "orbit", "harbour"];

    [GeneratedRegex(@"(?:theme|idea|concept|subject)\s*:\s*([^\n]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    [GeneratedRegex(@"\[sim:[^\]]*\]", RegexOptions.IgnoreCase)]
    private static partial Regex Tags();

    [GeneratedRegex(@"[\p{C}\s]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(?:A|An|The|Two|Three|Some|My|Our|One)\b")]
    private static partial Regex Articles();
}
