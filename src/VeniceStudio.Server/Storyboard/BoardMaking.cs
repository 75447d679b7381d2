using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Orders;
using VeniceStudio.Server.Projects;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Storyboard;

/// <summary>Makes a board: cuts by the planner at once, words by the director after it.</summary>
public sealed class BoardMaking(StudioDb db, Planning planning, BoardDesk desk, BoardReading reading, IDirecting? directing = null, IDirectionNews? news = null)
{
    private const string WithoutVenice = "Venice does not answer at the moment, so the cuts pay no heed to the lengths that its models sell.";

    public async Task<Results<Accepted<BoardView>, NotFound, ProblemHttpResult>> MakeAsync(Member member, Guid id, MakeBoard body, CancellationToken ct)
    {
        var (docs, song, problem) = await planning.LoadAsync(member, id, ct);
        if (docs is null) return TypedResults.NotFound();
        if (song is null) return problem!;
        var (before, board) = await PlannedAsync(id, body.Version, docs, song, ct);
        var unwritten = Unwritten(board);
        var most = directing is null || news is null || body.Rules || unwritten.Count == 0 ? null : await news.MostAsync(docs, unwritten.Count, ct);

        await using (var session = await db.BeginAsync(ct))
        {
            if (most is { } price && await TooMuchAsync(session, member, id, price, body.ShownMost) is { } refused) return refused;
            if (await session.HoldProjectAsync(id) is not { } project || project.AccountId != member.Id) return TypedResults.NotFound();
            // What was planned around is the state that was read: with another one nothing is begun.
            if (project.BoardVersion != (body.Version ?? 0)) return BoardChanging.Stale(project);
            await desk.KeepAsync(session, project, board, before is null ? "Storyboard made" : "Storyboard made anew", member.Id);
            if (directing is not null && unwritten.Count > 0) await directing.BeginAsync(session, id, member.Id, unwritten, body.Rules, body.ShownMost);
            await session.CommitAsync();
        }
        return await reading.ViewAsync(member, id, ct) is { } view ? TypedResults.Accepted($"/api/projects/{id}/board", view) : TypedResults.NotFound();
    }

    /// <summary>How many shots a new board would have that want words; null before the song was heard.</summary>
    internal async Task<int?> WordlessAsync(Member member, Guid id, int? version, CancellationToken ct)
    {
        var (docs, song, _) = await planning.LoadAsync(member, id, ct);
        return docs is null || song is null ? null : Unwritten((await PlannedAsync(id, version, docs, song, ct)).Board).Count;
    }

    private async Task<(Board? Before, Board Board)> PlannedAsync(Guid id, int? version, ProjectDocs docs, ProjectSong song, CancellationToken ct)
    {
        var draft = await DraftAsync(song, docs, ct);
        await using var reader = await db.ReadAsync(ct);
        var before = version is { } read ? await reader.BoardAsync(id, read) : null;
        return (before, before is null ? draft : LockedShots.Kept(before, draft, song.Heard));
    }

    /// <summary>Footage that is shown again has its own shot's words.</summary>
    private static List<Guid> Unwritten(Board board) =>
        [.. board.Shots.Where(shot => shot is { WrittenBy: WrittenBy.Nobody, Locked: false, SameAs: null }).Select(shot => shot.Id)];

    /// <summary>
    /// Words that may cost more than was shown, or than a budget has left, are not begun at all: a board that ends half written because the
    /// money did is of less use than a question beforehand.
    /// </summary>
    private static async Task<ProblemHttpResult?> TooMuchAsync(DbSession session, Member member, Guid project, long most, long shown)
    {
        // Before any row is held: everybody takes the ledger's lock first.
        await OrderLedger.LockAsync(session);
        var tolerance = (await session.SettingsAsync()).PriceTolerancePercent;
        return most > shown + shown * tolerance / 100 ? OrderDesk.PriceChanged(shown, most) : await OrderLedger.RefusalOfAsync(session, member.Id, project, most) is { } over ? over.ToProblem() : null;
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
