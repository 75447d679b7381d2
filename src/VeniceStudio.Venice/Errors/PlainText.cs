using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace VeniceStudio.Venice;

/// <summary>
/// Foreign words made fit to show: one line, short, without anything that opens a door (keys, addresses) and without
/// embedded pictures.
/// </summary>
internal static partial class PlainText
{
    private const int Longest = 500;

    /// <summary>Words of an answer that is not JSON: a page's title, or its text.</summary>
    public static string? OfPage(ReadOnlySpan<byte> body)
    {
        var text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, 16 * 1024)]);
        if (!text.Contains('<', StringComparison.Ordinal)) return text;

        var title = Title().Match(text);
        return WebUtility.HtmlDecode(title.Success ? title.Groups[1].Value : Tag().Replace(text, " "));
    }

    public static string? WithoutKey(string? text, string? key) =>
        key is null ? text : text?.Replace(key, "(key)", StringComparison.OrdinalIgnoreCase);

    public static string? Safe(string? text, string? key)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;

        if (text.Length > 16 * 1024) text = text[..(16 * 1024)];
        text = Credential().Replace(WithoutKey(text, key)!, "$1 (key)");
        text = DataUrl().Replace(text, "(embedded file)");
        text = Address().Replace(text, "$1/…");
        text = Blank().Replace(text, " ").Trim();
        return text.Length <= Longest ? text : string.Concat(text.AsSpan(0, Longest - 1), "…");
    }

    [GeneratedRegex("<title[^>]*>([^<]*)</title", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Title();

    [GeneratedRegex("<(script|style)[^>]*>.*?</\\1>|<[^>]*>", RegexOptions.IgnoreCase | RegexOptions.Singleline, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("\\b(Bearer|Basic)\\s+[A-Za-z0-9._~+/=-]{8,}", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Credential();

    [GeneratedRegex("data:[a-z]+/[^\\s\"'<>]*", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex DataUrl();

    [GeneratedRegex("(https?://[^/\\s\"'<>?#@]+)[/?#][^\\s\"'<>]+", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Address();

    [GeneratedRegex("[\\s\\p{Cc}]+", RegexOptions.None, 1000)]
    private static partial Regex Blank();
}
