using System.ComponentModel.DataAnnotations;
using VeniceStudio.Media.Editing;

namespace VeniceStudio.Server.Projects;

/// <summary>What the creator wants of the film, as typed.</summary>
public sealed record Brief
{
    // Settable, because the JSON source generator gives init-only properties that a body leaves out the default of their type, and not
    // the one written here. Nothing changes a brief once it was read; the same goes for looks and plans.
    [StringLength(10_000)] public string Theme { get; set => field = value ?? ""; } = "";
    [StringLength(500)] public string Mood { get; set => field = value ?? ""; } = "";
    /// <summary>Who performs in the picture, if anybody: "the singer alone", "no people".</summary>
    [StringLength(1_000)] public string Performers { get; set => field = value ?? ""; } = "";
    public Platform Platform { get; set; } = Platform.Wide;
    public CutPace Pace { get; set; } = CutPace.Steady;
    [StringLength(2_000)] public string MustHave { get; set => field = value ?? ""; } = "";
    [StringLength(2_000)] public string NeverShow { get; set => field = value ?? ""; } = "";
    /// <summary>Pictures that show the direction; media ids.</summary>
    [MaxLength(8)] public IReadOnlyList<Guid> ReferenceIds { get; set => field = value ?? []; } = [];
    [MaxLength(4)] public IReadOnlyList<BriefQuestion> Questions { get; set => field = value ?? []; } = [];
}

/// <summary>Where the film will be seen, which decides the shape of its frame.</summary>
public enum Platform
{
    /// <summary>16:9</summary>
    Wide,

    /// <summary>9:16</summary>
    Tall,

    /// <summary>1:1</summary>
    Square,
}

/// <summary>A choice that the brief left open, put to the creator; unanswered ones are decided by the director.</summary>
public sealed record BriefQuestion(
    Guid Id, [StringLength(300)] string Text, [MaxLength(4)] IReadOnlyList<string> Suggestions, [StringLength(1_000)] string? Answer, bool Skipped);
