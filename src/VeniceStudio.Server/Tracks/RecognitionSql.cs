using System.Text.Json;
using VeniceStudio.Media.Lyrics;
using VeniceStudio.Server.Data;

namespace VeniceStudio.Server.Tracks;

/// <summary>
/// What was recognised of a song's words. Whoever buys a recognition starts it, then finishes or fails it, each in the transaction that
/// moves the money; after the commit <see cref="TrackLyrics.AlignAsync"/> gives the times to the creator's lines. Reading the lyrics does
/// the same when a process died in between.
/// </summary>
internal static class RecognitionSql
{
    /// <summary>Notes that words are being recognised. The words of an earlier time stay until new ones come.</summary>
    public static Task StartRecognitionAsync(this DbSession session, Guid track, Guid? ledger, string model) => session.ExecuteAsync(
        """
        INSERT INTO recognitions (track_id, ledger_id, model, state, asked_at) VALUES (@track, @ledger, @model, @Working, @Now)
        ON CONFLICT (track_id) DO UPDATE SET ledger_id = @ledger, model = @model, state = @Working, sentence = NULL, asked_at = @Now, ended_at = NULL
        """, new { track, ledger, model, Working = (int)RecognitionState.Working, session.Now });

    /// <summary>Keeps recognised words, as they came.</summary>
    public static Task FinishRecognitionAsync(this DbSession session, Guid track, IReadOnlyList<HeardWord> words) => session.ExecuteAsync(
        """
        UPDATE recognitions SET state = @Done, sentence = NULL, words = @text, aligned = FALSE, ended_at = @Now
        WHERE track_id = @track
        """,
        new { track, text = JsonSerializer.Serialize(words, TrackJson.Options), Done = (int)RecognitionState.Done, session.Now });

    /// <summary>Notes that nothing came of it; earlier words stay.</summary>
    public static Task FailRecognitionAsync(this DbSession session, Guid track, string sentence) => session.ExecuteAsync(
        "UPDATE recognitions SET state = @Failed, sentence = @sentence, ended_at = @Now WHERE track_id = @track",
        new { track, sentence, Failed = (int)RecognitionState.Failed, session.Now });

    public static Task<RecognitionRow?> RecognitionOfAsync(this DbSession session, Guid track) =>
        session.OneAsync<RecognitionRow>("SELECT * FROM recognitions WHERE track_id = @track", new { track });

    public static Task RecognitionAlignedAsync(this DbSession session, Guid track, DateTimeOffset? endedAt) => session.ExecuteAsync(
        "UPDATE recognitions SET aligned = TRUE WHERE track_id = @track AND ended_at = @endedAt", new { track, endedAt });
}

/// <summary>A row of recognised words.</summary>
internal sealed class RecognitionRow
{
    public Guid TrackId { get; init; }
    public Guid? LedgerId { get; init; }
    public string Model { get; init; } = "";
    public RecognitionState State { get; init; }
    public string? Sentence { get; init; }
    public string? Words { get; init; }
    public bool Aligned { get; init; }
    public DateTimeOffset? EndedAt { get; init; }

    public IReadOnlyList<HeardWord> ReadWords() => Words is null ? [] : JsonSerializer.Deserialize<List<HeardWord>>(Words, TrackJson.Options) ?? [];

    public RecognitionView ToView(bool trusted) => new(State, Model, Sentence, trusted);
}
