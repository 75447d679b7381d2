using System.Text.Json;

namespace VeniceStudio.Venice.Wire;

/// <summary>How far Venice says a job is.</summary>
internal enum JobStand { Working, Finished, Ended }

/// <summary>
/// What Venice says of a job that it does not deliver yet. The words for it are few in the documents and more in practice; one that nobody
/// knows means the end, so that no order waits for ever.
/// </summary>
internal sealed record JobWord(JobStand Stand, string Status, string? Reason, TimeSpan? Average, TimeSpan? Elapsed, JsonElement Body)
{
    /// <exception cref="VeniceException">The body is no word about a job.</exception>
    public static JobWord Read(Reply reply, ReadOnlyMemory<byte> bytes)
    {
        var body = reply.Json(bytes);
        var status = body.Text("status") ?? throw reply.Unreadable(bytes);
        return new JobWord(
            StandOf(status), PlainText.Safe(status, reply.Call.Key)!, PlainText.Safe(ErrorBody.Read(body).Text, reply.Call.Key),
            Milliseconds(body, "average_execution_time") is { Ticks: > 0 } average ? average : null, Milliseconds(body, "execution_duration"), body);
    }

    private static JobStand StandOf(string status) => status.Trim().ToUpperInvariant() switch
    {
        "PROCESSING" or "QUEUED" or "PENDING" or "RUNNING" or "IN_PROGRESS" => JobStand.Working,
        "COMPLETED" => JobStand.Finished,
        _ => JobStand.Ended,
    };

    /// <summary>Venice measures jobs in milliseconds.</summary>
    private static TimeSpan? Milliseconds(JsonElement word, string name) =>
        word.Number(name) is >= 0 and < 1_000_000_000_000 and var time ? TimeSpan.FromMilliseconds((double)time) : null;
}
