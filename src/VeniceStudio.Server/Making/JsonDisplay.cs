using System.Text.Encodings.Web;
using System.Text.Json;
using VeniceStudio.Server.Clips;

namespace VeniceStudio.Server.Making;

/// <summary>For scripts: one JSON object a line, one for each step that is done and one for an end before the film.</summary>
internal sealed class JsonDisplay(TextWriter output) : IDisplay
{
    private static readonly JsonSerializerOptions Letters = new(ClipJson.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Say(string sentence)
    {
        // Only what a script can count on is written: the steps and the end.
    }

    public void Waits(string step, Awaited standing)
    {
        // A script waits for the step's own line.
    }

    public void Reaches(string step, Reached standing) => Write(new { step, state = "done", sentence = standing.Sentence, facts = standing.Facts });

    public void Stops(string step, Outcome outcome, string sentence) => Write(new { step, state = outcome, sentence });

    public void Clear()
    {
        // Nothing is ever half written.
    }

    private void Write(object line)
    {
        output.WriteLine(JsonSerializer.Serialize(line, line.GetType(), Letters));
        output.Flush();
    }
}
