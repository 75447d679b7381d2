using System.ComponentModel.DataAnnotations;
using VeniceStudio.Server.Tracks;

namespace VeniceStudio.Server.Projects;

public sealed record CreateProject(Guid TrackId, [StringLength(200)] string? Title);

/// <summary>Null leaves a field. <c>Budget</c> in micro-dollars; 0 takes it away.</summary>
public sealed record ChangeProject([StringLength(200)] string? Title, [Range(0, 1_000_000_000_000)] long? Budget, Guid? TrackId);

/// <summary>Saves one part of a project; <c>Version</c> is the one that was read, so that two devices do not undo each other.</summary>
public sealed record SaveBrief(int Version, [Required] Brief Brief);

public sealed record SaveLook(int Version, [Required] Look Look);

public sealed record SaveCast(int Version, [Required, MaxLength(24)] IReadOnlyList<CastMember> Cast);

public sealed record SavePlan(int Version, [Required] PlanSettings Plan);

/// <summary>A music video in the making. Money in micro-dollars.</summary>
public sealed record ProjectView(
    Guid Id,
    string Title,
    TrackView Track,
    Brief Brief,
    Look Look,
    IReadOnlyList<CastMember> Cast,
    PlanSettings Plan,
    int Version,
    long? Budget,
    long Spent,
    long Reserved,
    ProjectStanding Standing,
    string? PosterUrl,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);

/// <summary>How far a project is, for the step bar and for Home.</summary>
/// <param name="Step">The first step that still needs something.</param>
/// <param name="Needs">What it needs, in words; null when all is done.</param>
public sealed record ProjectStanding(ProjectStep Step, string? Needs, int Shots, int Stills, int Approved, int Takes, int Films);

public enum ProjectStep
{
    Song,
    Concept,
    Storyboard,
    Takes,
    Cut,
    Export,
}

public sealed record ProjectPageView(IReadOnlyList<ProjectView> Items, string? Next);
