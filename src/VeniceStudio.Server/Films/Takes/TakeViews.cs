using System.ComponentModel.DataAnnotations;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Library;

namespace VeniceStudio.Server.Films;

/// <summary>For which shots clips are bought. Only approved shots that buy one at all count.</summary>
public enum RenderScope
{
    /// <summary>Shots without a clip, finished or under way, and without footage of one's own.</summary>
    Missing,

    /// <summary>Shots whose last try failed or was cancelled, and that have nothing else to show.</summary>
    Failed,

    /// <summary>The shots that are named, whatever they have: another take of each.</summary>
    Selected,

    /// <summary>Every approved shot once more.</summary>
    Everything,
}

/// <summary>Asks what rendering costs.</summary>
/// <param name="Scope">Which shots.</param>
/// <param name="ShotIds">For <see cref="RenderScope.Selected"/>.</param>
public sealed record QuoteTakes(RenderScope Scope, [MaxLength(1_000)] IReadOnlyList<Guid>? ShotIds);

/// <summary>Buys one clip for each shot of the scope: all of them or none.</summary>
/// <param name="Scope">Which shots.</param>
/// <param name="ShotIds">For <see cref="RenderScope.Selected"/>.</param>
/// <param name="ShownTotal">Micro-dollars on the button; a clearly higher sum stops the order and asks.</param>
public sealed record RenderTakes(RenderScope Scope, [MaxLength(1_000)] IReadOnlyList<Guid>? ShotIds, [Range(0, 1_000_000_000_000)] long ShownTotal);

/// <summary>One more try of a take that was refused or lost, perhaps with other words or another model.</summary>
/// <param name="TakeId">The take that is tried again.</param>
/// <param name="Prompt">Other words; null for the same.</param>
/// <param name="Model">Another video model; null for the same.</param>
/// <param name="ShownEach">Micro-dollars on the button.</param>
public sealed record RetakeShot(
    Guid TakeId, [StringLength(20_000)] string? Prompt, [StringLength(200)] string? Model, [Range(0, 1_000_000_000)] long ShownEach);

/// <summary>What rendering a scope costs now. Money in micro-dollars; <c>Left*</c> null: no such budget.</summary>
/// <param name="Seconds">Of video that is bought.</param>
/// <param name="Each">The shots in order.</param>
/// <param name="LeftOut">Why shots are not in it, a sentence each.</param>
/// <param name="Stop">Why it cannot be ordered, a sentence; null when it can.</param>
public sealed record TakesQuoteView(
    int Shots, long Total, double Seconds, long? LeftForProject, long? LeftForMember, long? LeftForStudio, bool WithinBudget,
    IReadOnlyList<ShotQuoteView> Each, IReadOnlyList<string> LeftOut, string? Stop);

public sealed record ShotQuoteView(Guid ShotId, int Number, long Price, double Seconds);

/// <summary>Something that a shot can show: a clip that was bought for it, in whatever state, or footage of one's own.</summary>
/// <param name="Id">Of the clip or of the footage.</param>
/// <param name="Chosen">The cut shows this one.</param>
public sealed record TakeView(Guid Id, Guid ShotId, bool Chosen, DateTimeOffset CreatedAt, ClipView? Clip, FootageView? Footage);

/// <summary>A video or a picture that the creator brought for a shot.</summary>
/// <param name="Note">Something worth knowing about it; null for nothing.</param>
public sealed record FootageView(Guid Id, MediaView Media, string? Note);

/// <summary>Lets a shot show one of its takes. Both null: the studio shows the newest finished one.</summary>
public sealed record ChooseTake(Guid ShotId, Guid? TakeId, Guid? FootageId);

/// <summary>Gives a shot footage from a finished upload: MP4, MOV, WebM, or a picture that moves slowly.</summary>
public sealed record BringFootage(Guid ShotId, Guid UploadId);

public enum DeskKind
{
    WordsRefused,
    PictureRefused,
    Placeholder,
    Consent,
    Capacity,
    Balance,
    Uncertain,
    PriceChanged,
    Failed,
    Budget,
}

public enum DeskOf
{
    Take,
    Still,
    Project,
}

/// <summary>What a way out does. Each has a route of its own: see <see cref="DeskWayView"/>.</summary>
public enum DeskAct
{
    SofterWords,
    OtherModel,
    OtherStill,
    TryAgain,
    Wait,
    CollectAgain,
    Charged,
    SendAgain,
    AcceptPrice,
    Agree,
    Cancel,
    RaiseBudget,
}

/// <summary>Something that Venice refused, lost, or asks about, and what can be done.</summary>
/// <param name="Id">Stable: of the clip or still, or of the project.</param>
/// <param name="ShotId">Null where it concerns the whole project, or a cast sheet.</param>
/// <param name="Number">The shot's place, from 1.</param>
/// <param name="Sentence">Why, for the creator.</param>
/// <param name="Paid">Micro-dollars that it cost all the same.</param>
public sealed record DeskCardView(
    Guid Id, DeskOf Of, DeskKind Kind, Guid? ShotId, int? Number, string Sentence, long Paid, DateTimeOffset At, string? Prompt,
    ClipConsentView? Consent, IReadOnlyList<DeskWayView> Ways);

/// <summary>A way out.</summary>
/// <param name="Act">What it does.</param>
/// <param name="Label">As a button says it.</param>
/// <param name="Price">Micro-dollars that it costs now; null for nothing, or where it shows later.</param>
/// <param name="Difference">Against what the shot's take was to cost, for another model.</param>
/// <param name="Prompt">The words that it would send.</param>
/// <param name="Model">The model that it would ask.</param>
/// <param name="Route">What to POST to, under /api; null for waiting, and for what is decided on another page.</param>
public sealed record DeskWayView(DeskAct Act, string Label, long? Price, long? Difference, string? Prompt, string? Model, string? Route);
