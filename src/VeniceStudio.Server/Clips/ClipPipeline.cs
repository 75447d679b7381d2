using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Work;

namespace VeniceStudio.Server.Clips;

/// <summary>Takes clips from the order to the file, one step at a time: submit, look, collect, clean up.</summary>
public sealed class ClipPipeline(
    StudioDb db, ClipSubmitting submitting, ClipWatching watching, ClipCollecting collecting, ClipCleaning cleaning, ClipMoves moves, IStudioEvents events)
    : IPipeline<Clip>
{
    private readonly WorkTable<Clip> _rows = new(db, ClipSql.Table);

    public Task<Clip?> ClaimAsync(WorkClaim claim, CancellationToken ct) => _rows.ClaimAsync(claim, ct);

    public Task<bool> RenewAsync(Guid id, WorkClaim claim, CancellationToken ct) => _rows.RenewAsync(id, claim, ct);

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken ct) => _rows.NextDueAsync(ct);

    public Task StepAsync(Clip clip, WorkClaim claim, CancellationToken ct) => clip.Status switch
    {
        ClipStatus.Reserved => submitting.StepAsync(clip, claim, ct),
        // Found like this only after a crash in the middle of the purchase.
        ClipStatus.Submitting => moves.DoubtAsync(clip, claim, ct),
        ClipStatus.Working => watching.StepAsync(clip, claim, ct),
        ClipStatus.Collecting => collecting.StepAsync(clip, claim, ct),
        ClipStatus.Done => cleaning.StepAsync(clip, claim, ct),
        _ => RestAsync(clip, claim, ct),
    };

    /// <summary>
    /// No process survives this row. What was perhaps bought becomes Uncertain, what was bought fails with the way to fetch it.
    /// </summary>
    public Task GiveUpAsync(Clip clip, WorkClaim claim, CancellationToken ct) => clip.Status switch
    {
        ClipStatus.Submitting => moves.DoubtAsync(clip, claim, ct),
        ClipStatus.Done => cleaning.GiveUpAsync(clip, claim, ct),
        _ => moves.FailAsync(clip, claim, "stuck",
            "The studio stopped again and again while it worked on this clip. If it was paid, use Collect again; the log says more.", ct),
    };

    private async Task RestAsync(Clip clip, WorkClaim claim, CancellationToken ct)
    {
        clip.Wait(null);
        await using var session = await db.BeginAsync(ct);
        await session.ReleaseClipAsync(clip, claim);
        session.AfterCommit(() => events.Publish(new Changed("clips", clip.AccountId)));
        await session.CommitAsync();
    }
}
