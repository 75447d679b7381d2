using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Catalog;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Projects;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Storyboard;

/// <summary>What a person does to a board: edits, all or none, and steps back and forward.</summary>
public sealed class BoardChanging(StudioDb db, BoardDesk desk, BoardReading reading, VideoCatalog catalog)
{
    public async Task<Results<Ok<BoardView>, NotFound, ProblemHttpResult>> ChangeAsync(Member member, Guid id, ChangeBoard body, CancellationToken ct)
    {
        if (body.Changes.Any(change => change is null)) return Problems.Bad("changes", "An edit in the list is empty. Leave it out.");
        ProjectSong? song;
        await using (var before = await db.ReadAsync(ct))
        {
            if (await before.ProjectOfAsync(member.Id, id) is not { HasBoard: true } project) return TypedResults.NotFound();
            song = await before.ProjectSongAsync(project.TrackId);
        }
        if (song is null) return Problems.Of(409, "not-yet", "The song is being listened to. Wait until that is done.");
        if (await ModelsAsync(body.Changes, ct) is { } unknown) return unknown;

        await using (var session = await db.BeginAsync(ct))
        {
            if (await session.HoldProjectAsync(id) is not { } project || project.AccountId != member.Id) return TypedResults.NotFound();
            if (project.BoardVersion != body.Version) return Stale(project);
            if (await session.BoardAsync(id, project.BoardVersion) is not { } board) return TypedResults.NotFound();

            var ground = new EditGround(song.Heard, project.Read().Cast.Select(someone => someone.Id).ToHashSet());
            var (changed, act) = (board, BoardEditing.ActOf(board, body.Changes[0]));
            for (var i = 0; i < body.Changes.Count; i++)
            {
                var edit = BoardEditing.Apply(changed, body.Changes[i], ground);
                if (edit.Broken is { } broken) return Problems.Of(400, "bad-input", broken.Sentence, ("field", broken.Field), ("change", i));
                changed = edit.Board!;
            }
            var stills = body.Changes.Where(change => change.Kind == BoardChangeKind.Still).Select(change => change.StillId).OfType<Guid>();
            if (!await session.KeepMediaAsync(id, member.Id, stills)) return Problems.Bad("stillId", "This picture is no longer in your library. Choose another one, or upload it again.");
            if (!ReferenceEquals(changed, board))
            {
                await desk.KeepAsync(session, project, changed, body.Changes.Count == 1 ? act : $"{act} and {body.Changes.Count - 1} more", member.Id);
                await session.CommitAsync();
            }
        }
        return await AnswerAsync(member, id, ct);
    }

    /// <summary>One step back or forward in what was done.</summary>
    public async Task<Results<Ok<BoardView>, NotFound, ProblemHttpResult>> StepAsync(Member member, Guid id, int version, bool forward, CancellationToken ct)
    {
        await using (var session = await db.BeginAsync(ct))
        {
            if (await session.HoldProjectAsync(id) is not { HasBoard: true } project || project.AccountId != member.Id) return TypedResults.NotFound();
            if (project.BoardVersion != version) return Stale(project);
            var steps = await session.StepsAsync(id, version);
            if ((forward ? steps.Forward : steps.Back) is not { } target)
                return Problems.Of(409, "nothing-there", forward ? "Nothing was undone that could be done again." : "There is nothing left to undo.");
            var board = await session.BoardAsync(id, target) ?? throw new InvalidOperationException($"Board {target} of project {id} is gone.");
            // What came by itself meanwhile stays, in whatever state its place is free.
            var shown = await session.BoardAsync(id, version) is { } now ? Arrivals.Carried(now, board) : board;
            if (!ReferenceEquals(shown, board)) target = await session.SlipBoardAsync(id, target, project.BoardTop, shown);
            await session.UseBoardAsync(id, target, ApprovalBasis.Count(shown, project.Read()));
            desk.Told(session, member.Id);
            await session.CommitAsync();
        }
        return await AnswerAsync(member, id, ct);
    }

    internal static ProblemHttpResult Stale(Project now) => Problems.Of(
        409, "stale", "The storyboard was changed elsewhere meanwhile. Read it again and repeat your change.", ("version", now.BoardVersion));

    private async Task<Results<Ok<BoardView>, NotFound, ProblemHttpResult>> AnswerAsync(Member member, Guid id, CancellationToken ct) =>
        await reading.ViewAsync(member, id, ct) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound();

    /// <summary>A model that a shot is to have must exist, as far as Venice can be asked.</summary>
    private async Task<ProblemHttpResult?> ModelsAsync(IEnumerable<BoardChange> changes, CancellationToken ct)
    {
        try
        {
            foreach (var id in changes.Where(change => change.Kind == BoardChangeKind.Model).Select(change => change.Model).Where(id => !string.IsNullOrWhiteSpace(id)).Distinct())
            {
                if (await catalog.FindAsync(id!, ct) is not { } model || !VideoChoice.MakesShots(model.View))
                    return Problems.Bad("model", "Venice has no such model for shots at the moment. Choose one from the list.");
            }
            return null;
        }
        catch (VeniceException)
        {
            // Nobody can say now; approving asks again.
            return null;
        }
    }
}
