using VeniceStudio.Server.Data;
using VeniceStudio.Server.Work;

namespace VeniceStudio.Server.Storyboard.Directing;

/// <summary>Takes the director's work one answer further at a time.</summary>
internal sealed class DirectionPipeline(
    StudioDb db, DirectionDesk desk, PaidAnswers answers, BoardDirecting board, RewriteDirecting rewrite, QuestionDirecting questions, LiveWritings live) : IPipeline<Direction>
{
    private readonly WorkTable<Direction> _rows = new(db, Direction.Table);

    public Task<Direction?> ClaimAsync(WorkClaim claim, CancellationToken ct) => _rows.ClaimAsync(claim, ct);

    public Task<bool> RenewAsync(Guid id, WorkClaim claim, CancellationToken ct) => _rows.RenewAsync(id, claim, ct);

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken ct) => _rows.NextDueAsync(ct);

    public async Task StepAsync(Direction row, WorkClaim claim, CancellationToken ct)
    {
        var writing = live.Begin(row);
        var hand = writing.Take(ct);
        var stopping = hand.Token;
        try
        {
            await answers.WriteOffAsync(row, stopping);
            switch (row.Kind)
            {
                case DirectionKind.Board: await board.StepAsync(row, claim, writing, stopping); break;
                case DirectionKind.Rewrite: await rewrite.StepAsync(row, claim, stopping); break;
                default: await questions.StepAsync(row, claim, stopping); break;
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The studio closes, or another process has the row: it is handed back at once.
            await _rows.FreeAsync(row.Id, claim);
            throw;
        }
        catch (WorkTakenAwayException)
        {
            // A person ended it, or another process goes on with it; the row says so already.
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // A person ended it, and the row says so already.
        }
        finally
        {
            writing.Put(hand);
            // What was written is on the board or will be written anew, perhaps by another process: whoever watches looks at the row next.
            live.End(row, writing);
        }
    }

    public Task GiveUpAsync(Direction row, WorkClaim claim, CancellationToken ct) => desk.FailAsync(
        row, claim, "The studio stopped again and again while it worked on these words. What is written stays; have the rest written again.");
}
