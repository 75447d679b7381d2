using System.ComponentModel.DataAnnotations;
using VeniceStudio.Server.Library;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Clips;

/// <summary>What a clip is made from. A field that the model does not take is left out, never sent empty (T8).</summary>
public record ClipSettings
{
    [Required, StringLength(200, MinimumLength = 1)] public required string Model { get; init; }
    [Required, StringLength(20_000, MinimumLength = 1)] public required string Prompt { get; init; }
    [StringLength(20_000)] public string? NegativePrompt { get; init; }
    [StringLength(16)] public string? Duration { get; init; }
    [StringLength(16)] public string? AspectRatio { get; init; }
    [StringLength(16)] public string? Resolution { get; init; }
    /// <summary>Whether the model adds its own sound; only for models where it can be switched.</summary>
    public bool? Sound { get; init; }
    public Guid? ImageId { get; init; }
    public Guid? EndImageId { get; init; }
    public Guid? AudioId { get; init; }
    [MaxLength(30)] public IReadOnlyList<Guid>? ReferenceImageIds { get; init; }

    /// <summary>A stretch of a song that the model listens to, cut out when the clip is bought; instead of <see cref="AudioId"/>.</summary>
    public HeardStretch? Stretch { get; init; }

    /// <summary>The model is given something to listen to.</summary>
    internal bool HasSound => AudioId is not null || Stretch is not null;
}

/// <summary>Part of a song of the same account. Seconds.</summary>
public sealed record HeardStretch(Guid TrackId, double Start, double Seconds);

/// <summary>Asks for the price of settings that may still lack their prompt or pictures.</summary>
public sealed record QuoteClips
{
    [Required, StringLength(200, MinimumLength = 1)] public required string Model { get; init; }
    [StringLength(16)] public string? Duration { get; init; }
    [StringLength(16)] public string? AspectRatio { get; init; }
    [StringLength(16)] public string? Resolution { get; init; }
    public bool? Sound { get; init; }
    [Range(1, 4)] public int? Variations { get; init; }
}

/// <summary>A price of this moment, micro-dollars. <c>Left*</c>: what the budgets still allow; null: no budget is set.</summary>
public sealed record ClipQuoteView(long Each, long Total, int Variations, long? LeftForMember, long? LeftForStudio, bool WithinBudget);

/// <summary>Orders 1–4 variations. <c>ShownEach</c> is the price on the button; a clearly higher one stops the order and asks.</summary>
public sealed record OrderClips : ClipSettings
{
    [Range(1, 4)] public int? Variations { get; init; }
    [Range(0, 1_000_000_000)] public long ShownEach { get; init; }
    /// <summary>Delete the clip at Venice once it is safe here; null: the member's or studio's default.</summary>
    public bool? CleanUp { get; init; }
}

/// <summary>The order's way: Reserved → Submitting → Working → Collecting → Done, and the ways out of it.</summary>
public enum ClipStatus
{
    Reserved = 1,
    Submitting = 2,
    Working = 3,
    Collecting = 4,
    Done = 5,
    Failed = 6,
    Uncertain = 7,
    NeedsConsent = 8,
    Cancelled = 9,
    PriceChanged = 10,
}

/// <summary>Where a running clip stands. Seconds; <c>AsOf</c> is when Venice said so, so that a page can count on by itself.</summary>
public sealed record ClipProgressView(double ElapsedSeconds, double? AverageSeconds, DateTimeOffset AsOf);

/// <summary>Why a clip ended badly, what it cost, and what to do. <c>Refunded</c> null: Venice did not say.</summary>
public sealed record ClipFailureView(
    string Kind, string Sentence, string? SuggestedPrompt, string? RecommendedModel, bool? Refunded, bool CanCollectAgain);

/// <summary>The provider's own text that a person must read and agree to before Venice goes on (T27).</summary>
public sealed record ClipConsentView(string Flow, string Version, string PolicyText, string? DocsUrl, IReadOnlyList<string> FaceRoles)
{
    public static ClipConsentView Of(VeniceConsent consent) =>
        new(consent.Flow, consent.Version ?? "", consent.PolicyText, consent.DocsUrl?.AbsoluteUri, consent.FaceMediaRoles);
}

/// <summary>The video that a clip was bought for.</summary>
public sealed record ClipProjectView(Guid Id, string Title);

/// <param name="Project">Null for a clip of its own, and when its video was deleted.</param>
/// <param name="Shot">The number of its shot in that video, from 1; null when the shot has left the board.</param>
public sealed record ClipView(
    Guid Id,
    Guid BatchId,
    ClipProjectView? Project,
    int? Shot,
    ClipStatus Status,
    string? Waiting,
    ClipSettings Settings,
    string ModelName,
    long Quoted,
    long Paid,
    DateTimeOffset CreatedAt,
    DateTimeOffset? SubmittedAt,
    DateTimeOffset? FinishedAt,
    ClipProgressView? Progress,
    ClipFailureView? Failure,
    ClipConsentView? Consent,
    MediaView? Media,
    bool CleanUp,
    DateTimeOffset? CleanedUpAt,
    string? CleanUpNote,
    bool CancelAsked,
    Guid? RetryOf,
    long? NewPrice);

/// <summary>A page of clips, newest first. <c>Next</c> goes into <c>before</c> for the following page.</summary>
public sealed record ClipPageView(IReadOnlyList<ClipView> Items, string? Next);

/// <summary>What a list of clips is narrowed to. <c>Alone</c>: those that were made for no video.</summary>
public sealed record ClipsWanted(ClipFilter Filter = ClipFilter.All, string? Search = null, string? Model = null, Guid? Batch = null, Guid? Project = null, bool Alone = false);

/// <summary>A video of which clips are finished, and how many.</summary>
public sealed record ClipVideoView(Guid Id, string Title, int Clips);

/// <summary>How many clips of an order stand where.</summary>
public sealed record ClipTallyView(int Clips, int InLine, int Working, int Attention, int Done, int Failed, int Cancelled);

/// <summary>What one press ordered, told together. Money in micro-dollars, of all its clips.</summary>
/// <param name="Matching">How many of its clips the filter lets through.</param>
/// <param name="Clips">All of those when they are few; else what waits for a person or failed, four at most. The rest is listed by <c>batch</c>.</param>
public sealed record ClipBatchView(
    Guid Id,
    DateTimeOffset CreatedAt,
    ClipProjectView? Project,
    ClipTallyView Tally,
    long Quoted,
    long Paid,
    int Matching,
    IReadOnlyList<ClipView> Clips);

/// <summary>A page of orders, newest first. <c>Next</c> goes into <c>before</c> for the following page.</summary>
public sealed record ClipBatchPageView(IReadOnlyList<ClipBatchView> Items, Guid? Next);

/// <summary>When an order with clips on their way should be complete. <c>ReadyAt</c>: null where nobody can say.</summary>
public sealed record ClipForecastView(Guid BatchId, Guid? ProjectId, DateTimeOffset? ReadyAt);

/// <summary>How many clips are under way and how many wait for a person.</summary>
public sealed record ClipCountsView(int Working, int Attention, int Done, int Failed);

public enum ClipFilter
{
    All,
    Working,
    Attention,
    Done,
    Failed,
}

/// <summary>Three agreements in the person's own hand; all must be true.</summary>
public sealed record AgreeToConsent(bool TermsAndPrivacy, bool LegalRight, bool ScreeningAcknowledged);

public sealed record AcceptPrice([Range(0, 1_000_000_000)] long ShownEach);

public sealed record SetCleanUp(bool CleanUp);
