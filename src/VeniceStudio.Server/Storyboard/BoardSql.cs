using VeniceStudio.Server.Data;
using VeniceStudio.Server.Projects;

namespace VeniceStudio.Server.Storyboard;

/// <summary>The boards' statements, one method each.</summary>
internal static class BoardSql
{
    /// <summary>States of a board that are kept.</summary>
    private const int Kept = 200;

    public static async Task<Board?> BoardAsync(this DbSession session, Guid project, int version) =>
        await session.OneAsync<string>("SELECT document FROM boards WHERE project_id = @project AND version = @version", new { project, version }) is { } document
            ? ProjectJson.Read<Board>(document) : null;

    /// <summary>The board that counts.</summary>
    public static async Task<Board?> BoardAsync(this DbSession session, Guid project) =>
        await session.OneAsync<string>(
            "SELECT boards.document FROM boards JOIN projects ON projects.id = boards.project_id AND projects.board_version = boards.version WHERE projects.id = @project AND projects.deleted_at IS NULL",
            new { project }) is { } document ? ProjectJson.Read<Board>(document) : null;

    /// <summary>
    /// Writes a board as the one that counts, under a number that was never used. What had been undone before it can be had no more, and
    /// the oldest of too many states goes.
    /// </summary>
    public static async Task<int> AddBoardAsync(this DbSession session, Project project, Board board, string act, Guid? by)
    {
        var version = project.BoardTop + 1;
        await session.ExecuteAsync("DELETE FROM boards WHERE project_id = @Id AND version > @BoardVersion", new { project.Id, project.BoardVersion });
        await session.ExecuteAsync(
            """
            INSERT INTO boards (project_id, version, document, act, by_account, shots, stills, approved, bought, poster_id, created_at)
            VALUES (@Id, @version, @document, @act, @by, @shots, @stills, @approved, @bought, @poster, @Now)
            """,
            new
            {
                project.Id, version, act, by, session.Now,
                document = ProjectJson.Write(board),
                shots = board.Shots.Count,
                stills = board.Shots.Count(shot => shot.StillId is not null || shot.SameAs is not null),
                approved = board.Shots.Count(shot => shot.Approval is not null),
                bought = board.Shots.Count(shot => shot.SameAs is null && !shot.MovingStill),
                poster = board.Shots.Select(shot => shot.StillId).FirstOrDefault(still => still is not null),
            });
        await session.ExecuteAsync(
            """
            DELETE FROM boards WHERE project_id = @Id AND version <=
                (SELECT version FROM boards WHERE project_id = @Id ORDER BY version DESC LIMIT 1 OFFSET @Kept)
            """, new { project.Id, Kept });
        await session.ExecuteAsync(
            "UPDATE projects SET board_version = @version, board_top = @version, updated_at = @Now WHERE id = @Id", new { project.Id, version, session.Now });
        return version;
    }

    /// <summary>Lets another state of the board count, whose approvals were counted again.</summary>
    public static async Task UseBoardAsync(this DbSession session, Guid project, int version, int approved)
    {
        await session.ExecuteAsync("UPDATE projects SET board_version = @version, updated_at = @Now WHERE id = @project", new { project, version, session.Now });
        await session.ExecuteAsync("UPDATE boards SET approved = @approved WHERE project_id = @project AND version = @version", new { project, version, approved });
    }

    /// <summary>The states before and after the one that counts, and the acts between.</summary>
    public static async Task<BoardSteps> StepsAsync(this DbSession session, Guid project, int version) => new(
        await session.OneAsync<int?>("SELECT MAX(version) FROM boards WHERE project_id = @project AND version < @version", new { project, version }),
        await session.OneAsync<string?>("SELECT act FROM boards WHERE project_id = @project AND version = @version", new { project, version }),
        await session.FirstAsync<StepRow>(
            "SELECT version, act FROM boards WHERE project_id = @project AND version > @version ORDER BY version LIMIT 1", new { project, version }));

    public sealed class StepRow
    {
        public int Version { get; init; }
        public string Act { get; init; } = "";
    }
}

/// <summary>Where undo and redo lead from a board.</summary>
/// <param name="Back">The version before; null at the beginning.</param>
/// <param name="Act">What made the present one.</param>
/// <param name="Forward">The version after, with what made it; null when nothing was undone.</param>
internal sealed record BoardSteps(int? Back, string? Act, BoardSql.StepRow? Forward);
