using System.Globalization;
using System.Text.RegularExpressions;
using VeniceStudio.Simulator.Rendering;

namespace VeniceStudio.Simulator.Sound.Score;

/// <summary>What plays the chords.</summary>
internal enum Harmonist { Piano, Guitar, Pad, Organ }

/// <summary>What plays the tune where nobody sings.</summary>
internal enum Soloist { Flute, Reed, Bell, Strings }

/// <summary>How a kind of music sounds and moves.</summary>
/// <param name="Name">For people.</param>
/// <param name="Words">Words of a prompt that call for it.</param>
/// <param name="Slowest">Beats a minute.</param>
/// <param name="Fastest">Beats a minute.</param>
/// <param name="Beat">Which rhythm the drums play.</param>
/// <param name="Chords">What plays the chords.</param>
/// <param name="Solo">What plays the tune.</param>
internal sealed record Style(string Name, string[] Words, int Slowest, int Fastest, string Beat, Harmonist Chords, Soloist Solo)
{
    /// <summary>Beats to the bar.</summary>
    public int Metre { get; init; } = 4;

    /// <summary>Null leaves it to chance.</summary>
    public bool? Minor { get; init; }

    /// <summary>Where the second half of a beat falls; 0.5 is straight.</summary>
    public double Swing { get; init; } = 0.5;

    /// <summary>Drum machine, kick that pushes the rest aside, drops instead of choruses.</summary>
    public bool Electronic { get; init; }

    /// <summary>Beats a minute of this very song.</summary>
    public double Tempo { get; init; }

    private static readonly Style[] All =
    [
        new("techno", ["techno", "edm", "rave", "trance", "club", "electro", "dance", "house"], 124, 132, "four", Harmonist.Pad, Soloist.Reed)
            { Minor = true, Electronic = true },
        new("drum and bass", ["drum and bass", "dnb", "jungle", "breakbeat"], 170, 174, "break", Harmonist.Pad, Soloist.Bell)
            { Minor = true, Electronic = true },
        new("waltz", ["waltz", "3/4", "viennese"], 120, 156, "waltz", Harmonist.Piano, Soloist.Strings) { Metre = 3 },
        new("hip hop", ["hip hop", "hip-hop", "rap", "trap", "boom bap"], 84, 96, "hop", Harmonist.Piano, Soloist.Bell) { Minor = true, Swing = 0.56 },
        new("lo-fi", ["lo-fi", "lofi", "chill", "study"], 72, 84, "hop", Harmonist.Piano, Soloist.Bell) { Swing = 0.58 },
        new("jazz", ["jazz", "swing", "bebop", "lounge"], 120, 160, "swing", Harmonist.Piano, Soloist.Reed) { Swing = 0.64 },
        new("ballad", ["ballad", "slow", "tender", "lullaby", "sad", "melanchol", "gentle"], 62, 80, "ballad", Harmonist.Piano, Soloist.Strings),
        new("ambient", ["ambient", "drone", "meditat", "cinematic"], 60, 74, "sparse", Harmonist.Pad, Soloist.Flute),
        new("folk", ["folk", "acoustic", "country", "guitar", "campfire"], 92, 118, "folk", Harmonist.Guitar, Soloist.Flute),
        new("rock", ["rock", "punk", "metal", "fast", "energetic", "driving"], 126, 152, "rock", Harmonist.Organ, Soloist.Reed),
        new("synthwave", ["synthwave", "retro", "neon", "80s"], 96, 114, "rock", Harmonist.Pad, Soloist.Bell) { Minor = true, Electronic = true },
        new("pop", ["pop"], 98, 122, "pop", Harmonist.Piano, Soloist.Flute),
    ];

    /// <summary>The style that a prompt asks for, with its tempo settled: "120 bpm" is taken at its word, from 40 to 240.</summary>
    public static Style Of(string prompt, Dice dice)
    {
        var text = prompt.ToLowerInvariant();
        var style = All.FirstOrDefault(known => known.Words.Any(word => Says(text, word)))
            ?? dice.Pick((Style[])[All[^1], All[^1], All[^2], All[^3], All[^4]]);
        if (!Says(text, "waltz") && Says(text, "3/4")) style = style with { Metre = 3, Beat = "waltz" };
        var tempo = Stated(text) ?? style.Slowest + dice.Below(style.Fastest - style.Slowest + 1);
        bool? minor = Says(text, "minor") || Says(text, "dark") || Says(text, "sad") ? true : Says(text, "major") || Says(text, "happy") ? false : style.Minor;
        return style with { Tempo = tempo, Minor = minor ?? dice.Below(5) < 2 };
    }

    private static bool Says(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            // The beginning of a word is enough ("melancholic"); the middle is not ("trap" does not call for rap).
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1])) return true;
        }
        return false;
    }

    private static double? Stated(string text)
    {
        var match = Regex.Match(text, @"(\d{2,3}(?:[.,]\d{1,2})?)\s*(?:bpm|beats per minute)", RegexOptions.None, TimeSpan.FromSeconds(1));
        return match.Success ? Math.Clamp(double.Parse(match.Groups[1].Value.Replace(',', '.'), CultureInfo.InvariantCulture), 40, 240) : null;
    }
}
