using VeniceStudio.Server.Data;
using VeniceStudio.Server.Work;

namespace VeniceStudio.Server.Tracks;

/// <summary>The songs' statements, one method each.</summary>
internal static class TrackSql
{
    public const string Table = "tracks";

    // What only a person changes (title, artist, corrections, lyrics, deleted_at) is not here: a worker's write must not undo it.
    private const string Changing =
        """
        seconds = @Seconds, state = @State, stage = @Stage, share = @Share, failure_kind = @FailureKind, sentence = @Sentence,
        heard_version = @HeardVersion, tempo = @Tempo, meter = @Meter, confidence = @Confidence, steady = @Steady, due_at = @DueAt
        """;

    /// <summary>Keeps a new song; false when this account has one of the same content.</summary>
    public static async Task<bool> InsertTrackAsync(this DbSession session, Track track) => await session.ExecuteAsync(
        """
        INSERT INTO tracks (id, account_id, media_id, sha256, source, title, artist, seconds, state, created_at, due_at)
        VALUES (@Id, @AccountId, @MediaId, @Sha256, @Source, @Title, @Artist, @Seconds, @State, @CreatedAt, @DueAt)
        ON CONFLICT DO NOTHING
        """, track) == 1;

    public static Task<Track?> TrackOfAsync(this DbSession session, Guid account, Guid id) =>
        session.OneAsync<Track>("SELECT * FROM tracks WHERE id = @id AND account_id = @account AND deleted_at IS NULL", new { id, account });

    /// <summary>A song by its id alone: for work, whose rows belong to anybody.</summary>
    public static Task<Track?> TrackAsync(this DbSession session, Guid id) =>
        session.OneAsync<Track>("SELECT * FROM tracks WHERE id = @id AND deleted_at IS NULL", new { id });

    public static Task<Guid?> TrackOfContentAsync(this DbSession session, Guid account, string sha256) => session.OneAsync<Guid?>(
        "SELECT id FROM tracks WHERE account_id = @account AND sha256 = @sha256 AND deleted_at IS NULL", new { account, sha256 });

    /// <summary>Writes how far listening is; false when the song was cancelled, deleted or taken over meanwhile.</summary>
    public static async Task<bool> ProgressAsync(this DbSession session, Track track, WorkClaim claim) => await session.ExecuteAsync(
        """
        UPDATE tracks SET state = @State, stage = @Stage, share = @Share, failure_kind = NULL, sentence = NULL
        WHERE id = @Id AND lease_owner = @Owner
        """, new { track.State, track.Stage, track.Share, track.Id, claim.Owner }) == 1;

    /// <summary>Writes a step's result and lets the row go; false when it was cancelled, deleted or taken over meanwhile.</summary>
    public static async Task<bool> ReleaseTrackAsync(this DbSession session, Track track, WorkClaim claim)
    {
        var parameters = new Dapper.DynamicParameters(track);
        parameters.Add("owner", claim.Owner);
        return await session.ExecuteAsync(
            $"UPDATE tracks SET {Changing}, lease_owner = NULL, lease_until = NULL, leases_lost = 0 WHERE id = @Id AND lease_owner = @owner", parameters) == 1;
    }

    /// <summary>Ends listening at once, whoever has the row in hand: its holder finds the row taken away and stops. False: there was nothing to end.</summary>
    public static async Task<bool> CancelTrackAsync(this DbSession session, Guid id) => await session.ExecuteAsync(
        """
        UPDATE tracks SET state = @Cancelled, stage = NULL, share = 0, due_at = NULL, lease_owner = NULL, lease_until = NULL, leases_lost = 0
        WHERE id = @id AND state IN (@Waiting, @Listening)
        """, new { id, Cancelled = (int)TrackState.Cancelled, Waiting = (int)TrackState.Waiting, Listening = (int)TrackState.Listening }) == 1;

    /// <summary>Asks for listening; a song that is just listened to is left to it.</summary>
    public static Task ListenTrackAsync(this DbSession session, Guid id) => session.ExecuteAsync(
        """
        UPDATE tracks SET state = @Waiting, stage = NULL, share = 0, failure_kind = NULL, sentence = NULL, due_at = @Now
        WHERE id = @id AND state NOT IN (@Waiting, @Listening)
        """, new { id, Waiting = (int)TrackState.Waiting, Listening = (int)TrackState.Listening, session.Now });

    public static Task DescribeTrackAsync(this DbSession session, Guid id, string title, string? artist) =>
        session.ExecuteAsync("UPDATE tracks SET title = @title, artist = @artist WHERE id = @id", new { id, title, artist });

    /// <summary>Keeps corrections with the numbers that follow from them; false when others were kept since this version.</summary>
    public static async Task<bool> CorrectTrackAsync(this DbSession session, Track track, string corrections, int version) => await session.ExecuteAsync(
        """
        UPDATE tracks SET corrections = @corrections, corrections_version = corrections_version + 1,
            tempo = @Tempo, meter = @Meter, confidence = @Confidence, steady = @Steady
        WHERE id = @Id AND corrections_version = @version
        """, new { corrections, version, track.Id, track.Tempo, track.Meter, track.Confidence, track.Steady }) == 1;

    public static Task KeepLyricsAsync(this DbSession session, Guid id, string? lyrics, LyricsState state) =>
        session.ExecuteAsync("UPDATE tracks SET lyrics = @lyrics, lyrics_state = @state WHERE id = @id", new { id, lyrics, state = (int)state });

    /// <summary>Takes a song out of sight, whoever has it in hand. What it was heard as goes when nobody else has the same song.</summary>
    /// <returns>True when nobody else has it: then its waveforms may go too, after the commit.</returns>
    public static async Task<bool> DeleteTrackAsync(this DbSession session, Track track)
    {
        await session.ExecuteAsync(
            "UPDATE tracks SET deleted_at = @Now, due_at = NULL, lease_owner = NULL, lease_until = NULL WHERE id = @Id", new { track.Id, session.Now });
        await session.ExecuteAsync("UPDATE uploads SET track_id = NULL, received = 0 WHERE track_id = @Id", new { track.Id });
        if (await session.OneAsync<long>("SELECT COUNT(*) FROM tracks WHERE sha256 = @Sha256 AND deleted_at IS NULL", new { track.Sha256 }) > 0) return false;
        await session.ExecuteAsync("DELETE FROM hearings WHERE sha256 = @Sha256", new { track.Sha256 });
        return true;
    }

    /// <summary>True when a clip was made with this file, or shows it.</summary>
    public static async Task<bool> IsClipsAsync(this DbSession session, Guid media) => await session.OneAsync<long>(
        """
        SELECT (SELECT COUNT(*) FROM clip_media JOIN clips ON clips.id = clip_media.clip_id WHERE clip_media.media_id = @media AND clips.deleted_at IS NULL)
             + (SELECT COUNT(*) FROM clips WHERE clips.media_id = @media AND clips.deleted_at IS NULL)
        """, new { media }) > 0;
}
