using VeniceStudio.Server.Clips;

namespace VeniceStudio.Server.Passthrough;

/// <summary>What the studio's own row says about a video that was ordered through it.</summary>
public sealed class KnownVideo
{
    public required Guid ClipId { get; init; }

    public required Guid AccountId { get; init; }

    public required ClipStatus Status { get; init; }

    public Guid? MediaId { get; init; }

    /// <summary>Milliseconds that Venice reported, at <see cref="ObservedAt"/>.</summary>
    public long? AverageMs { get; init; }

    public long? ElapsedMs { get; init; }

    public DateTimeOffset? ObservedAt { get; init; }

    public DateTimeOffset? SubmittedAt { get; init; }

    public string? FailureKind { get; init; }

    public string? Sentence { get; init; }

    public string? SuggestedPrompt { get; init; }

    public string? RecommendedModel { get; init; }

    public bool? Refunded { get; init; }

    /// <summary>How long it has been in the making at an instant, whole milliseconds.</summary>
    public long ElapsedAt(DateTimeOffset now) =>
        ObservedAt is { } observed && ElapsedMs is { } elapsed ? elapsed + Math.Max(0, (long)(now - observed).TotalMilliseconds)
        : SubmittedAt is { } submitted ? Math.Max(0, (long)(now - submitted).TotalMilliseconds) : 0;
}
