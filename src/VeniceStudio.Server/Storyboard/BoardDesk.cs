using VeniceStudio.Media.Editing;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Projects;

namespace VeniceStudio.Server.Storyboard;

/// <summary>
/// Where boards are changed, by people and by workers: one after another for each project, each change a state that can be gone back to.
/// </summary>
public sealed class BoardDesk(StudioDb db, IStudioEvents events)
{
    /// <summary>The board that counts; null while there is none.</summary>
    public static Task<Board?> ReadAsync(DbSession session, Guid project) => session.BoardAsync(project);

    /// <summary>Changes the board that counts at this moment. A change that gives the same board back changes nothing.</summary>
    /// <param name="project">Whose board.</param>
    /// <param name="by">The account; null for the studio itself.</param>
    /// <param name="act">What is done, for undo: "Still of shot 4".</param>
    /// <param name="change">Pure; it is given the board as it is now, which may not be the one that the caller read.</param>
    /// <param name="ct">Ends the waiting for the database.</param>
    /// <returns>The board afterwards; null when the project or its board is gone.</returns>
    public async Task<Board?> ChangeAsync(Guid project, Guid? by, string act, Func<Board, Board> change, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        var board = await ChangeAsync(session, project, by, act, change);
        await session.CommitAsync();
        return board;
    }

    /// <summary>The same, as part of somebody's transaction.</summary>
    public async Task<Board?> ChangeAsync(DbSession session, Guid project, Guid? by, string act, Func<Board, Board> change)
    {
        if (await session.HoldProjectAsync(project) is not { HasBoard: true } held || await session.BoardAsync(project, held.BoardVersion) is not { } board) return null;
        var changed = change(board);
        if (ReferenceEquals(changed, board)) return board;
        await KeepAsync(session, held, changed, act, by);
        return changed;
    }

    /// <summary>Changes the board for something that comes by itself, in somebody's transaction: no step of its own, so that undo goes back to what a person did.</summary>
    public async Task SlipAsync(DbSession session, Guid project, Func<Board, Board> change)
    {
        if (await session.HoldProjectAsync(project) is not { HasBoard: true } held || await session.BoardAsync(project, held.BoardVersion) is not { } board) return;
        var changed = change(board);
        if (ReferenceEquals(changed, board)) return;
        await session.SlipBoardAsync(project, held.BoardVersion, held.BoardTop, changed);
        Told(session, held.AccountId);
    }

    /// <summary>Writes a board of a project that is held, and tells the open pages.</summary>
    internal async Task<int> KeepAsync(DbSession session, Project project, Board board, string act, Guid? by)
    {
        var version = await session.AddBoardAsync(project, board, act, by);
        Told(session, project.AccountId);
        return version;
    }

    internal void Told(DbSession session, Guid account) => session.AfterCommit(() =>
    {
        events.Publish(new Changed("board", account));
        events.Publish(new Changed("projects", account));
    });

    /// <summary>
    /// Lets a board follow a concept that was just saved: approvals that rested on something else go, and frames are counted at the new
    /// rate. Most saves change nothing here.
    /// </summary>
    internal async Task FollowAsync(DbSession session, Project project, ProjectDocs before, ProjectDocs docs, string part)
    {
        if (await session.BoardAsync(project.Id, project.BoardVersion) is not { } board) return;
        var swept = ApprovalBasis.Swept(board, before, docs);
        var rate = new FrameRate(docs.Plan.FrameRate, 1);
        if (board.FrameRate != rate) swept = swept with { FrameRate = rate };
        if (!ReferenceEquals(swept, board)) await KeepAsync(session, project, swept, $"The {part} changed", null);
        // A concept that is put back makes old approvals right again: lists are to know.
        else if (board.Shots.Any(shot => shot.Approval is not null)) await session.UseBoardAsync(project.Id, project.BoardVersion, ApprovalBasis.Count(board, docs));
    }
}
