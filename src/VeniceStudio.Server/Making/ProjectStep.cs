using VeniceStudio.Server.Projects;

namespace VeniceStudio.Server.Making;

/// <summary>
/// Finds the project of this song and theme, or begins it, and writes down what was asked for. The brief comes last: a project with this
/// theme has everything else.
/// </summary>
internal sealed class ProjectStep(FilmInTheMaking making)
{
    private const int PageSize = 200;

    public async Task<Standing> AdvanceAsync(CancellationToken ct)
    {
        var project = making.Project is { } known
            ? await making.Calls.GetAsync<ProjectView>($"api/projects/{known.Id}", ct)
            : await FoundAsync(ct) ?? await making.Calls.SendAsync<ProjectView>(HttpMethod.Post, "api/projects", new CreateProject(making.Track!.Id, null), ct);
        making.Project = project;
        if (await MissingAsync(project, ct) is { } changed)
        {
            making.Project = changed;
            return new Awaited("writing down what the film should be", AtOnce: true);
        }
        return new Reached(
            $"{project.Title}{(project.Standing.Shots > 0 ? ", begun before" : "")}{(project.Budget is { } budget ? $", at most {Ledger.Money.Dollars(budget)}" : "")}",
            new { projectId = project.Id, project.Title, project.Budget, project.Spent });
    }

    /// <summary>Writes one thing that is not as asked; null when all is.</summary>
    private async Task<ProjectView?> MissingAsync(ProjectView project, CancellationToken ct)
    {
        var order = making.Order;
        if (order.Budget is { } budget && project.Budget != budget)
            return await making.Calls.SendAsync<ProjectView>(HttpMethod.Patch, $"api/projects/{project.Id}", new ChangeProject(null, budget, null), ct);
        if (order.Look is { } look && project.Look != look)
        {
            if (project.Standing.Shots > 0)
                throw new StoppedException(Outcome.Failed,
                    "The film of this song and theme was begun with another look. Leave --look away to go on with it, change its look in the studio, or give another theme to begin another film.");
            return await making.Calls.SendAsync<ProjectView>(HttpMethod.Put, making.PathOf("look"), new SaveLook(project.Version, look), ct);
        }
        var platform = order.Platform ?? project.Brief.Platform;
        if (project.Brief.Theme == order.Theme && project.Brief.Platform == platform) return null;
        var brief = project.Brief with { Theme = order.Theme, Platform = platform };
        return await making.Calls.SendAsync<ProjectView>(HttpMethod.Put, making.PathOf("brief"), new SaveBrief(project.Version, brief), ct);
    }

    private async Task<ProjectView?> FoundAsync(CancellationToken ct)
    {
        ProjectView? begun = null;
        for (string? cursor = null; ;)
        {
            var page = await making.Calls.GetAsync<ProjectPageView>($"api/projects?limit={PageSize}" + (cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}"), ct);
            foreach (var project in page.Items.Where(project => project.Track.Id == making.Track!.Id))
            {
                if (project.Brief.Theme == making.Order.Theme && (making.Order.Platform ?? project.Brief.Platform) == project.Brief.Platform) return project;
                // Made by a call that ended before it could write its theme down, or by somebody who has said nothing yet.
                if (project is { Brief.Theme: "", Standing.Shots: 0 } && project.Title == project.Track.Title) begun ??= project;
            }
            cursor = page.Next;
            if (cursor is null) return begun;
        }
    }
}
