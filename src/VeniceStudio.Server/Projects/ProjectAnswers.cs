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
        var boards = await BoardsAsync(session, ids);
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

    private static async Task<Dictionary<Guid, BoardHead>> BoardsAsync(DbSession session, IReadOnlyList<Guid> ids) =>
        (await session.ListAsync<BoardHead>(
            $"""
            SELECT boards.project_id, boards.shots, boards.stills, boards.approved, boards.bought, boards.poster_id, media.has_poster,
                CAST((SELECT COUNT(DISTINCT clips.shot_id) FROM clips
                      WHERE clips.project_id = projects.id AND clips.status = 5 AND clips.media_id IS NOT NULL AND clips.deleted_at IS NULL) AS INTEGER) AS takes,
                CAST((SELECT COUNT(DISTINCT clips.shot_id) FROM clips
                      WHERE clips.project_id = projects.id AND clips.status IN (1, 2, 3, 4) AND clips.deleted_at IS NULL) AS INTEGER) AS making,
                CAST((SELECT COUNT(DISTINCT clips.shot_id) FROM clips
                      WHERE clips.project_id = projects.id AND clips.status IN (7, 8, 10) AND clips.deleted_at IS NULL) AS INTEGER) AS asking,
                CAST((SELECT COUNT(*) FROM films WHERE films.project_id = projects.id AND films.state = 4 AND films.deleted_at IS NULL) AS INTEGER) AS films,
                CAST((SELECT COUNT(*) FROM films WHERE films.project_id = projects.id AND films.state < 4 AND films.deleted_at IS NULL) AS INTEGER) AS composing
            FROM projects JOIN boards ON boards.project_id = projects.id AND boards.version = projects.board_version
                LEFT JOIN media ON media.id = boards.poster_id
            WHERE projects.id {session.Among}
            """, Among(ids))).ToDictionary(board => board.ProjectId);

    private static object Among(IReadOnlyList<Guid> ids) => new { ids = ids.Select(id => id.ToString()).ToArray() };

    public sealed class ProjectMoney
    {
        public Guid ProjectId { get; init; }
        public long Spent { get; init; }
        public long Reserved { get; init; }
    }

    /// <summary>What lists tell of a board without reading it.</summary>
    public sealed class BoardHead
    {
        public Guid ProjectId { get; init; }
        public int Shots { get; init; }
        public int Stills { get; init; }
        public int Approved { get; init; }

        /// <summary>Shots that take a clip of their own.</summary>
        public int Bought { get; init; }

        /// <summary>Shots with a finished clip.</summary>
        public int Takes { get; init; }

        /// <summary>Shots whose clip is ordered and not here yet.</summary>
        public int Making { get; init; }

        /// <summary>Shots whose order waits for what a person says: uncertain, without consent, or dearer than shown.</summary>
        public int Asking { get; init; }
        public int Films { get; init; }

        /// <summary>Films on their way.</summary>
        public int Composing { get; init; }
        public Guid? PosterId { get; init; }
        public bool? HasPoster { get; init; }

        public string? PosterUrl => PosterId is { } id ? $"/api/media/{id}{(HasPoster == true ? "/poster" : "")}" : null;
    }
}
