using System.Text.Json;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Library;

namespace VeniceStudio.Server.Clips;

/// <summary>Clips as the API shows them, with their money and their file.</summary>
public static class ClipAnswers
{
    private const string Joined =
        """
        SELECT clips.*, ledger.quoted AS quoted, ledger.paid - ledger.refunded AS cost,
            media.kind AS media_kind, media.mime_type, media.bytes, media.width, media.height, media.seconds, media.name AS media_name, media.has_poster,
            projects.title AS project_title
        FROM clips JOIN ledger ON ledger.id = clips.ledger_id LEFT JOIN media ON media.id = clips.media_id
            LEFT JOIN projects ON projects.id = clips.project_id AND projects.deleted_at IS NULL
        """;

    public static async Task<ClipView?> ClipViewAsync(this DbSession session, Guid account, Guid id) =>
        (await session.OneAsync<Row>($"{Joined} WHERE clips.id = @id AND clips.account_id = @account AND clips.deleted_at IS NULL", new { id, account }))?.ToView();

    public static async Task<IReadOnlyList<ClipView>> BatchViewsAsync(this DbSession session, Guid account, Guid batch) =>
        [.. (await session.ListAsync<Row>(
            $"{Joined} WHERE clips.batch_id = @batch AND clips.account_id = @account AND clips.deleted_at IS NULL ORDER BY clips.created_at, clips.id",
            new { batch, account })).Select(row => row.ToView())];

    /// <summary>Every take of a project, oldest first, with the shot that it was bought for.</summary>
    public static async Task<IReadOnlyList<(Guid Shot, ClipView Clip)>> TakeClipsAsync(this DbSession session, Guid account, Guid project) =>
        [.. (await session.ListAsync<Row>(
            $"{Joined} WHERE clips.project_id = @project AND clips.account_id = @account AND clips.deleted_at IS NULL ORDER BY clips.created_at, clips.id",
            new { project, account })).Select(row => (row.ShotId ?? Guid.Empty, row.ToView()))];

    /// <summary>A page, newest first, from a place that an earlier page named.</summary>
    public static async Task<ClipPageView> ClipPageAsync(
        this DbSession session, Guid account, ClipFilter filter, string? search, string? model, string? before, int limit)
    {
        var place = PagePlace.Parse(before);
        var sql = $"""
            {Joined}
            WHERE clips.account_id = @account AND clips.deleted_at IS NULL {WhereOf(filter)}
              {(string.IsNullOrWhiteSpace(search) ? "" : "AND (LOWER(clips.prompt) LIKE @pattern ESCAPE '!' OR LOWER(clips.model_name) LIKE @pattern ESCAPE '!')")}
              {(model is null ? "" : "AND clips.model = @model")}
              {(place is null ? "" : "AND (clips.created_at < @at OR (clips.created_at = @at AND clips.id < @id))")}
            ORDER BY clips.created_at DESC, clips.id DESC LIMIT @take
            """;
        var rows = await session.ListAsync<Row>(sql, new
        {
            account,
            model,
            pattern = "%" + Escaped(search) + "%",
            at = place?.At ?? default,
            id = place?.Id ?? default,
            take = limit + 1,
        });
        var items = rows.Take(limit).Select(row => row.ToView()).ToList();
        return new ClipPageView(items, rows.Count > limit ? PagePlace.Of(rows[limit - 1].CreatedAt, rows[limit - 1].Id) : null);
    }

    public static async Task<ClipCountsView> ClipCountsAsync(this DbSession session, Guid account)
    {
        var counts = (await session.ListAsync<StatusCount>(
            "SELECT status, CAST(COUNT(*) AS INTEGER) AS clips FROM clips WHERE account_id = @account AND deleted_at IS NULL GROUP BY status",
            new { account })).ToDictionary(row => row.Status, row => row.Clips);
        int Sum(params ClipStatus[] statuses) => statuses.Sum(status => counts.GetValueOrDefault(status));
        return new ClipCountsView(
            Sum(ClipStatus.Reserved, ClipStatus.Submitting, ClipStatus.Working, ClipStatus.Collecting),
            Sum(ClipStatus.Uncertain, ClipStatus.NeedsConsent, ClipStatus.PriceChanged), Sum(ClipStatus.Done), Sum(ClipStatus.Failed));
    }

