using VeniceStudio.Media.Audio;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Library;

namespace VeniceStudio.Server.Tracks;

/// <summary>Songs as the API shows them, with their file.</summary>
internal static class TrackAnswers
{
    private const string Joined =
        """
        SELECT tracks.id, tracks.media_id, tracks.title, tracks.artist, tracks.source, tracks.seconds, tracks.state, tracks.stage, tracks.share,
            tracks.failure_kind, tracks.sentence, tracks.tempo, tracks.meter, tracks.confidence, tracks.steady, tracks.lyrics_state, tracks.created_at,
            media.mime_type, media.bytes, media.name AS media_name, media.has_poster
        FROM tracks JOIN media ON media.id = tracks.media_id
        """;

    public static async Task<TrackView?> TrackViewAsync(this DbSession session, Guid account, Guid id) =>
        (await session.OneAsync<Row>($"{Joined} WHERE tracks.id = @id AND tracks.account_id = @account AND tracks.deleted_at IS NULL", new { id, account }))?.ToView();

    public static async Task<IReadOnlyList<TrackView>> TrackViewsAsync(this DbSession session, Guid account, IEnumerable<Guid> ids) =>
        [.. (await session.ListAsync<Row>(
            $"{Joined} WHERE tracks.id {session.Among} AND tracks.account_id = @account AND tracks.deleted_at IS NULL",
            new { ids = ids.Distinct().Select(id => id.ToString()).ToArray(), account })).Select(row => row.ToView())];

    /// <summary>A page, newest first, from a place that an earlier page named.</summary>
    public static async Task<TrackPageView> TrackPageAsync(this DbSession session, Guid account, string? cursor, int limit)
    {
        var place = PagePlace.Parse(cursor);
        var rows = await session.ListAsync<Row>(
            $"""
            {Joined}
            WHERE tracks.account_id = @account AND tracks.deleted_at IS NULL
              {(place is null ? "" : "AND (tracks.created_at < @at OR (tracks.created_at = @at AND tracks.id < @id))")}
            ORDER BY tracks.created_at DESC, tracks.id DESC LIMIT @take
            """, new { account, at = place?.At ?? default, id = place?.Id ?? default, take = limit + 1 });
        return new TrackPageView(
            [.. rows.Take(limit).Select(row => row.ToView())],
            rows.Count > limit ? PagePlace.Of(rows[limit - 1].CreatedAt, rows[limit - 1].Id) : null);
    }

    private sealed class Row
    {
        public Guid Id { get; init; }
        public Guid MediaId { get; init; }
        public string Title { get; init; } = "";
        public string? Artist { get; init; }
        public TrackSource Source { get; init; }
        public double Seconds { get; init; }
        public TrackState State { get; init; }
        public HearingStage? Stage { get; init; }
        public double Share { get; init; }
        public string? FailureKind { get; init; }
        public string? Sentence { get; init; }
        public double? Tempo { get; init; }
        public int? Meter { get; init; }
        public double? Confidence { get; init; }
        public bool? Steady { get; init; }
        public LyricsState LyricsState { get; init; }
        public DateTimeOffset CreatedAt { get; init; }
        public string MimeType { get; init; } = "";
        public long Bytes { get; init; }
        public string MediaName { get; init; } = "";
        public bool HasPoster { get; init; }

        public TrackView ToView() => new(
            Id, Title, Artist, HasPoster, HasPoster ? $"/api/tracks/{Id}/cover" : null, Source,
            new MediaView(MediaId, MediaKind.Audio, MimeType, Bytes, null, null, Seconds, MediaName, $"/api/media/{MediaId}", HasPoster ? $"/api/media/{MediaId}/poster" : null),
            Seconds, Bytes, State, Stage, Share, State == TrackState.Failed ? new TrackFailureView(FailureKind ?? "broken", Sentence ?? "") : null,
            Tempo, Meter, Confidence, Steady, LyricsState, CreatedAt);
    }
}
