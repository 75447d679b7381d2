using System.Globalization;
using System.Text;

namespace VeniceStudio.Server.Storyboard.Directing;

/// <summary>Words of a model or a person as one plain line: nothing invisible, no line breaks, no longer than is wanted.</summary>
internal static class PlainWords
{
    /// <param name="text">Whatever came.</param>
    /// <param name="limit">Letters (UTF-16) at most; a longer text ends at a word where one ends near.</param>
    public static string Of(string? text, int limit)
    {
        var kept = new StringBuilder();
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            var isSpace = Rune.IsWhiteSpace(rune);
            // A lone surrogate arrives as U+FFFD; Format covers direction marks, which turn a text around in front of its reader.
            if (!isSpace && (rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)) continue;
            if (isSpace && (kept.Length == 0 || kept[^1] == ' ')) continue;
            if (kept.Length + rune.Utf16SequenceLength > limit) return Shortened(kept);
            kept.Append(isSpace ? new Rune(' ') : rune);
        }
        return kept.ToString().TrimEnd();
    }

    private static string Shortened(StringBuilder kept)
    {
        var text = kept.ToString();
        var space = text.LastIndexOf(' ');
        return (space > text.Length * 3 / 4 ? text[..space] : text).TrimEnd(' ', ',', ';');
    }
}
