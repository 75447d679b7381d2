using System.Text.Json;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Library;

namespace VeniceStudio.Server.Clips;

/// <summary>A clip with its money, its file and its video, as one statement reads them.</summary>
internal sealed class ClipRow
{
    /// <summary>All of them; a statement goes on with its own joins and conditions.</summary>
    public static string Joined(DbSession session) =>
        $"""
        SELECT clips.*, ledger.quoted AS quoted, ledger.paid - ledger.refunded AS cost,
            media.kind AS media_kind, media.mime_type, media.bytes, media.width, media.height, media.seconds, media.name AS media_name, media.has_poster,
            projects.title AS project_title, {ShotPlace.In(session, "clips.shot_id")} AS shot_begins
        FROM clips JOIN ledger ON ledger.id = clips.ledger_id LEFT JOIN media ON media.id = clips.media_id
            LEFT JOIN projects ON projects.id = clips.project_id AND projects.deleted_at IS NULL
            LEFT JOIN boards ON boards.project_id = projects.id AND boards.version = projects.board_version
        """;

    public Guid Id { get; init; }
    public Guid BatchId { get; init; }
    public Guid? ProjectId { get; init; }
    public string? ProjectTitle { get; init; }
    public Guid? ShotId { get; init; }
    public int? ShotBegins { get; init; }
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
        Id, BatchId, ProjectId is { } project && ProjectTitle is { } title ? new ClipProjectView(project, title) : null,
        ShotPlace.Number(ShotBegins), Status,
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
