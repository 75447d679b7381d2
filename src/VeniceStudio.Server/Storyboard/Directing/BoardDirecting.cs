using VeniceStudio.Server.Catalog;
using VeniceStudio.Server.Work;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Storyboard.Directing;

/// <summary>
/// Writes a board chunk by chunk, each with the treatment and the last shots in mind, and puts each on the board as it is finished. What no
/// usable answer comes for, the rules write.
/// </summary>
internal sealed class BoardDirecting(DirectionDesk desk, IBoardWriting boards, ShotWriting writing, VideoCatalog catalog)
{
    private const int ShotsBefore = 2;

    public async Task StepAsync(Direction row, WorkClaim claim, LiveWriting live, CancellationToken ct)
    {
        if (await desk.PapersAsync(row, ct) is not { Board: { } board } film)
        {
            await desk.FailAsync(row, claim, "The board that was to be written is gone. Make it again.");
            return;
        }
        // A paid answer that its process did not live to put on the board.
        if (row.ReadAnswer() is { Count: > 0 } kept)
        {
            await LandAsync(row, claim, film, kept, live);
            return;
        }
        try
        {
            var model = row.ByRules ? null : await catalog.FormWriterAsync(ct);
            if (model is null && !row.ByRules) row.LeaveToRules("Venice offers no model that writes at the moment, so the studio's own rules wrote the words. Have them written again later.", desk.Now);
            var chunk = BoardChunk.Next(row, film, board, model is null ? int.MaxValue : Ask.ShotsOf(model.Text));
            if (chunk.Asked.Count == 0) await FinishAsync(row, claim);
            else await WriteAsync(row, claim, film, board, chunk, model, live, ct);
        }
        catch (VeniceException e)
        {
            if (await desk.PutOffAsync(row, claim, e)) return;
            row.LeaveToRules($"{Reason(e)} The studio's own rules wrote the words instead. Have them written again later, or change them by hand.", desk.Now);
            await desk.ReleaseAsync(row, claim);
        }
    }

    private async Task WriteAsync(Direction row, WorkClaim claim, FilmPapers film, Board board, BoardChunk chunk, VeniceModel? model, LiveWriting live, CancellationToken ct)
    {
        var batch = new ShotBatch([], chunk.Asked, null, null);
        if (model is not null)
        {
            var before = Before(film, board, chunk);
            batch = await writing.WriteAsync(row, claim, film, model, chunk.Asked, (slots, wrong) => Ask.Board(film, slots, row.Treatment, before, wrong), live, ct);
        }
        if (batch.Refusal is { } refusal)
        {
            await desk.FailAsync(row, claim, $"{refusal} The shots without words can be written by the studio's own rules, which costs nothing.");
            return;
        }
        row.Answered(chunk.Complete(film, board, batch.Shots), row.ByRules ? 0 : batch.Missing.Count, batch.Treatment);
        if (await desk.KeepAsync(row, claim, CancellationToken.None)) await LandAsync(row, claim, film, row.ReadAnswer()!, live);
    }

    private async Task LandAsync(Direction row, WorkClaim claim, FilmPapers film, IReadOnlyList<WrittenShot> shots, LiveWriting live)
    {
        var words = shots.ToDictionary(shot => shot.Id);
        row.Written(BoardChunk.Consumed(row, shots), desk.Now);
        if (row.Done >= row.Total) row.Finish(Notice(row), desk.Now);
        var written = await desk.ReleaseAsync(row, claim, async session =>
        {
            if (!await boards.ChangeAsync(session, row.ProjectId, BoardChunk.Act(film.Board!, words), board => Onto(board, words)))
                row.Fail("The board that was to be written is gone. Make it again.", desk.Now);
        });
        if (written) live.Landed(words.Keys, row.Done);
    }

    private Task<bool> FinishAsync(Direction row, WorkClaim claim)
    {
        row.Finish(Notice(row), desk.Now);
        return desk.ReleaseAsync(row, claim);
    }

    private static Board Onto(Board board, Dictionary<Guid, WrittenShot> words) => board with
    {
        Shots = [.. board.Shots.Select(shot => words.TryGetValue(shot.Id, out var written) ? written.Onto(shot) : shot)],
    };

    /// <summary>The shots right before the chunk, in whatever words they have.</summary>
    private static IReadOnlyList<(ShotSlot, ShotWords)> Before(FilmPapers film, Board board, BoardChunk chunk)
    {
        var first = chunk.Asked[0].Number - 1;
        var slots = ShotSlot.InOrder(film, board);
        return [.. Enumerable.Range(Math.Max(0, first - ShotsBefore), Math.Min(ShotsBefore, first)).Where(at => board.WordsOf(board.Shots[at]).Picture.Length > 0)
            .Select(at => (slots[at], board.WordsOf(board.Shots[at])))];
    }

    private static string? Notice(Direction row) => row.Ruled switch
    {
        0 => null,
        1 => "No usable answer came for one shot, so the studio's own rules wrote it. Rewrite it with a sentence whenever you like.",
        var shots => $"No usable answer came for {shots} shots, so the studio's own rules wrote them. Rewrite them with a sentence whenever you like.",
    };

    private static string Reason(VeniceException e) => e.Kind switch
    {
        VeniceErrorKind.NoBalance or VeniceErrorKind.KeySpendLimit => "The Venice account has no money for words at the moment.",
        VeniceErrorKind.NoKey or VeniceErrorKind.KeyRejected => "Venice does not accept the studio's key.",
        VeniceErrorKind.Refused or VeniceErrorKind.BadRequest => "Venice refused to write words for this film.",
        _ => "Venice's writers do not answer at the moment.",
    };
}
