using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Projects;

namespace VeniceStudio.Server.Storyboard.Stills;

/// <summary>A picture of the creator's own as the still of a shot: a version like the others, and chosen at once.</summary>
public sealed class StillGiving(StudioDb db, BoardDesk boards, IStudioEvents events)
{
    /// <returns>Whether project and shot are there and the member's, and why it was not done; null when it was.</returns>
    public async Task<(bool IsThere, ProblemHttpResult? Problem)> GiveAsync(Member member, Guid id, Guid shotId, Guid mediaId, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        if (await session.ProjectOfAsync(member.Id, id) is null || await session.HoldProjectAsync(id) is null) return (false, null);
        var board = await BoardDesk.ReadAsync(session, id);
        if (board?.Shots.FirstOrDefault(one => one.Id == shotId) is not { } shot) return (false, null);
        if (shot.Locked) return (true, Problems.Of(409, "locked", "This shot is locked. Unlock it first."));
        if (!await session.KeepMediaAsync(id, member.Id, [mediaId])) return (true, Problems.Bad("mediaId", "This picture is not in your library. Upload it again."));
        if (!await session.IsVersionAsync(id, shotId, mediaId))
        {
            await session.GiveStillAsync(new GivenStill
            {
                Id = Guid.CreateVersion7(), AccountId = member.Id, ProjectId = id, ShotId = shotId, MediaId = mediaId, CreatedAt = session.Now,
            });
        }
        await boards.ChangeAsync(session, id, member.Id, $"Still of shot {board.IndexOf(shotId) + 1}", now => With(now, shotId, mediaId));
        session.AfterCommit(() => events.Publish(new Changed(Still.Table, member.Id)));
        await session.CommitAsync();
        return (true, null);
    }

    private static Board With(Board board, Guid shot, Guid still) => board.Shots.Any(one => one.Id == shot && one.StillId != still)
        ? board with { Shots = [.. board.Shots.Select(one => one.Id == shot ? one with { StillId = still, Arrival = null, Approval = null } : one)] } : board;
}
