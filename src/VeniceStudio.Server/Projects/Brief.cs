using System.ComponentModel.DataAnnotations;
using VeniceStudio.Media.Editing;

namespace VeniceStudio.Server.Projects;

/// <summary>What the creator wants of the film, as typed.</summary>
public sealed record Brief
{
    [StringLength(10_000)] public string Theme { get; init; } = "";
    [StringLength(500)] public string Mood { get; init; } = "";
    /// <summary>Who performs in the picture, if anybody: "the singer alone", "no people".</summary>
    [StringLength(1_000)] public string Performers { get; init; } = "";
    public Platform Platform { get; init; } = Platform.Wide;
    public CutPace Pace { get; init; } = CutPace.Steady;
    [StringLength(2_000)] public string MustHave { get; init; } = "";
    [StringLength(2_000)] public string NeverShow { get; init; } = "";
    /// <summary>Pictures that show the direction; media ids.</summary>
    [MaxLength(8)] public IReadOnlyList<Guid> ReferenceIds { get; init; } = [];
    [MaxLength(4)] public IReadOnlyList<BriefQuestion> Questions { get; init; } = [];
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
