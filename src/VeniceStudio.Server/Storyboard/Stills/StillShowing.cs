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

    private Task ShowAsync(DbSession session, Still still, Guid shot, Guid media)
    {
        var replaces = still.Read().Replaces;
        return boards.SlipAsync(session, still.ProjectId, board => Arrivals.With(board, shot, media, replaces));
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
