using VeniceStudio.Media.Lyrics;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Sounds;

/// <summary>How finely a model tells when something was said. Finer is smaller.</summary>
public enum TimeGrain
{
    Words,
    Characters,
    Unknown,
    Phrases,
    None,
}

/// <summary>Words with times, out of whatever kind of times a model gives.</summary>
public static class WordTimes
{
    /// <summary>
    /// What a model gives is not in its listing, only in its maker's documents: Venice's default takes the wish for times and answers
    /// without any (T21).
    /// </summary>
    public static TimeGrain GrainOf(string model) => model.ToLowerInvariant() switch
    {
        var id when id.Contains("scribe", StringComparison.Ordinal) => TimeGrain.Words,
        var id when id.Contains("xai", StringComparison.Ordinal) => TimeGrain.Characters,
        var id when id.Contains("parakeet", StringComparison.Ordinal) => TimeGrain.None,
        var id when id.Contains("whisper", StringComparison.Ordinal) || id.Contains("wizper", StringComparison.Ordinal) => TimeGrain.Phrases,
        _ => TimeGrain.Unknown,
    };

    /// <summary>In order of time; empty when the answer has no times at all.</summary>
    public static IReadOnlyList<HeardWord> Of(Transcript transcript) =>
        transcript.Words.Count > 0 ? [.. transcript.Words.Select(word => new HeardWord(word.Text, word.Start, word.End))]
        : transcript.Characters.Count > 0 ? Joined(transcript.Characters)
        : [.. Recognition.Spread(transcript.Segments.Select(phrase => new HeardWord(phrase.Text, phrase.Start, phrase.End)))];

    /// <summary>Characters as they come; blanks part the words.</summary>
    private static List<HeardWord> Joined(IReadOnlyList<TimedText> characters)
    {
        var words = new List<HeardWord>();
        var (text, start, end) = ("", 0.0, 0.0);
        foreach (var letter in characters.Append(new TimedText(" ", 0, 0)))
        {
            if (string.IsNullOrWhiteSpace(letter.Text))
            {
                if (text.Length > 0) words.Add(new HeardWord(text, start, end));
                text = "";
                continue;
            }
            if (text.Length == 0) start = letter.Start;
            (text, end) = (text + letter.Text, letter.End);
        }
        return words;
    }
}
