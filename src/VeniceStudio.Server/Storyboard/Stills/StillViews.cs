using System.ComponentModel.DataAnnotations;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Library;

namespace VeniceStudio.Server.Storyboard.Stills;

public enum StillPurpose
{
    /// <summary>The picture of a shot, drawn from its words.</summary>
    Shot = 1,

    /// <summary>Front, side and three-quarter of a cast member.</summary>
    CastSheet = 2,

    /// <summary>A shot's picture changed by a sentence.</summary>
    Edit = 3,

    /// <summary>A picture that the creator brought.</summary>
    Given = 4,
}

/// <summary>How a picture comes about.</summary>
public enum StillWay
{
    /// <summary>From words alone.</summary>
    Draw = 1,

    /// <summary>From one picture.</summary>
    Edit = 2,

    /// <summary>From several pictures, or from one by a model whose quality has to be named.</summary>
    Blend = 3,
}

/// <summary>What one still is made from, as it was decided when it was ordered.</summary>
public sealed record StillSettings
{
    public required StillPurpose Purpose { get; init; }
    public required StillWay Way { get; init; }
    public required string Model { get; init; }
    public required string Prompt { get; init; }

    /// <summary>What the creator wanted changed; null for a drawing from the shot's words.</summary>
    public string? Sentence { get; init; }
    public string? AspectRatio { get; init; }

    /// <summary>Pixels, for models without ratios.</summary>
    public int? Width { get; init; }
    public int? Height { get; init; }
    public string? Resolution { get; init; }
    public string? Quality { get; init; }

    /// <summary>Venice blurs adult content.</summary>
    public bool SafeMode { get; init; } = true;

    /// <summary>Pictures that it is made of, media ids; the first is the one that is changed.</summary>
    public IReadOnlyList<Guid> PictureIds { get; init; } = [];

    /// <summary>What the shot showed when this was ordered; it takes that place only if nothing else has.</summary>
    public Guid? Replaces { get; init; }
}

/// <summary>Which stills: some shots', all that are missing, or a cast member's sheet. Exactly one of the three.</summary>
public record StillsWanted
{
    [MaxLength(400)] public IReadOnlyList<Guid>? ShotIds { get; init; }

    /// <summary>Every shot that has no still, none under way, and words to draw it from.</summary>
    public bool Missing { get; init; }
    public Guid? CastId { get; init; }

    /// <summary>Pictures of each.</summary>
    [Range(1, 4)] public int? Variants { get; init; }

    /// <summary>Changes the shots' present stills instead of drawing new ones: "make it night".</summary>
    [StringLength(1_000)] public string? Sentence { get; init; }

    /// <summary>Another image model than the plan's.</summary>
    [StringLength(200)] public string? Model { get; init; }
}

public sealed record QuoteStills : StillsWanted;

/// <summary>Orders stills. Money is what the button named, micro-dollars: for each at most, or for all together; a clearly higher price stops the order and asks.</summary>
public sealed record OrderStills : StillsWanted
{
    [Range(0, 1_000_000_000)] public long? ShownEach { get; init; }
    [Range(0, 1_000_000_000_000)] public long? ShownTotal { get; init; }

    /// <summary>Venice blurs adult content; null: yes.</summary>
    public bool? SafeMode { get; init; }
}

/// <summary>What the stills cost, micro-dollars. <c>Each</c>: the dearest of them.</summary>
public sealed record StillQuoteView(
    long Each, long Total, int Count, IReadOnlyList<StillPriceView> Stills, long? LeftForMember, long? LeftForStudio, bool WithinBudget, string? Note);

/// <summary>One shot's or sheet's price for one picture, and how it is made.</summary>
public sealed record StillPriceView(Guid? ShotId, Guid? CastId, StillWay Way, string Model, string ModelName, long Price);

/// <summary>One version of a still or of a sheet. Money in micro-dollars; <c>Waiting</c> says why nothing moves at the moment.</summary>
/// <param name="ShotId">Whose still it is; null for a sheet.</param>
/// <param name="CastId">Whose sheet it is; null for a still.</param>
/// <param name="Sentence">What was to be changed; null for a drawing from words.</param>
/// <param name="PictureIds">What it was made of.</param>
/// <param name="Media">The picture; null until it is there, and for one that was refused.</param>
public sealed record StillView(
    Guid Id,
    Guid? BatchId,
    Guid ProjectId,
    Guid? ShotId,
    Guid? CastId,
    StillPurpose Purpose,
    StillWay? Way,
    ClipStatus Status,
    string? Model,
    string? ModelName,
    string? Prompt,
    string? Sentence,
    IReadOnlyList<Guid> PictureIds,
    bool SafeMode,
    string? Waiting,
    long Quoted,
    long Paid,
    long? NewPrice,
    MediaView? Media,
    ClipFailureView? Failure,
    bool CancelAsked,
    Guid? RetryOf,
    DateTimeOffset CreatedAt,
    DateTimeOffset? SubmittedAt,
    DateTimeOffset? FinishedAt);

/// <summary>A picture of the creator's own for a shot; a media id.</summary>
public sealed record GiveStill(Guid MediaId);

/// <summary>A model that draws pictures, and what a form may offer for it.</summary>
/// <param name="EditModel">The model that makes pictures of its pictures; null when Venice has none that fits.</param>
/// <param name="Price">Micro-dollars for one still as the studio orders it.</param>
/// <param name="EditPrice">Micro-dollars for one that is made of another picture.</param>
public sealed record ImageModelView(
    string Id,
    string Name,
    bool Private,
    bool Available,
    string? UnavailableBecause,
    bool Beta,
    DateTimeOffset? RetiresAt,
    bool Usual,
    IReadOnlyList<string> AspectRatios,
    IReadOnlyList<string> Resolutions,
    IReadOnlyList<string> Qualities,
    int PromptLimit,
    long? Price,
    string? EditModel,
    long? EditPrice);
