namespace VeniceStudio.Media.Lyrics;

/// <summary>
/// Gives the creator's lines the times of what was recognised. The words stay exactly as typed, only times come from the machine;
/// what nobody heard is laid between its neighbours and says so.
/// </summary>
public static class LyricAligner
{
    /// <summary>Aligns a pasted text.</summary>
    /// <param name="text">The lyrics as typed. Empty lines and labels such as [Chorus] stay, without a time.</param>
    /// <param name="words">Words as a machine gave them; what it made up is left out first.</param>
    /// <param name="duration">Seconds of the song, above 0.</param>
    /// <returns>A line for each line of the text; times do not fall from line to line and lie inside the song.</returns>
    public static LyricSheet Align(string text, IEnumerable<HeardWord> words, double duration)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(duration);
        var lines = LinesOf(text);
        var heard = Recognition.Trusted(words, duration, text).Words;
        var spread = Recognition.Spread(heard).ToList();
        var drafts = lines.Select(line => new LineDraft(line)).ToList();
        var keys = drafts.SelectMany(draft => draft.Tokens.Select(token => token.Key)).ToList();
        var like = new WordLikeness(keys, [.. spread.Select(word => LyricToken.Of(word.Text)[0].Key)]);
        var path = WordPath.Of(like);
        var at = 0;
        foreach (var draft in drafts)
        {
            for (var i = 0; i < draft.Tokens.Count; i++, at++)
                if (path[at] >= 0) draft.Meet(i, spread[path[at]], like.Of(like.Text[at], like.Heard[path[at]]));
            draft.Judge();
        }
        LinePlacing.Fill(drafts, duration);
        return new LyricSheet([.. drafts.Select(draft => draft.ToLine())]);
    }

    /// <summary>The lines of a text, whatever ends them; one empty line at the very end is none.</summary>
    internal static string[] LinesOf(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        return lines is [.., ""] ? lines[..^1] : lines;
    }

    /// <summary>True for what is not sung: [Verse 1], empty lines, lines of signs only.</summary>
    internal static bool IsLabel(string line) => line.Trim() is ['[', .., ']'] || LyricToken.Of(line).Count == 0;
}
