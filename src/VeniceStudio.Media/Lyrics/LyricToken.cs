using System.Globalization;
using System.Text;

namespace VeniceStudio.Media.Lyrics;

/// <summary>A word of a text, made comparable.</summary>
/// <param name="Key">Small letters without marks, apostrophes and punctuation; numbers as digits.</param>
/// <param name="From">Where the word begins in its text.</param>
/// <param name="To">Where the next one begins, or the text ends: punctuation belongs to the word before.</param>
internal readonly record struct LyricToken(string Key, int From, int To)
{
    private static readonly string[] Numbers =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ];

    private static readonly Dictionary<string, string> Digits =
        Numbers.Select((word, i) => (word, i)).ToDictionary(pair => pair.word, pair => pair.i.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);

    /// <summary>How long it takes to sing, roughly: its letters, and twice as much for a sign that is a syllable.</summary>
    public double Weight => Key.Length > 0 && IsSyllable(Key[0]) ? 2 : 1 + Key.Length;

    /// <summary>The words of a text, of any script. Chinese and Japanese are taken sign by sign, as nothing parts their words.</summary>
    public static List<LyricToken> Of(string text)
    {
        var (tokens, key, from) = (new List<LyricToken>(), new StringBuilder(), 0);
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (IsSyllable(letter))
            {
                Close(at);
                tokens.Add(new LyricToken(letter.ToString(), at, text.Length));
            }
            else if (IsPart(text, at))
            {
                if (key.Length == 0) from = at;
                key.Append(Diacritics.Bare(letter));
            }
            else if (!IsSilent(letter)) Close(at);
        }
        Close(text.Length);
        for (var i = 0; i + 1 < tokens.Count; i++) tokens[i] = tokens[i] with { To = tokens[i + 1].From };
        return tokens;

        void Close(int at)
        {
            if (key.Length == 0) return;
            var word = key.ToString();
            tokens.Add(new LyricToken(Digits.GetValueOrDefault(word, word), from, text.Length));
            key.Clear();
        }
    }

    private static bool IsPart(string text, int at) =>
        char.IsSurrogate(text[at]) ? Rune.TryGetRuneAt(text, char.IsLowSurrogate(text[at]) && at > 0 ? at - 1 : at, out var rune) && Rune.IsLetterOrDigit(rune)
        : char.IsLetterOrDigit(text[at]) || char.GetUnicodeCategory(text[at]) is UnicodeCategory.SpacingCombiningMark;

    /// <summary>Apostrophes and marks that stand on their own: inside a word, but no part of its key.</summary>
    private static bool IsSilent(char letter) =>
        letter is '\'' or '\u2019' or '\u2018' or '\u02BC' or '`' or '\u00B4' or '\u00AD' || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark;

    /// <summary>Han, kana, bopomofo.</summary>
    private static bool IsSyllable(char letter) => letter is (>= '\u3041' and <= '\u312F') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or '\u3005';
}
