using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Work;

namespace VeniceStudio.Server.Orders;

/// <summary>Takes orders from the click to the file, one step at a time: submit, look, collect, clean up.</summary>
public sealed class OrderPipeline<T>(
    StudioDb db, OrderSubmitting<T> submitting, OrderWatching<T> watching, OrderCollecting<T> collecting, OrderCleaning<T> cleaning, OrderMoves<T> moves)
    : IPipeline<T> where T : PaidOrder, IOrderTable
{
    private readonly WorkTable<T> _rows = new(db, T.Table);

    public Task<T?> ClaimAsync(WorkClaim claim, CancellationToken ct) => _rows.ClaimAsync(claim, ct);

    public Task<bool> RenewAsync(Guid id, WorkClaim claim, CancellationToken ct) => _rows.RenewAsync(id, claim, ct);

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken ct) => _rows.NextDueAsync(ct);

    public Task StepAsync(T order, WorkClaim claim, CancellationToken ct) => order.Status switch
    {
        ClipStatus.Reserved => submitting.StepAsync(order, claim, ct),
        // Found like this only after a crash in the middle of the purchase.
        ClipStatus.Submitting => submitting.RecoverAsync(order, claim, ct),
        ClipStatus.Working => watching.StepAsync(order, claim, ct),
        ClipStatus.Collecting => collecting.StepAsync(order, claim, ct),
        ClipStatus.Done => cleaning.StepAsync(order, claim, ct),
        _ => moves.WriteAsync(order, claim, _ => order.Wait(null), null, ct),
    };

    /// <summary>
    /// No process survives this row. What was perhaps bought becomes Uncertain, what was bought fails with the way to fetch it.
    /// </summary>
    public Task GiveUpAsync(T order, WorkClaim claim, CancellationToken ct) => order.Status switch
    {
        ClipStatus.Submitting => moves.DoubtAsync(order, claim, ct),
        ClipStatus.Done => cleaning.GiveUpAsync(order, claim, ct),
        _ => moves.FailAsync(order, claim, "stuck",
            $"The studio stopped again and again while it worked on this {order.Noun}. If it was paid, use Collect again; the log says more.", ct),
    };
}
