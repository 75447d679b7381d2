using System.Text.Json;
using System.Text.Json.Serialization;

namespace VeniceStudio.Simulator.Jobs;

/// <summary>What a journal line holds: the account as it then stood, and a job if one changed.</summary>
internal sealed record JournalLine(decimal Balance, int Purchases, SimulatedJob? Job, bool Cleared = false);

/// <summary>
/// Writes every change as one line, the last line of a job being the true one. Written through to the operating system before the
/// answer goes out, so a killed process loses nothing that it told anybody; a line torn by the kill is passed over when reading.
/// </summary>
internal sealed class Journal : IDisposable
{
    private static readonly JsonSerializerOptions Format = new() { Converters = { new JsonStringEnumConverter() } };
    private readonly FileStream file;

    private Journal(FileStream file) => this.file = file;

    /// <summary>Opens the journal of a folder after replaying what it holds.</summary>
    public static (Journal Journal, IReadOnlyList<JournalLine> Past) Open(string folder)
    {
        var path = Path.Combine(folder, "journal.jsonl");
        var past = File.Exists(path) ? Read(path) : [];
        // Rewritten whole at each start: polls add lines, and only the last of each job matters.
        Rendering.Whole.Write(path, [.. past.SelectMany(Line)]);
        return (new Journal(new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read)), past);
    }

    public void Write(JournalLine line)
    {
        file.Write(Line(line));
        file.Flush();
    }

    public void Dispose() => file.Dispose();

    private static byte[] Line(JournalLine line) => [.. JsonSerializer.SerializeToUtf8Bytes(line, Format), (byte)'\n'];

    private static List<JournalLine> Read(string path)
    {
        var jobs = new Dictionary<string, JournalLine>();
        JournalLine? last = null;
        foreach (var text in File.ReadLines(path))
        {
            if (Parse(text) is not { } line) continue;
            if (line.Cleared) jobs.Clear();
            if (line.Job is { } job) jobs[job.QueueId] = line;
            last = line;
        }
        // The account's last word comes last, whichever job it went with.
        return last is null ? [] : [.. jobs.Values, last with { Job = null, Cleared = false }];
    }

    private static JournalLine? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<JournalLine>(text, Format);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
