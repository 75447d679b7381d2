using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Projects;

namespace VeniceStudio.Server.Films;

/// <summary>Takes as the API shows them.</summary>
public sealed class TakeReading(StudioDb db)
{
    public async Task<Results<Ok<IReadOnlyList<TakeView>>, NotFound>> ListAsync(Member member, Guid id, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        return await session.ProjectOfAsync(member.Id, id) is { } project ? TypedResults.Ok(await ViewsAsync(session, project)) : TypedResults.NotFound();
    }

    /// <summary>Every take of a project: by the order of the shots, then by age.</summary>
    internal static async Task<IReadOnlyList<TakeView>> ViewsAsync(DbSession session, Project project)
    {
        if (await session.SceneAsync(project) is not { } scene) return [];
        var chosen = scene.Board.Shots.Select(shot => (shot.Id, Shown.Of(scene, shot).Id)).ToHashSet();
        var clips = (await session.TakeClipsAsync(project.AccountId, project.Id)).Select(take => View(take.Shot, take.Clip));
        var footage = scene.Footage.Where(one => scene.File(one.MediaId) is not null).Select(ViewOf);
        return
        [
            .. clips.Concat(footage).OrderBy(take => scene.Board.IndexOf(take.ShotId) is >= 0 and var place ? place : int.MaxValue)
                .ThenBy(take => take.CreatedAt).ThenBy(take => take.Id),
        ];

        TakeView View(Guid shot, ClipView clip) => new(clip.Id, shot, chosen.Contains((shot, clip.Id)), clip.CreatedAt, clip, null);

        TakeView ViewOf(Footage one) => new(
            one.Id, one.ShotId, chosen.Contains((one.ShotId, one.Id)), one.CreatedAt, null, new FootageView(one.Id, scene.File(one.MediaId)!.ToView(), one.Note));
    }
}
