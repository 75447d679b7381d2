using System.Text.Json.Nodes;
using VeniceStudio.Simulator.Sound.Voice;

namespace VeniceStudio.Simulator.Sound.Hearing;

/// <summary>Words as the transcription route answers them.</summary>
internal static class Transcript
{
    public static string Text(IEnumerable<SoundWord> words) => string.Join(' ', words.Select(word => word.Word));

    /// <param name="words">What was heard.</param>
    /// <param name="seconds">Length of the sound.</param>
    /// <param name="stamps">word, segment or char; null for none, whether or not they were asked for.</param>
    public static JsonObject Json(IReadOnlyList<SoundWord> words, double seconds, string? stamps)
    {
        var answer = new JsonObject { ["text"] = Text(words), ["duration"] = Math.Round(seconds, 2) };
        if (stamps is null) return answer;
        var entries = stamps switch
        {
            "word" => words.Select(word => Stamp("word", word.Word, word.Start, word.End)),
            // Segments begin with a space, as the real ones do.
            "segment" => words.GroupBy(word => word.Line).Select(line => Stamp("text", " " + Text(line), line.First().Start, line.Last().End)),
            _ => words.SelectMany(Characters),
        };
        answer["timestamps"] = new JsonObject { [stamps] = new JsonArray([.. entries]) };
        return answer;
    }

    private static IEnumerable<JsonObject> Characters(SoundWord word)
    {
        var each = (word.End - word.Start) / word.Word.Length;
        for (var i = 0; i < word.Word.Length; i++) yield return Stamp("char", word.Word[i..(i + 1)], word.Start + i * each, word.Start + (i + 1) * each);
    }

    private static JsonObject Stamp(string name, string text, double start, double end) =>
        new() { [name] = text, ["start"] = Math.Round(start, 2), ["end"] = Math.Round(end, 2) };
}
