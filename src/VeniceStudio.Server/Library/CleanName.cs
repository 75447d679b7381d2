using System.Globalization;
using System.Text;

namespace VeniceStudio.Server.Library;

/// <summary>Names that people and programs may be shown: no path, nothing invisible, nothing that turns the reading direction around.</summary>
public static class CleanName
{
    public const int MaxLength = 120;

    private const string NotInFiles = "\"*/:<>?\\|";

    /// <summary>A name from outside, ready to be kept: its last path part, cleaned, without its ending, with the true one.</summary>
    public static string Of(string? given, string extension, string otherwise)
    {
        var last = (given ?? "").Split('/', '\\')[^1];
        var dot = last.LastIndexOf('.');
        // An ending is short; "No. 5 in C minor" has none.
        if (dot >= 0 && last.Length - dot <= 6 && !last.AsSpan(dot).ContainsAny(" \t")) last = last[..dot];
        var stem = Cleaned(last, MaxLength - extension.Length);
        return (stem.Length == 0 ? otherwise : stem) + extension;
    }

    /// <summary>A name to save under: what people call it, ending the way its content wants.</summary>
    public static string ForFile(string name, string extension)
    {
        var stem = name.EndsWith(extension, StringComparison.OrdinalIgnoreCase) ? name[..^extension.Length] : name;
        stem = Cleaned(stem, MaxLength - extension.Length);
        if (stem.Length == 0 || IsReserved(stem)) stem = "media " + stem;
        return stem.TrimEnd() + extension;
    }

    /// <summary>Words to be shown, not to be saved under: any sign that can be seen stays.</summary>
    public static string Words(string? text, int limit) => Cleaned(text ?? "", limit, "");

    private static string Cleaned(string text, int limit, string forbidden = NotInFiles)
    {
        var kept = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            // A lone surrogate arrives as U+FFFD; Format covers direction marks and joiners, which hide things in a name.
            if (rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned) continue;
            var sign = Rune.IsWhiteSpace(rune) ? new Rune(' ') : rune.IsBmp && forbidden.Contains((char)rune.Value) ? new Rune('_') : rune;
            if (kept.Length + sign.Utf16SequenceLength > limit) break;
            if (sign.Value == ' ' && (kept.Length == 0 || kept[^1] == ' ')) continue;
            kept.Append(sign);
        }
        return kept.ToString().Trim(' ', '.');
    }

    // Windows keeps these for devices, with any ending.
    private static bool IsReserved(string stem)
    {
        var first = stem.Split('.')[0].TrimEnd().ToUpperInvariant();
        return first is "CON" or "PRN" or "AUX" or "NUL"
            || (first.Length == 4 && first[..3] is "COM" or "LPT" && char.IsAsciiDigit(first[3]));
    }
}
