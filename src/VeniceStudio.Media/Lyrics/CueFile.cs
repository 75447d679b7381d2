using System.Globalization;
using System.Text;

namespace VeniceStudio.Media.Lyrics;

/// <summary>SRT and WebVTT: cues with a start, an end, and text until an empty line.</summary>
internal static class CueFile
{
    private const string Arrow = "-->";

    public static LyricSheet Read(IReadOnlyList<string> lines, bool vtt)
    {
        var found = new List<LyricLine>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (vtt && IsAside(lines[i]))
            {
                while (i + 1 < lines.Count && lines[i + 1].Trim().Length > 0) i++;
                continue;
            }
            if (!lines[i].Contains(Arrow, StringComparison.Ordinal)) continue;
            var (start, end) = Times(lines[i], i + 1);
            var text = new List<string>();
            while (i + 1 < lines.Count && lines[i + 1].Trim().Length > 0 && !lines[i + 1].Contains(Arrow, StringComparison.Ordinal)) text.Add(lines[++i]);
            // The number of the next cue, where the empty line before it is missing.
            if (i + 1 < lines.Count && lines[i + 1].Contains(Arrow, StringComparison.Ordinal) && text is [.., var number] && number.Trim().All(char.IsAsciiDigit)) text.RemoveAt(text.Count - 1);
            if (Line(string.Join(' ', text), start, end, vtt) is { } line) found.Add(line);
        }
        if (found.Count == 0) throw new LyricsException("This file has no captions with times. Paste the text instead, and the studio finds the times.");
        return new LyricSheet([.. found.OrderBy(line => line.Start)]);
    }

    public static string Write(LyricSheet sheet, bool vtt)
    {
        var (text, lines) = (new StringBuilder(vtt ? "WEBVTT\n\n" : ""), sheet.Timed);
        for (var i = 0; i < lines.Count; i++)
        {
            // A caption has to end somewhere: at the next one, or four seconds on.
            var end = lines[i].End ?? (i + 1 < lines.Count ? lines[i + 1].Start!.Value : lines[i].Start!.Value + 4);
            var mark = vtt ? '.' : ',';
            if (!vtt) text.Append(CultureInfo.InvariantCulture, $"{i + 1}\n");
            text.Append(LyricStamp.Full(lines[i].Start!.Value, mark)).Append(" --> ").Append(LyricStamp.Full(end, mark)).Append('\n');
            text.Append(vtt ? VttBody(lines[i]) : lines[i].Text.Replace(Arrow, "->", StringComparison.Ordinal)).Append("\n\n");
        }
        return text.ToString();
    }

    /// <summary>Notes, styles and regions of WebVTT are not sung.</summary>
    private static bool IsAside(string line) =>
        line.StartsWith("WEBVTT", StringComparison.Ordinal) || line == "NOTE" || line.StartsWith("NOTE ", StringComparison.Ordinal)
        || line.Trim() is "STYLE" or "REGION";

    private static (double Start, double End) Times(string line, int number)
    {
        var arrow = line.IndexOf(Arrow, StringComparison.Ordinal);
        var after = line[(arrow + Arrow.Length)..].TrimStart();
        var settings = after.AsSpan().IndexOfAny(' ', '\t');
        if (LyricStamp.Read(line.AsSpan(0, arrow)) is not { } start || LyricStamp.Read(settings < 0 ? after : after.AsSpan(0, settings)) is not { } end)
            throw new LyricsException($"Line {number} has times that cannot be read. Write them like 00:01:23.450 --> 00:01:26.000.");
        return end >= start ? (start, end) : throw new LyricsException($"On line {number} a caption ends before it starts. Swap its two times.");
    }

    private static LyricLine? Line(string raw, double start, double end, bool vtt)
    {
        var times = new List<(double, int)>();
        var text = LyricMarkup.Plain(raw, (time, at) => times.Add((time, at)), entities: vtt).Trim();
        return text.Length == 0 ? null : new LyricLine(text, start, end, LyricSupport.Heard, times.Any(time => time.Item2 > text.Length) ? [] : LyricMarkup.Words(text, times, start, end));
    }

    private static string VttBody(LyricLine line)
    {
        var (at, text) = (0, new StringBuilder());
        foreach (var word in line.Words)
        {
            var found = line.Text.IndexOf(word.Text, at, StringComparison.Ordinal);
            if (found < 0) return LyricMarkup.Escaped(line.Text);
            text.Append(LyricMarkup.Escaped(line.Text[at..found])).Append('<').Append(LyricStamp.Full(word.Start, '.')).Append('>').Append(LyricMarkup.Escaped(word.Text));
            at = found + word.Text.Length;
        }
        return text.Append(LyricMarkup.Escaped(line.Text[at..])).ToString();
    }
}