    private static string WhereOf(ClipFilter filter) => filter switch
    {
        ClipFilter.Working => "AND clips.status IN (1, 2, 3, 4)",
        ClipFilter.Attention => "AND clips.status IN (7, 8, 10)",
        ClipFilter.Done => "AND clips.status = 5",
        ClipFilter.Failed => "AND clips.status IN (6, 9)",
        _ => "",
    };

    private static string Escaped(string? search) => (search ?? "").Trim().ToLowerInvariant()
        .Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal);

    private sealed class StatusCount
    {
        public ClipStatus Status { get; init; }
        public int Clips { get; init; }
    }

    private sealed class Row
    {
        public Guid Id { get; init; }
        public Guid BatchId { get; init; }
        public Guid? ProjectId { get; init; }
        public string? ProjectTitle { get; init; }
        public Guid? ShotId { get; init; }
        public ClipStatus Status { get; init; }
        public string Settings { get; init; } = "{}";
        public string ModelName { get; init; } = "";
        public long Quoted { get; init; }
        public long Cost { get; init; }
        public long? NewPrice { get; init; }
        public Guid? RetryOf { get; init; }
        public string? QueueId { get; init; }
        public long? AverageMs { get; init; }
        public long? ElapsedMs { get; init; }
        public DateTimeOffset? ObservedAt { get; init; }
        public string? FailureKind { get; init; }
        public string? Sentence { get; init; }
        public string? SuggestedPrompt { get; init; }
        public string? RecommendedModel { get; init; }
        public bool? Refunded { get; init; }
        public string? Consent { get; init; }
        public Guid? MediaId { get; init; }
        public bool CleanUp { get; init; }
        public DateTimeOffset? CleanedAt { get; init; }
        public string? CleanNote { get; init; }
        public bool CancelAsked { get; init; }
        public DateTimeOffset CreatedAt { get; init; }
        public DateTimeOffset? SubmittedAt { get; init; }
        public DateTimeOffset? FinishedAt { get; init; }
        public MediaKind? MediaKind { get; init; }
        public string? MimeType { get; init; }
        public long? Bytes { get; init; }
        public int? Width { get; init; }
        public int? Height { get; init; }
        public double? Seconds { get; init; }
        public string? MediaName { get; init; }
        public bool? HasPoster { get; init; }

        public ClipView ToView() => new(
            Id, BatchId, ProjectId is { } project && ProjectTitle is { } title ? new ClipProjectView(project, title) : null, Status,
            Status is ClipStatus.Failed or ClipStatus.Uncertain ? null : Sentence,
            JsonSerializer.Deserialize<ClipSettings>(Settings, ClipJson.Options)!, ModelName, Quoted, Cost, CreatedAt, SubmittedAt, FinishedAt,
            Status is ClipStatus.Working or ClipStatus.Collecting && SubmittedAt is { } since ? Progress(since) : null,
            Status is ClipStatus.Failed or ClipStatus.Uncertain
                ? new ClipFailureView(FailureKind ?? "failed", Sentence ?? "", SuggestedPrompt, RecommendedModel, Refunded,
                    Status == ClipStatus.Failed && QueueId is not null && Refunded != true)
                : null,
            Status == ClipStatus.NeedsConsent && Consent is not null ? JsonSerializer.Deserialize<ClipConsentView>(Consent, ClipJson.Options) : null,
            Media(), CleanUp, CleanedAt, CleanNote, CancelAsked, RetryOf, NewPrice);

        private ClipProgressView Progress(DateTimeOffset since) => ObservedAt is { } seen && ElapsedMs is { } elapsed
            ? new(elapsed / 1000.0, AverageMs / 1000.0, seen)
            : new(0, AverageMs / 1000.0, since);

        private MediaView? Media() => MediaId is { } media && MediaKind is { } kind
            ? new(media, kind, MimeType!, Bytes!.Value, Width, Height, Seconds, MediaName!, $"/api/media/{media}",
                HasPoster == true ? $"/api/media/{media}/poster" : null)
            : null;
    }
}
