using VeniceStudio.Media.Editing;
using VeniceStudio.Media.Lyrics;

namespace VeniceStudio.Media.Composition;

/// <summary>Lays lyrics over a film.</summary>
public static class LyricCaptions
{
    /// <summary>A line nobody has given an end stands this long at most, in seconds; and no line shorter than the other.</summary>
    private const double Longest = 6, Shortest = 0.7;

    /// <summary>A caption for each line that has a time and words; none overlaps the next one.</summary>
    /// <param name="sheet">The song's lyrics.</param>
    /// <param name="style">How they look.</param>
    /// <param name="rate">The film's.</param>
    /// <param name="totalFrames">The film's length.</param>
    /// <param name="from">Seconds into the song at which the film begins.</param>
    public static IReadOnlyList<ScreenText> Of(LyricSheet sheet, TextStyle style, FrameRate rate, int totalFrames, double from = 0)
    {
        var lines = sheet.Timed.Where(line => line.Text.Trim().Length > 0).ToList();
        var texts = new List<ScreenText>();
        for (var i = 0; i < lines.Count; i++)
        {
            var next = i + 1 < lines.Count ? lines[i + 1].Start!.Value : double.MaxValue;
            var begin = lines[i].Start!.Value;
            var end = Math.Min(next, Math.Max(begin + Shortest, lines[i].End ?? Math.Min(next, begin + Longest)));
            var (first, last) = (Math.Max(0, rate.FrameAt(begin - from)), Math.Min(totalFrames, rate.FrameAt(Math.Min(end - from, 1e6))));
            if (last <= first) continue;
            texts.Add(new(first, last - first, lines[i].Text.Trim(), style)
            {
                FadeIn = style == TextStyle.Large ? 2 : 0,
                Words = style == TextStyle.Sung ? Words(lines[i], rate, from) : [],
            });
        }
        return texts;
    }

    /// <summary>The line in pieces that together are its text: each word with the space behind it.</summary>
    private static List<(string Text, int Start)> Words(LyricLine line, FrameRate rate, double from)
    {
        var text = line.Text.Trim();
        var (pieces, at) = (new List<(string, int)>(), 0);
        for (var i = 0; i < line.Words.Count; i++)
        {
            var found = text.IndexOf(line.Words[i].Text, at, StringComparison.Ordinal);
            if (found < 0) return [];
            var next = i + 1 < line.Words.Count ? text.IndexOf(line.Words[i + 1].Text, found + line.Words[i].Text.Length, StringComparison.Ordinal) : text.Length;
            if (next < 0) return [];
            pieces.Add((text[(i == 0 ? 0 : found)..next], rate.FrameAt(line.Words[i].Start - from)));
            at = next;
        }
        return pieces;
    }
}
