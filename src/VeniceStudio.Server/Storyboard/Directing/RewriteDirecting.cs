using VeniceStudio.Server.Catalog;
using VeniceStudio.Server.Work;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Storyboard.Directing;

/// <summary>Writes some shots once more after a sentence. What comes of it is proposed; the board changes only when its creator takes it.</summary>
internal sealed class RewriteDirecting(DirectionDesk desk, ShotWriting writing, VideoCatalog catalog)
{
    public async Task StepAsync(Direction row, WorkClaim claim, CancellationToken ct)
    {
        if (await desk.PapersAsync(row, ct) is not { Board: { } board } film)
        {
            await desk.FailAsync(row, claim, "The board that was to be rewritten is gone. Make it again.");
            return;
        }
        try
        {
            if (await catalog.FormWriterAsync(ct) is not { } model)
            {
                await desk.FailAsync(row, claim, "Venice offers no model that writes at the moment. Nothing changed; change the words by hand, or try again later.");
                return;
            }
            await WriteAsync(row, claim, film, board, model, ct);
        }
        catch (VeniceException e)
        {
            if (!await desk.PutOffAsync(row, claim, e)) await desk.FailAsync(row, claim, $"{e.Message} Nothing changed on the board.");
        }
    }

    private async Task WriteAsync(Direction row, WorkClaim claim, FilmPapers film, Board board, VeniceModel model, CancellationToken ct)
    {
        var request = row.ReadRequest();
        var ids = request.ShotIds.Skip(row.Done).Take(Ask.ShotsOf(model.Text)).ToList();
        var wanted = ids.ToHashSet();
        var shots = board.Shots.ToDictionary(shot => shot.Id);
        var slots = ShotSlot.InOrder(film, board).Where(slot => wanted.Contains(slot.Id) && !shots[slot.Id].Locked).ToList();
        var batch = slots.Count == 0 ? new ShotBatch([], [], null, null) : await writing.WriteAsync(
            row, claim, film, model, slots,
            (some, wrong) => Ask.Rewrite(film, [.. some.Select(slot => (slot, shots[slot.Id].Words))], request.Sentence ?? "", wrong), null, ct);
        if (batch.Refusal is { } refusal)
        {
            await desk.FailAsync(row, claim, $"{refusal} Nothing changed on the board.");
            return;
        }
        row.Proposed(
            [.. batch.Shots.Select(written => new ProposalView(written.Id, shots[written.Id].Words, written.Words)).Where(proposal => proposal.Before != proposal.After)],
            ids.Count, batch.Missing.Count, desk.Now);
        if (row.Done >= row.Total) row.Finish(Notice(row), desk.Now);
        await desk.ReleaseAsync(row, claim);
    }

    private static string? Notice(Direction row) => (row.Ruled, row.ReadProposals().Count) switch
    {
        (0, 0) => "The model left these shots as they are. Say more plainly what should be different, or change the words by hand.",
        (0, _) => null,
        (1, _) => "No usable answer came for one shot, which keeps its words. Try again, or change it by hand.",
        var (shots, _) => $"No usable answer came for {shots} shots, which keep their words. Try again, or change them by hand.",
    };
}
