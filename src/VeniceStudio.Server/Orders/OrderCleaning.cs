using VeniceStudio.Server.Work;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Orders;

/// <summary>
/// Deletes a result at Venice, when its owner wants that, and only once the studio's own copy is safe and written as done. Failing
/// costs nothing but a note.
/// </summary>
public sealed class OrderCleaning<T>(IOrderTrade<T> trade, OrderMoves<T> moves) where T : PaidOrder, IOrderTable
{
    private const int MostTries = 5;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(30);

    public async Task StepAsync(T order, WorkClaim claim, CancellationToken ct)
    {
        if (!order.CleanUp || order.CleanedAt is not null || order.QueueId is null)
        {
            await moves.WriteAsync(order, claim, _ => order.Wait(null), null, ct);
            return;
        }
        try
        {
            if (await trade.CleanAsync(order, ct)) await moves.WriteAsync(order, claim, order.Cleaned, null, ct);
            else await LaterAsync(order, claim, "Venice has not deleted it yet.", ct);
        }
        catch (VeniceException e) when (e.Kind == VeniceErrorKind.NotFound)
        {
            // It is gone already, which is what was wanted.
            await moves.WriteAsync(order, claim, order.Cleaned, null, ct);
        }
        catch (VeniceException e)
        {
            await LaterAsync(order, claim, e.Message, ct);
        }
    }

    public Task GiveUpAsync(T order, WorkClaim claim, CancellationToken ct) => moves.WriteAsync(order, claim,
        _ => order.CleanLater("Deleting it at Venice did not work; Venice deletes it by itself after a while.", null), null, ct);

    private Task LaterAsync(T order, WorkClaim claim, string why, CancellationToken ct) =>
        order.Tries + 1 >= MostTries
            ? GiveUpAsync(order, claim, ct)
            : moves.WriteAsync(order, claim, now => order.CleanLater(why, now + FirstPause * Math.Pow(2, order.Tries)), null, ct);
}
