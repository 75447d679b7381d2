using System.ComponentModel.DataAnnotations;

namespace VeniceStudio.Server.Storyboard;

/// <summary>The board as it stands. Money in micro-dollars, song times in seconds, film times in frames.</summary>
/// <param name="Missing">What stands between this board and rendering, a sentence each.</param>
public sealed record BoardView(
    int Version,
    double Duration,
    int FrameRate,
    int Frames,
    IReadOnlyList<ShotView> Shots,
    double PaidSeconds,
    double UsedSeconds,
    long Price,
    long? BudgetLeft,
    IReadOnlyList<string> Missing,
    bool CanUndo,
    string? UndoAct,
    bool CanRedo,
    string? RedoAct,
    string? Note,
    DirectionView? Direction);

/// <summary>A shot with what follows from its place: its frames, its clip, its price.</summary>
/// <param name="Words">What it shows; those of the other shot where footage is shown again, as are <c>WrittenBy</c> and <c>CastIds</c>.</param>
/// <param name="StillId">Its own picture; <c>StillUrl</c> shows that of the other shot where footage is shown again.</param>
/// <param name="Model">The model that makes its clip; null where none is bought or no model is known.</param>
/// <param name="ClipDuration">The length that is bought, as the model sells it.</param>
/// <param name="Price">Micro-dollars; null while Venice tells no price.</param>
/// <param name="Lyric">What is sung while it lasts.</param>
/// <param name="Missing">What it still needs before it can be approved, a sentence.</param>
public sealed record ShotView(
    Guid Id,
    int Number,
    double Start,
    double End,
    int StartFrame,
    int EndFrame,
    int Section,
    ShotWords Words,
    WrittenBy WrittenBy,
    IReadOnlyList<Guid> CastIds,
    Guid? StillId,
    string? StillUrl,
    Guid? SameAs,
    Guid? AngleOf,
    bool MovingStill,
    string? VideoModel,
    bool Locked,
    SubjectPoint Subject,
    bool Approved,
    string? Model,
    string? ClipDuration,
    double PaidSeconds,
    long? Price,
    string? Lyric,
    bool OnBeat,
    string? Missing);

/// <summary>One edit of the board. Which fields count depends on <c>Kind</c>; the others are left out.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="ShotId">The shot that is edited.</param>
/// <param name="ShotIds">Several shots, for a selection.</param>
/// <param name="At">Seconds: where to split, or where the shot's start goes.</param>
/// <param name="Free">A start or a split that need not lie on a beat.</param>
/// <param name="To">Place in the order, from 0, that the shot's content moves to.</param>
/// <param name="Words">New words.</param>
/// <param name="CastIds">Who is in it.</param>
/// <param name="StillId">The picture that it shows: a version of a still, or an upload.</param>
/// <param name="SameAs">The shot whose footage is shown again; null with this kind ends that.</param>
/// <param name="Flag">On or off, for locking and moving stills.</param>
/// <param name="Model">A video model; null for the plan's.</param>
/// <param name="Subject">What has to stay in the frame.</param>
public sealed record BoardChange(
    BoardChangeKind Kind,
    Guid? ShotId,
    [MaxLength(400)] IReadOnlyList<Guid>? ShotIds,
    double? At,
    bool? Free,
    int? To,
    ShotWords? Words,
    IReadOnlyList<Guid>? CastIds,
    Guid? StillId,
    Guid? SameAs,
    bool? Flag,
    string? Model,
    SubjectPoint? Subject);

public enum BoardChangeKind
{
    Words,
    Cast,
    Still,
    Split,
    Merge,
    Move,
    Reorder,
    Lock,
    MovingStill,
    Model,
    SameAs,
    Subject,
}

public sealed record ChangeBoard(int Version, [Required, MinLength(1), MaxLength(400)] IReadOnlyList<BoardChange> Changes);

public sealed record AtVersion(int Version);

/// <summary>Makes the board, or makes it anew around the locked shots. <c>ShownMost</c>: the most that writing may cost, micro-dollars.</summary>
/// <param name="Version">The present board's version; null for the first board.</param>
/// <param name="ShownMost">What the button named as the most that the director's words cost.</param>
/// <param name="Rules">Written by rules only, which costs nothing.</param>
public sealed record MakeBoard(int? Version, [Range(0, 1_000_000_000)] long ShownMost, bool Rules);

public sealed record ApproveShots(int Version, [MaxLength(1_000)] IReadOnlyList<Guid>? ShotIds, bool All, [Range(0, 1_000_000_000_000)] long ShownTotal);

public sealed record WithdrawShots(int Version, [MaxLength(1_000)] IReadOnlyList<Guid>? ShotIds, bool All);

/// <summary>The model's work on words: the board, the questions, a rewriting.</summary>
public sealed record DirectionView(
    Guid Id,
    DirectionKind Kind,
    DirectionState State,
    int Done,
    int Of,
    long? Paid,
    string? Notice,
    IReadOnlyList<ProposalView> Proposals);

public enum DirectionKind
{
    Questions = 1,
    Board = 2,
    Rewrite = 3,
}

public enum DirectionState
{
    Waiting = 1,
    Working = 2,
    Done = 3,
    Failed = 4,
    Cancelled = 5,
}

/// <summary>New words for a shot, which the creator takes or leaves.</summary>
public sealed record ProposalView(Guid ShotId, ShotWords Before, ShotWords After);

public sealed record RewriteShots([Required, MinLength(1), MaxLength(400)] IReadOnlyList<Guid> ShotIds, [Required, StringLength(1_000, MinimumLength = 1)] string Sentence, [Range(0, 1_000_000_000)] long ShownMost);

public sealed record AskQuestions([Range(0, 1_000_000_000)] long ShownMost);

/// <summary>What Venice will read for a shot, and from where each part comes.</summary>
public sealed record PromptView(string Still, string Video, string? VideoNegative, IReadOnlyList<PromptPartView> Parts);

/// <summary><c>From</c>: shot, look, cast, brief.</summary>
public sealed record PromptPartView(string From, string Text);

/// <summary>A plan before it is a board.</summary>
/// <param name="NearestBeatPaid">Seconds that a plan of the same pace would pay which only cuts at the nearest beat.</param>
/// <param name="Price">Of all clips, micro-dollars, from Venice's quotes.</param>
/// <param name="StillsPrice">Of one still for each shot that needs one; null while it is not known.</param>
/// <param name="WordsMost">The most that the director's words cost; null while it is not known.</param>
public sealed record PlanView(
    string VideoModel,
    string? Resolution,
    IReadOnlyList<PlannedShotView> Shots,
    double PaidSeconds,
    double UsedSeconds,
    double NearestBeatPaid,
    long Price,
    long? StillsPrice,
    long? WordsMost,
    IReadOnlyList<RepeatOfferView> Repeats,
    string? Note);

public sealed record PlannedShotView(double Start, double End, int Section, double Paid, string? Duration, long Price);

/// <summary>What a repeated section costs, micro-dollars, for each way of showing it.</summary>
public sealed record RepeatOfferView(int Section, int RepeatOf, long AllNew, long NewAngle, long SameFootage, Projects.RepeatAs Chosen);

public sealed record FitUnder([Range(1, 1_000_000_000_000)] long Under);

/// <summary>Plans that stay under a sum, dearest first; empty with a note when none does.</summary>
public sealed record FitView(IReadOnlyList<FitPlanView> Plans, long Cheapest, string? Note);

/// <param name="Sentence">What it gives up, in words.</param>
public sealed record FitPlanView(string Sentence, Projects.PlanSettings Plan, PlanView Preview);
