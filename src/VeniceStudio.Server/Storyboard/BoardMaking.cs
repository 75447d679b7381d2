using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Projects;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Storyboard;

/// <summary>Makes a board: cuts by the planner at once, words by the director after it.</summary>
public sealed class BoardMaking(StudioDb db, Planning planning, BoardDesk desk, BoardReading reading, IDirecting? directing = null)
{
    private const string WithoutVenice = "Venice does not answer at the moment, so the cuts pay no heed to the lengths that its models sell.";

    public async Task<Results<Accepted<BoardView>, NotFound, ProblemHttpResult>> MakeAsync(Member member, Guid id, MakeBoard body, CancellationToken ct)
    {
        var (docs, song, problem) = await planning.LoadAsync(member, id, ct);
        if (docs is null) return TypedResults.NotFound();
        if (song is null) return problem!;
        var draft = await DraftAsync(song, docs, ct);

        await using (var session = await db.BeginAsync(ct))
        {
            if (await session.HoldProjectAsync(id) is not { } project || project.AccountId != member.Id) return TypedResults.NotFound();
            if (project.BoardVersion != (body.Version ?? 0)) return BoardChanging.Stale(project);
            var before = await session.BoardAsync(id, project.BoardVersion);
            var board = before is null ? draft : LockedShots.Kept(before, draft, song.Heard);
            await desk.KeepAsync(session, project, board, before is null ? "Storyboard made" : "Storyboard made anew", member.Id);
            var unwritten = board.Shots.Where(shot => shot is { WrittenBy: WrittenBy.Nobody, Locked: false, SameAs: null }).Select(shot => shot.Id).ToList();
            if (directing is not null && unwritten.Count > 0) await directing.BeginAsync(session, id, member.Id, unwritten, body.Rules, body.ShownMost);
            await session.CommitAsync();
        }
        return await reading.ViewAsync(member, id, ct) is { } view ? TypedResults.Accepted($"/api/projects/{id}/board", view) : TypedResults.NotFound();
    }

    /// <summary>The plan as a board. Without Venice a song still gets its cuts.</summary>
    private async Task<Board> DraftAsync(ProjectSong song, ProjectDocs docs, CancellationToken ct)
    {
        try
        {
            var ground = await planning.GroundAsync(song, docs, ShotPrices.ShownAge, ct);
            return ground.Priced(ground.Cut()).Board;
        }
        catch (VeniceException)
        {
            var ground = await planning.WithoutPricesAsync(song, docs, ct);
            var board = ground.Priced(ground.Cut()).Board;
            return ground.Video is not null ? board : board with { Note = board.Note is null ? WithoutVenice : $"{board.Note} {WithoutVenice}" };
        }
    }
}
