using System.Globalization;
using System.Text;
using VeniceStudio.Media.Editing;

namespace VeniceStudio.Media.Composition;

/// <summary>
/// Writes words on the picture as an ASS file for libass. All words travel in the file, never in a filter's arguments. Its times are
/// the film's, so that a fade goes on over the joint of two segments.
/// </summary>
internal static class AssSheet
{
    private const string Font = "DejaVu Sans";

    /// <summary>The words that stand in any of these frames; null when none do.</summary>
    public static string? Of(Timeline timeline, int start, int frames)
    {
        var texts = timeline.Texts.Where(text => text.Frames > 0 && text.Start < start + frames && text.Start + text.Frames > start && text.Text.Trim().Length > 0).ToList();
        if (texts.Count == 0) return null;
        var size = timeline.Size;
        var sheet = new StringBuilder();
        sheet.Append(CultureInfo.InvariantCulture, $"[Script Info]\nScriptType: v4.00+\nPlayResX: {size.Width}\nPlayResY: {size.Height}\n")
            .Append("WrapStyle: 0\nScaledBorderAndShadow: yes\nYCbCr Matrix: TV.709\n\n[V4+ Styles]\n")
            .Append("Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ")
            .Append("ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding\n");
        foreach (var style in texts.Select(text => text.Style).Distinct().Order()) sheet.Append(StyleLine(style, size)).Append('\n');
        if (texts.Any(text => text.Dim > 0)) sheet.Append("Style: Dim,Sans,10,&H00000000,&H00000000,&H00000000,&H00000000,0,0,0,0,100,100,0,0,1,0,0,7,0,0,0,1\n");
        sheet.Append("\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n");
        foreach (var text in texts)
        {
            if (text.Dim > 0) sheet.Append(Event(0, "Dim", text, timeline.Rate, DimBody(text, size))).Append('\n');
            sheet.Append(Event(1, text.Style.ToString(), text, timeline.Rate, Body(text, timeline.Rate))).Append('\n');
        }
        return sheet.ToString();
    }

    /// <summary>
    /// Safe areas: a twelfth of the frame at each side. On tall films the lowest fifth belongs to the buttons of the app that plays them.
    /// </summary>
    private static string StyleLine(TextStyle style, FrameSize size)
    {
        var unit = Math.Min(size.Width, size.Height * 1.2) / 100.0;
        var (height, bold, alignment) = style switch
        {
            TextStyle.Large => (size.IsTall ? 9.0 : 7.5, 1, 5),
            TextStyle.Title => (size.IsTall ? 10.0 : 8.5, 1, 5),
            TextStyle.Subtitle => (4.5, 0, 2),
            _ => (size.IsTall ? 6.0 : 4.8, 1, 2),
        };
        var isBoxed = style == TextStyle.Boxed;
        var edge = isBoxed ? unit * 0.9 : style is TextStyle.Title or TextStyle.Subtitle ? unit * 0.2 : unit * 0.4;
        var foot = style == TextStyle.Subtitle ? size.Height * 0.32 : size.Height * (size.IsTall ? 0.22 : 0.08);
        var side = size.Width / 12;
        // Colours are AABBGGRR; what has not been sung yet is grey.
        return string.Create(CultureInfo.InvariantCulture,
            $"Style: {style},{Font},{unit * height:0.#},&H00FFFFFF,&H00A8A8A8,{(isBoxed ? "&H50000000" : "&H30000000")},&H60000000,{bold},0,0,0,"
            + $"100,100,0,0,{(isBoxed ? 3 : 1)},{edge:0.#},{(isBoxed ? 0 : unit * 0.15):0.#},{alignment},{side},{side},{foot:0},1");
    }

    private static string Event(int layer, string style, ScreenText text, FrameRate rate, string body) =>
        $"Dialogue: {layer},{Stamp(text.Start, rate)},{Stamp(text.Start + text.Frames, rate)},{style},,0,0,0,,{Fade(text, rate)}{body}";

    private static string Fade(ScreenText text, FrameRate rate) => text.FadeIn <= 0 && text.FadeOut <= 0 ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{{\\fad({rate.SecondsAt(text.FadeIn) * 1000:0},{rate.SecondsAt(text.FadeOut) * 1000:0})}}");

    private static string DimBody(ScreenText text, FrameSize size) => string.Create(CultureInfo.InvariantCulture,
        $"{{\\1a&H{255 - (int)Math.Round(255 * Math.Clamp(text.Dim, 0, 1)):X2}&\\p1}}m 0 0 l {size.Width} 0 {size.Width} {size.Height} 0 {size.Height}");

    private static string Body(ScreenText text, FrameRate rate)
    {
        if (text.Words.Count == 0) return Harmless(text.Text);
        var body = new StringBuilder();
        var at = text.Start;
        for (var i = 0; i < text.Words.Count; i++)
        {
            var begin = Math.Max(at, text.Words[i].Start);
            var end = Math.Max(begin, i + 1 < text.Words.Count ? text.Words[i + 1].Start : text.Start + text.Frames);
            if (i == 0 && begin > at) body.Append(Beat(begin - at, rate, "k"));
            body.Append(Beat(end - begin, rate, "kf")).Append(Harmless(text.Words[i].Text));
            at = end;
        }
        return body.ToString();
    }

    private static string Beat(int frames, FrameRate rate, string how) =>
        string.Create(CultureInfo.InvariantCulture, $"{{\\{how}{rate.SecondsAt(frames) * 100:0}}}");

    /// <summary>Braces begin commands and backslashes may: the one is escaped, the other parted from what follows by a joiner without width.</summary>
    private static string Harmless(string text) => text.Replace("\r", "", StringComparison.Ordinal)
        .Replace("\\", "\\\u2060", StringComparison.Ordinal).Replace("{", "\\{", StringComparison.Ordinal).Replace("}", "\\}", StringComparison.Ordinal)
        .Trim('\n').Replace("\n", "\\N", StringComparison.Ordinal);

    /// <summary>The middle between two frames, as the format knows hundredths only: rounding never moves words to another frame.</summary>
    private static string Stamp(int frame, FrameRate rate)
    {
        var hundredths = (long)Math.Round(Math.Max(0, (frame - 0.5) * rate.Denominator / rate.Numerator) * 100);
        return string.Create(CultureInfo.InvariantCulture, $"{hundredths / 360_000}:{hundredths / 6000 % 60:00}:{hundredths / 100 % 60:00}.{hundredths % 100:00}");
    }
}
