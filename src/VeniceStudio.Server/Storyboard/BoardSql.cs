using VeniceStudio.Server.Data;
using VeniceStudio.Server.Projects;

namespace VeniceStudio.Server.Storyboard;

/// <summary>The boards' statements, one method each.</summary>
internal static class BoardSql
{
    /// <summary>States of a board that are kept.</summary>
    private const int Kept = 200;

    /// <summary>Stands for the act of a state that no step of a person's made.</summary>
    private const string NoAct = "";

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
        await session.InsertBoardAsync(project.Id, version, version, board, act, by);
        return version;
    }

    /// <summary>
    /// Writes a board as the one that counts, as part of the step that made the present one: undo passes over it, and what was undone can
    /// still be had. A state before it that was of this kind too goes, unless a film shows it.
    /// </summary>
    /// <param name="session">Writes.</param>
    /// <param name="project">Whose board.</param>
    /// <param name="now">The number of the state that it follows.</param>
    /// <param name="top">The highest number that was ever used.</param>
    /// <param name="board">The board.</param>
    public static async Task<int> SlipBoardAsync(this DbSession session, Guid project, int now, int top, Board board)
    {
        var version = top + 1;
        // States behind it keep their order under numbers that nothing had, and films go with the states that they show.
        var which = new { project, now, by = version - now, NoAct };
        await session.ExecuteAsync("UPDATE films SET board_version = board_version + @by WHERE project_id = @project AND board_version > @now", which);
        var behind = await session.ExecuteAsync("UPDATE boards SET version = version + @by WHERE project_id = @project AND version > @now", which);
        await session.ExecuteAsync(
            """
            DELETE FROM boards WHERE project_id = @project AND version = @now AND act = @NoAct
                AND NOT EXISTS (SELECT 1 FROM films WHERE films.project_id = @project AND films.board_version = @now)
            """, which);
        await session.InsertBoardAsync(project, version, behind == 0 ? version : top + which.by, board, NoAct, null);
        return version;
    }

    private static async Task InsertBoardAsync(this DbSession session, Guid project, int version, int top, Board board, string act, Guid? by)
    {
        await session.ExecuteAsync(
            """
            INSERT INTO boards (project_id, version, document, act, by_account, shots, shot_ids, stills, approved, bought, poster_id, created_at)
            VALUES (@project, @version, @document, @act, @by, @shots, @shotIds, @stills, @approved, @bought, @poster, @Now)
            """,
            new
            {
                project, version, act, by, session.Now,
                document = ProjectJson.Write(board),
                shots = board.Shots.Count,
                shotIds = ShotPlace.Of(board.Shots.Select(shot => shot.Id)),
                stills = board.Shots.Count(shot => shot.StillId is not null || shot.SameAs is not null),
                approved = board.Shots.Count(shot => shot.Approval is not null),
                bought = board.Shots.Count(shot => shot.SameAs is null && !shot.MovingStill),
                poster = board.Shots.Select(shot => shot.StillId).FirstOrDefault(still => still is not null),
            });
        await session.ExecuteAsync(
            """
            DELETE FROM boards WHERE project_id = @project AND version <=
                (SELECT version FROM boards WHERE project_id = @project ORDER BY version DESC LIMIT 1 OFFSET @Kept)
            """, new { project, Kept });
        await session.ExecuteAsync(
            "UPDATE projects SET board_version = @version, board_top = @top, updated_at = @Now WHERE id = @project", new { project, version, top, session.Now });
    }

    /// <summary>Lets another state of the board count, whose approvals were counted again.</summary>
    public static async Task UseBoardAsync(this DbSession session, Guid project, int version, int approved)
    {
        await session.ExecuteAsync("UPDATE projects SET board_version = @version, updated_at = @Now WHERE id = @project", new { project, version, session.Now });
        await session.ExecuteAsync("UPDATE boards SET approved = @approved WHERE project_id = @project AND version = @version", new { project, version, approved });
    }

    /// <summary>The steps before and after the one that a board belongs to, each at its last state, and the acts between.</summary>
    public static async Task<BoardSteps> StepsAsync(this DbSession session, Guid project, int version)
    {
        var present = await session.FirstAsync<StepRow>(
            "SELECT version, act FROM boards WHERE project_id = @project AND version <= @version AND act <> @NoAct ORDER BY version DESC LIMIT 1", new { project, version, NoAct });
        var ahead = await session.ListAsync<StepRow>(
            "SELECT version, act FROM boards WHERE project_id = @project AND version > @version AND act <> @NoAct ORDER BY version LIMIT 2", new { project, version, NoAct });
        return new BoardSteps(
            present is null ? null : await session.LastBefore(project, present.Version), present?.Act,
            ahead.Count == 0 ? null : await session.LastBefore(project, ahead.Count > 1 ? ahead[1].Version : int.MaxValue), ahead.Count == 0 ? null : ahead[0].Act);
    }

    private static Task<int?> LastBefore(this DbSession session, Guid project, int version) => session.OneAsync<int?>(
        "SELECT MAX(version) FROM boards WHERE project_id = @project AND version < @version", new { project, version });

    public sealed class StepRow
    {
        public int Version { get; init; }
        public string Act { get; init; } = "";
    }
}

/// <summary>Where undo and redo lead from a board.</summary>
/// <param name="Back">The version before; null at the beginning.</param>
/// <param name="Act">What made the present one.</param>
/// <param name="Forward">The version after; null when nothing was undone.</param>
/// <param name="ForwardAct">What made that one.</param>
internal sealed record BoardSteps(int? Back, string? Act, int? Forward, string? ForwardAct);
