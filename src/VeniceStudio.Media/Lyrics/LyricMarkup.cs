using System.Text;

namespace VeniceStudio.Media.Lyrics;

/// <summary>Text as caption files carry it: tags, entities, and times between words.</summary>
internal static class LyricMarkup
{
    private static readonly (string Entity, string Text)[] Entities = [("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", "\u00A0"), ("&lrm;", "\u200E"), ("&rlm;", "\u200F"), ("&amp;", "&")];

    /// <summary>Takes tags out; a lone &lt; that begins no tag stays.</summary>
    /// <param name="text">The raw text of a line.</param>
    /// <param name="onTime">Called for each time between words, with its place in the text that is returned.</param>
    /// <param name="entities">Whether &amp;lt; and the like stand for signs.</param>
    public static string Plain(string text, Action<double, int>? onTime = null, bool entities = false)
    {
        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var end = text[at] == '<' ? text.IndexOf('>', at + 1) : -1;
            if (end > 0 && LyricStamp.Read(text.AsSpan(at + 1, end - at - 1)) is { } time)
            {
                onTime?.Invoke(time, plain.Length);
                at = end;
            }
            else if (end > 0 && IsTag(text.AsSpan(at + 1, end - at - 1))) at = end;
            else if (entities && text[at] == '&' && Entities.FirstOrDefault(entity => string.CompareOrdinal(text, at, entity.Entity, 0, entity.Entity.Length) == 0) is { Entity: { } found } entity)
            {
                plain.Append(entity.Text);
                at += found.Length - 1;
            }
            else if (!char.IsControl(text[at]) || text[at] == '\t') plain.Append(text[at]);
        }
        return plain.ToString();
    }

    /// <summary>Makes a text safe to stand in a WebVTT cue.</summary>
    public static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>A line with times between its words becomes words: each lasts until the next time.</summary>
    /// <param name="text">The text without its times.</param>
    /// <param name="times">The times, and where in the text each stands.</param>
    /// <param name="start">Seconds at which the line begins.</param>
    /// <param name="end">Seconds at which it ends, if known.</param>
    public static IReadOnlyList<LyricWord> Words(string text, IReadOnlyList<(double Time, int At)> times, double start, double? end)
    {
        if (times.Count == 0) return [];
        List<(double Time, int At)> marks = times[0].At == 0 || text[..times[0].At].Trim().Length == 0 ? [.. times] : [(start, 0), .. times];
        var words = new List<LyricWord>();
        for (var i = 0; i < marks.Count; i++)
        {
            var (from, to) = (marks[i].At, i + 1 < marks.Count ? marks[i + 1].At : text.Length);
            var word = text[from..to].Trim();
            var until = i + 1 < marks.Count ? marks[i + 1].Time : Math.Max(end ?? marks[i].Time, marks[i].Time);
            if (word.Length > 0) words.Add(new LyricWord(word, marks[i].Time, Math.Max(until, marks[i].Time)));
        }
        // Times that fall back are a slip: the line's own are still good.
        return words.Zip(words.Skip(1), (a, b) => b.Start >= a.Start).All(rising => rising) ? words : [];
    }

    private static bool IsTag(ReadOnlySpan<char> inside)
    {
        if (inside.StartsWith("/")) inside = inside[1..];
        return inside.IsEmpty || (char.IsAsciiLetter(inside[0]) && !inside.Contains('<')) || inside[0] == '!';
    }
}
