using System.Globalization;
using System.Text;

namespace VeniceStudio.Media.Lyrics;

/// <summary>LRC: a time in brackets before each line, several for a line that comes back, and times in angles before words.</summary>
internal static class LrcFile
{
    public static LyricSheet Read(IReadOnlyList<string> lines)
    {
        var entries = new List<(double? At, string Raw, int Order)>();
        var offset = 0.0;
        for (var number = 1; number <= lines.Count; number++)
        {
            var (stamps, text) = Stamps(lines[number - 1].Trim(), number, ref offset);
            if (text is null) continue;
            if (stamps.Count == 0) entries.Add((null, text, number));
            foreach (var stamp in stamps) entries.Add((stamp, text, number));
        }
        if (entries.All(entry => entry.At is null)) throw new LyricsException("This file has no times like [01:23.45]. Paste its text instead, and the studio finds the times.");
        return new LyricSheet(Lines(InOrder(entries), offset));
    }

    public static string Write(LyricSheet sheet)
    {
        var text = new StringBuilder();
        for (var i = 0; i < sheet.Lines.Count; i++)
        {
            var line = sheet.Lines[i];
            if (line.Start is not { } start)
            {
                text.Append(line.Text).Append('\n');
                continue;
            }
            text.Append('[').Append(LyricStamp.Lrc(start)).Append(']').Append(Body(line)).Append('\n');
            var next = sheet.Lines.Skip(i + 1).FirstOrDefault(other => other.Start is not null)?.Start;
            // Without a line of its own an end is where the next line starts.
            if (line.End is { } end && (next is null || LyricStamp.Lrc(end) != LyricStamp.Lrc(next.Value)) && end <= (next ?? end)) text.Append('[').Append(LyricStamp.Lrc(end)).Append("]\n");
        }
        return text.ToString();
    }

    private static string Body(LyricLine line)
    {
        var at = 0;
        var text = new StringBuilder();
        foreach (var word in line.Words)
        {
            var found = line.Text.IndexOf(word.Text, at, StringComparison.Ordinal);
            if (found < 0) return line.Text;
            text.Append(line.Text, at, found - at).Append('<').Append(LyricStamp.Lrc(word.Start)).Append('>').Append(word.Text);
            at = found + word.Text.Length;
        }
        return text.Append(line.Text, at, line.Text.Length - at).ToString();
    }

    /// <summary>The times at the head of a line and its text; no text for what describes the file.</summary>
    private static (List<double> Stamps, string? Text) Stamps(string line, int number, ref double offset)
    {
        var stamps = new List<double>();
        while (line.StartsWith('[') && line.IndexOf(']', StringComparison.Ordinal) is > 0 and var end)
        {
            var inside = line.AsSpan(1, end - 1);
            if (LyricStamp.ReadLrc(inside) is { } stamp) stamps.Add(stamp);
            else if (stamps.Count > 0) break;
            else if (!inside.Contains(':')) return (stamps, line);   // a label such as [Chorus]
            else if (char.IsAsciiDigit(inside[0])) throw new LyricsException($"Line {number} has a time that cannot be read: [{Short(inside)}]. Write it like [01:23.45].");
            else
            {
                if (inside.StartsWith("offset:", StringComparison.OrdinalIgnoreCase)) offset = Offset(inside[7..], number);
                return IsAbout(inside) ? (stamps, null) : (stamps, line);
            }
            line = line[(end + 1)..].TrimStart();
        }
        return (stamps, line);
    }

    /// <summary>What LRC files tell about themselves; [Verse 2: Ana] is a label.</summary>
    private static bool IsAbout(ReadOnlySpan<char> inside)
    {
        var name = inside[..inside.IndexOf(':')].Trim().ToString().ToLowerInvariant();
        return name is "ar" or "al" or "ti" or "au" or "by" or "re" or "ve" or "la" or "id" or "lr" or "offset" or "length" or "tool" or "#";
    }

    private static double Offset(ReadOnlySpan<char> text, int number) =>
        int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds) && Math.Abs((long)milliseconds) < 3_600_000 ? milliseconds / 1000.0
        : throw new LyricsException($"Line {number} has an offset that is no number of milliseconds: {Short(text)}. Write it like [offset:+250].");

    private static string Short(ReadOnlySpan<char> text) => LyricMarkup.Plain(text.Length > 30 ? $"{text[..30]}…" : text.ToString());

    /// <summary>By time; what has none stays behind the line before it.</summary>
    private static List<(double? At, string Raw)> InOrder(List<(double? At, string Raw, int Order)> entries)
    {
        if (!entries.Any(entry => entry.At is not null)) return [];
        var last = 0.0;
        return [.. entries.Select(entry => (entry.At, entry.Raw, entry.Order, Key: last = entry.At ?? last)).OrderBy(entry => entry.Key).ThenBy(entry => entry.Order).Select(entry => (entry.At, entry.Raw))];
    }

    private static List<LyricLine> Lines(List<(double? At, string Raw)> entries, double offset)
    {
        var lines = new List<LyricLine>();
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i].At is not { } at)
            {
                lines.Add(LyricLine.Untimed(LyricMarkup.Plain(entries[i].Raw)));
                continue;
            }
            var times = new List<(double, int)>();
            var raw = LyricMarkup.Plain(entries[i].Raw, (time, place) => times.Add((Math.Max(0, time - offset), place)));
            if (raw.Trim().Length == 0) continue;   // an empty line with a time ends the one before
            var start = Math.Max(0, at - offset);
            var end = entries.Skip(i + 1).FirstOrDefault(entry => entry.At is not null).At is { } next ? Math.Max(start, next - offset) : (double?)null;
            lines.Add(new LyricLine(raw, start, end, LyricSupport.Heard, LyricMarkup.Words(raw, times, start, end)));
        }
        return lines;
    }
}
