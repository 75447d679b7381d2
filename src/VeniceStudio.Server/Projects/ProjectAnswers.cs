using VeniceStudio.Server.Data;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Tracks;

namespace VeniceStudio.Server.Projects;

/// <summary>Projects as the API shows them: with their song, their money and how far they are.</summary>
internal static class ProjectAnswers
{
    public static async Task<ProjectView?> ProjectViewAsync(this DbSession session, Guid account, Guid id) =>
        await session.ProjectOfAsync(account, id) is { } project ? (await ViewsAsync(session, account, [project]))[0] : null;

    /// <summary>A page, last touched first, from a place that an earlier page named.</summary>
    public static async Task<ProjectPageView> ProjectViewsAsync(this DbSession session, Guid account, string? cursor, int limit)
    {
        var rows = await session.ProjectPageAsync(account, PagePlace.Parse(cursor), limit + 1);
        var shown = rows.Take(limit).ToList();
        return new ProjectPageView(
            await ViewsAsync(session, account, shown), rows.Count > limit ? PagePlace.Of(shown[^1].UpdatedAt, shown[^1].Id) : null);
    }

    /// <summary>What a project has spent and what is held back for it, micro-dollars.</summary>
    public static async Task<ProjectMoney> ProjectMoneyAsync(this DbSession session, Guid id) =>
        (await MoneyAsync(session, [id])).GetValueOrDefault(id) ?? new ProjectMoney();

    private static async Task<IReadOnlyList<ProjectView>> ViewsAsync(DbSession session, Guid account, List<Project> projects)
    {
        if (projects.Count == 0) return [];
        var ids = projects.Select(project => project.Id).ToList();
        var tracks = (await session.TrackViewsAsync(account, projects.Select(project => project.TrackId))).ToDictionary(track => track.Id);
        var money = await MoneyAsync(session, ids);
        var boards = await session.BoardHeadsAsync(ids);
        return [.. from project in projects
                   where tracks.ContainsKey(project.TrackId)
                   select View(project, tracks[project.TrackId], money.GetValueOrDefault(project.Id) ?? new(), boards.GetValueOrDefault(project.Id))];
    }

    private static ProjectView View(Project project, TrackView track, ProjectMoney money, BoardHead? board)
    {
        var docs = project.Read();
        return new ProjectView(
            project.Id, project.Title, track, docs.Brief, docs.Look, docs.Cast, docs.Plan, project.Version, project.Budget, money.Spent, money.Reserved,
            ProjectSteps.StandingOf(track.State, board), board?.PosterUrl ?? track.CoverUrl, project.CreatedAt, project.UpdatedAt);
    }

    private static async Task<Dictionary<Guid, ProjectMoney>> MoneyAsync(DbSession session, IReadOnlyList<Guid> ids) =>
        (await session.ListAsync<ProjectMoney>(
            $"""
            SELECT project_id,
                CAST(SUM(CASE WHEN state IN (2, 5) THEN paid - refunded ELSE 0 END) AS BIGINT) AS spent,
                CAST(SUM(CASE WHEN state IN (1, 4) THEN quoted ELSE 0 END) AS BIGINT) AS reserved
            FROM ledger WHERE project_id {session.Among} GROUP BY project_id
            """, Among(ids))).ToDictionary(sum => sum.ProjectId);

    internal static object Among(IReadOnlyList<Guid> ids) => new { ids = ids.Select(id => id.ToString()).ToArray() };

    public sealed class ProjectMoney
    {
        public Guid ProjectId { get; init; }
        public long Spent { get; init; }
        public long Reserved { get; init; }
    }
}
