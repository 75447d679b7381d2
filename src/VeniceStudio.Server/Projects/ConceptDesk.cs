using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Catalog;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Storyboard;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Projects;

/// <summary>Keeps the parts of a concept. What a shot's approval named and is not so any more is withdrawn in the same transaction.</summary>
public sealed class ConceptDesk(StudioDb db, VideoCatalog catalog, BoardDesk boards, IStudioEvents events)
{
    /// <summary>Saves one part, when the version is still the one that was read and its pictures are the member's own.</summary>
    /// <param name="member">Whose project it is.</param>
    /// <param name="id">The project.</param>
    /// <param name="version">The one that was read.</param>
    /// <param name="part">brief, look, cast or plan; the field that a problem names.</param>
    /// <param name="broken">What is wrong with it, found before.</param>
    /// <param name="change">Puts the part in.</param>
    /// <param name="ct">Ends the waiting for the database.</param>
    internal async Task<Results<Ok<ProjectView>, NotFound, ProblemHttpResult>> SaveAsync(
        Member member, Guid id, int version, string part, BrokenRule? broken, Func<ProjectDocs, ProjectDocs> change, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        if (await session.ProjectOfAsync(member.Id, id) is null || await session.HoldProjectAsync(id) is not { } project) return TypedResults.NotFound();
        if (broken is not null) return Problems.Bad(broken.Field, broken.Sentence);
        if (project.Version != version) return Stale(project);

        var before = project.Read();
        var docs = change(before);
        var added = docs.MediaIds.Except(before.MediaIds).ToList();
        if (!await session.KeepMediaAsync(id, member.Id, added))
            return Problems.Bad(part, "A picture of this is no longer in your library. Remove it, or upload it again.");
        if (!await session.KeepDocsAsync(id, version, docs)) return Stale(project);
        if (project.HasBoard) await boards.FollowAsync(session, project, before, docs, part);
        var view = await session.ProjectViewAsync(member.Id, id);
        session.AfterCommit(() => events.Publish(new Changed("projects", member.Id)));
        await session.CommitAsync();
        return TypedResults.Ok(view!);
    }

    /// <summary>Holds a plan against Venice's models, as far as they are known now.</summary>
    internal async Task<BrokenRule?> CheckAsync(PlanSettings plan, CancellationToken ct)
    {
        if (ConceptRules.Check(plan) is { } broken) return broken;
        if (plan.VideoModel is not { } id) return null;
        try
        {
            if (await catalog.FindAsync(id, ct) is not { } model) return new("plan.videoModel", "Venice has no video model of that name at the moment. Choose one from the list.");
            if (!VideoChoice.MakesShots(model.View)) return new("plan.videoModel", $"{model.View.Name} makes no video from a still or from words. Choose another model.");
            if (plan.Resolution is { } resolution && model.View.Resolutions.Count > 0 && !model.View.Resolutions.Contains(resolution, StringComparer.Ordinal))
                return new("plan.resolution", $"{model.View.Name} makes {string.Join(", ", model.View.Resolutions)}. Choose one of these.");
            return null;
        }
        catch (VeniceException)
        {
            // Nobody can say what its models are; the plan is held against them again before anything is bought.
            return null;
        }
    }

    private static ProblemHttpResult Stale(Project now) => Problems.Of(
        409, "stale", "This project was changed elsewhere meanwhile. Read it again and repeat your change.", ("version", now.Version));
}
