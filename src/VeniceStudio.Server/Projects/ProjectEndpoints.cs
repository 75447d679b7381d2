using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Tracks;

namespace VeniceStudio.Server.Projects;

public static class ProjectEndpoints
{
    private const int UsualPage = 40, LargestPage = 200, LongestTitle = 200;

    public static void MapProjects(this IEndpointRouteBuilder routes)
    {
        var projects = routes.MapGroup("/api/projects").WithTags("Projects").RequireAuthorization();
        projects.MapGet("/", ListAsync);
        projects.MapPost("/", CreateAsync);
        projects.MapGet("/{id:guid}", OneAsync);
        projects.MapPatch("/{id:guid}", ChangeAsync);
        projects.MapDelete("/{id:guid}", DeleteAsync);
        projects.MapConcept();
        projects.MapConsents();
        routes.MapLooks();
    }

    /// <summary>The member's projects, last touched first, a page at a time.</summary>
    internal static async Task<Ok<ProjectPageView>> ListAsync(Member member, int? limit, string? cursor, StudioDb db, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        return TypedResults.Ok(await session.ProjectViewsAsync(member.Id, cursor, Math.Clamp(limit ?? UsualPage, 1, LargestPage)));
    }

    internal static async Task<Results<Ok<ProjectView>, NotFound>> OneAsync(Member member, Guid id, StudioDb db, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        return await session.ProjectViewAsync(member.Id, id) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound();
    }

    /// <summary>Begins a film of one of the member's songs, which may still be listened to. Without a title it has the song's.</summary>
    internal static async Task<Results<Created<ProjectView>, ProblemHttpResult>> CreateAsync(
        Member member, CreateProject body, StudioDb db, IStudioEvents events, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        if (await session.TrackOfAsync(member.Id, body.TrackId) is not { } track) return NoSuchSong();
        var title = CleanName.Words(body.Title, LongestTitle);
        var project = Project.New(member.Id, track.Id, title.Length > 0 ? title : track.Title, session.Now);
        await session.InsertProjectAsync(project);
        var view = await session.ProjectViewAsync(member.Id, project.Id);
        session.AfterCommit(() => events.Publish(new Changed("projects", member.Id)));
        await session.CommitAsync();
        return TypedResults.Created($"/api/projects/{project.Id}", view!);
    }

    /// <summary>Changes title, budget, or, while there is no board, the song.</summary>
    internal static async Task<Results<Ok<ProjectView>, NotFound, ProblemHttpResult>> ChangeAsync(
        Member member, Guid id, ChangeProject body, StudioDb db, IStudioEvents events, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        if (await session.ProjectOfAsync(member.Id, id) is not { } project) return TypedResults.NotFound();
        var title = body.Title is null ? project.Title : CleanName.Words(body.Title, LongestTitle);
        if (title.Length == 0) return Problems.Bad("title", "A project needs a title. Give it one that can be read.");
        if (body.TrackId is { } song && song != project.TrackId)
        {
            if (project.HasBoard) return Problems.Of(409, "has-board", "This project has a storyboard cut to its song. Begin a new project for another song.", ("field", "trackId"));
            if (await session.TrackOfAsync(member.Id, song) is null) return NoSuchSong();
        }
        await session.DescribeProjectAsync(id, title, body.Budget switch { null => project.Budget, 0 => null, var budget => budget }, body.TrackId ?? project.TrackId);
        var view = await session.ProjectViewAsync(member.Id, id);
        session.AfterCommit(() => events.Publish(new Changed("projects", member.Id)));
        await session.CommitAsync();
        return TypedResults.Ok(view!);
    }

    /// <summary>Takes a project out of sight. What was bought for it stays in the library and on the books.</summary>
    internal static async Task<Results<NoContent, NotFound>> DeleteAsync(Member member, Guid id, StudioDb db, IStudioEvents events, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        if (await session.ProjectOfAsync(member.Id, id) is null) return TypedResults.NotFound();
        await session.DeleteProjectAsync(id);
        session.AfterCommit(() => events.Publish(new Changed("projects", member.Id)));
        await session.CommitAsync();
        return TypedResults.NoContent();
    }

    private static ProblemHttpResult NoSuchSong() => Problems.Bad("trackId", "This song is not among yours. Choose another one, or bring it in first.");
}
