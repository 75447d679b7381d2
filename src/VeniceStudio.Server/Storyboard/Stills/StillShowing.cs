using VeniceStudio.Server.Data;
using VeniceStudio.Server.Projects;

namespace VeniceStudio.Server.Storyboard.Stills;

/// <summary>
/// Puts a finished picture where it was ordered for: a still onto its shot, a first sheet to its cast member. Only into a place that is
/// as it was at the order: what somebody chose, approved or locked meanwhile stays, and the picture waits among the versions.
/// </summary>
public sealed class StillShowing(BoardDesk boards)
{
    public Task ShowAsync(DbSession session, Still still) => still.MediaId is not { } media ? Task.CompletedTask
        : still.ShotId is { } shot ? ShowAsync(session, still, shot, media)
        : still.CastId is { } cast ? GiveAsync(session, still, cast, media) : Task.CompletedTask;

    /// <summary>A board that shows another still in one shot; the same board when that shot is not there or may not change.</summary>
    public static Board With(Board board, Guid shot, Guid still, Func<Shot, bool> may)
    {
        var index = board.Shots.ToList().FindIndex(one => one.Id == shot);
        if (index < 0 || board.Shots[index].StillId == still || !may(board.Shots[index])) return board;
        return board with { Shots = [.. board.Shots.Select((one, place) => place == index ? one with { StillId = still, Approval = null } : one)] };
    }

    /// <summary>"Still of shot 4", for undo.</summary>
    public static string Act(Board? board, Guid shot) =>
        board?.Shots.ToList().FindIndex(one => one.Id == shot) is >= 0 and var index ? $"Still of shot {index + 1}" : "A still";

    private async Task ShowAsync(DbSession session, Still still, Guid shot, Guid media)
    {
        var replaces = still.Read().Replaces;
        var act = Act(await BoardDesk.ReadAsync(session, still.ProjectId), shot);
        await boards.ChangeAsync(session, still.ProjectId, null, act, board => With(
            board, shot, media, one => one.StillId == replaces && one.Approval is null && !(one.Locked && one.StillId is not null)));
    }

    /// <summary>A cast member without pictures gets the first sheet at once; the others are chosen by hand.</summary>
    private static async Task GiveAsync(DbSession session, Still still, Guid cast, Guid media)
    {
        if (await session.HoldProjectAsync(still.ProjectId) is not { } project) return;
        var docs = project.Read();
        if (docs.Cast.FirstOrDefault(member => member.Id == cast) is not { PictureIds.Count: 0 } member) return;
        if (!await session.KeepMediaAsync(project.Id, project.AccountId, [media])) return;
        await session.KeepDocsAsync(project.Id, project.Version, docs with
        {
            Cast = [.. docs.Cast.Select(one => one.Id == cast ? member with { PictureIds = [media] } : one)],
        });
    }
}
