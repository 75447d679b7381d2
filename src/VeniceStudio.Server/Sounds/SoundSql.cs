using VeniceStudio.Server.Data;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Library;

namespace VeniceStudio.Server.Sounds;

/// <summary>The statements that only sounds have, one method each; <see cref="Orders.OrderSql"/> has what all orders share.</summary>
public static class SoundSql
{
    public static Task InsertSoundAsync(this DbSession session, Sound sound) => session.ExecuteAsync(
        """
        INSERT INTO sounds (id, account_id, batch_id, ledger_id, kind, status, settings, model, model_name, prompt, shown_price, retry_of, track_id,
            clean_up, created_at, due_at)
        VALUES (@Id, @AccountId, @BatchId, @LedgerId, @Kind, @Status, @Settings, @Model, @ModelName, @Prompt, @ShownPrice, @RetryOf, @TrackId,
            @CleanUp, @CreatedAt, @DueAt)
        """, sound);

    /// <summary>Notes which track was made of a song.</summary>
    public static Task SetTrackAsync(this DbSession session, Guid id, Guid track) =>
        session.ExecuteAsync("UPDATE sounds SET track_id = @track WHERE id = @id", new { id, track });

    /// <summary>The latest recognition of a track that has not ended.</summary>
    public static Task<Sound?> RecognitionUnderWayAsync(this DbSession session, Guid track) => session.FirstAsync<Sound>(
        """
        SELECT * FROM sounds WHERE track_id = @track AND kind = 3 AND status NOT IN (5, 6, 9) AND deleted_at IS NULL
        ORDER BY created_at DESC LIMIT 1
        """, new { track });

    public static Task<IReadOnlyList<Sound>> BatchOfSoundsAsync(this DbSession session, Guid account, Guid batch) => session.ListAsync<Sound>(
        "SELECT * FROM sounds WHERE batch_id = @batch AND account_id = @account AND deleted_at IS NULL ORDER BY created_at, id", new { batch, account });

    /// <summary>A page, newest first; music and speech, or one kind alone.</summary>
    internal static Task<IReadOnlyList<Sound>> SoundPageAsync(this DbSession session, Guid account, SoundKind? kind, PagePlace? place, int take) =>
        session.ListAsync<Sound>(
            $"""
            SELECT * FROM sounds
            WHERE account_id = @account AND deleted_at IS NULL AND {(kind is null ? "kind <> 3" : "kind = @kind")}
              {(place is null ? "" : "AND (created_at < @at OR (created_at = @at AND id < @id))")}
            ORDER BY created_at DESC, id DESC LIMIT @take
            """, new { account, kind = (int?)kind, at = place?.At ?? default, id = place?.Id ?? default, take });

    public static Task<IReadOnlyList<LedgerLine>> LinesAsync(this DbSession session, IEnumerable<Guid> ids) => session.ListAsync<LedgerLine>(
        $"SELECT * FROM ledger WHERE id {session.Among}", new { ids = ids.Select(id => id.ToString()).ToArray() });
}
