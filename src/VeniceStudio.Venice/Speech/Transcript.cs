using System.Text.Json;
using VeniceStudio.Venice.Wire;

namespace VeniceStudio.Venice;

/// <summary>What Venice heard. Models give times for words, for segments, for characters, or for nothing.</summary>
/// <param name="Text">All of it.</param>
/// <param name="Seconds">Length of the sound, or null when Venice did not say.</param>
/// <param name="Words">Words with times; empty when the model gives none.</param>
/// <param name="Segments">Phrases with times; empty when the model gives none.</param>
/// <param name="Characters">Characters with times; empty when the model gives none.</param>
public sealed record Transcript(string Text, double? Seconds, IReadOnlyList<TimedText> Words, IReadOnlyList<TimedText> Segments,
    IReadOnlyList<TimedText> Characters)
{
    /// <summary>At least one kind of times came along.</summary>
    public bool IsTimed => Words.Count > 0 || Segments.Count > 0 || Characters.Count > 0;

    /// <summary>Null when there is no text in it.</summary>
    internal static Transcript? Read(JsonElement answer)
    {
        // An empty text is an answer; a missing one is not.
        if (answer.Get("text") is not { ValueKind: JsonValueKind.String } text) return null;

        var times = answer.Get("timestamps") ?? answer;
        return new Transcript(text.GetString()!.Trim(), (double?)answer.Number("duration"), List(times, "word", "words"), List(times, "segment", "segments"),
            List(times, "char", "chars"));
    }

    private static List<TimedText> List(JsonElement times, params ReadOnlySpan<string> names) =>
        [.. times.Items(names).Select(TimedText.Read).OfType<TimedText>()];
}

/// <summary>A word, a phrase or a character and when it sounds.</summary>
/// <param name="Text">As heard; a segment's leading space is taken off.</param>
/// <param name="Start">Seconds from the start of the sound.</param>
/// <param name="End">Seconds, not before <paramref name="Start"/>.</param>
public sealed record TimedText(string Text, double Start, double End)
{
    internal static TimedText? Read(JsonElement entry)
    {
        if (entry.Get("word", "text", "char") is not { ValueKind: JsonValueKind.String } text) return null;
        if (entry.Number("start") is not (>= 0 and < 1_000_000 and var start)) return null;

        var end = entry.Number("end") is >= 0 and < 1_000_000 and var told && told >= start ? told : start;
        var written = text.GetString()!;
        return new TimedText(written.Length > 1 ? written.Trim() : written, (double)start, (double)end);
    }
}
