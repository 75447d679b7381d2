using VeniceStudio.Server.Data;
using VeniceStudio.Server.Work;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Orders;

/// <summary>Looks how a bought order is doing. A look that brings the bytes hands them straight on to collecting.</summary>
public sealed class OrderWatching<T>(StudioDb db, IOrderTrade<T> trade, Pacer pacer, PollPlan polls, OrderCollecting<T> collecting, OrderMoves<T> moves)
    where T : PaidOrder, IOrderTable
{
    /// <summary>Venice's longest jobs take minutes; after this one is taken for lost, and can still be asked for by hand.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    public async Task StepAsync(T order, WorkClaim claim, CancellationToken ct)
    {
        if (await pacer.TakeAsync(trade.Looking, ct) is { } later)
        {
            await moves.WriteAsync(order, claim, _ => order.Wait(later), null, ct);
            return;
        }
        try
        {
            switch (await trade.LookAsync(order, ct))
            {
                case OrderLook.Working working:
                    await ObservedAsync(order, claim, working, ct);
                    break;
                case OrderLook.Finished:
                    await moves.WriteAsync(order, claim, order.Collecting, null, ct);
                    break;
                case OrderLook.Delivered delivered:
                    await using (delivered.Parcel) await collecting.TakeAsync(order, claim, delivered.Parcel, ct);
                    break;
                case OrderLook.Ended ended:
                    await moves.FailAsync(order, claim, "failed", SentenceOf(order, ended), ct);
                    break;
            }
        }
        catch (VeniceException e) when (e.Kind is VeniceErrorKind.RateLimited or VeniceErrorKind.AbuseBlocked)
        {
            if (e.RetryAt is { } until) await pacer.BlockAsync(trade.Looking, until, ct);
            await moves.WriteAsync(order, claim, now => order.Wait(Pause(order, e, now)), null, ct);
        }
        catch (VeniceException e) when (MayStillCome(e) && !TooLong(order))
        {
            await moves.WriteAsync(order, claim, now => order.LookAgain(e.Message, Pause(order, e, now)), null, ct);
        }
        catch (VeniceException e)
        {
            await moves.FailAsync(order, claim, e, ct);
        }
    }

    /// <summary>What is paid is not given up for a key that was rejected or a region that is blocked: both can be mended.</summary>
    private static bool MayStillCome(VeniceException e) => e.MayPass || e.Kind
        is VeniceErrorKind.KeyRejected or VeniceErrorKind.NoKey or VeniceErrorKind.RegionBlocked or VeniceErrorKind.NoBalance or VeniceErrorKind.KeySpendLimit;

    private static bool TooLong(T order) => order.Tries > 60;

    private async Task ObservedAsync(T order, WorkClaim claim, OrderLook.Working working, CancellationToken ct)
    {
        int underWay;
        await using (var session = await db.ReadAsync(ct))
        {
            underWay = await session.UnderWayAsync<T>();
            if (order.SubmittedAt is { } since && session.Now - since > LongestWait)
            {
                await moves.FailAsync(order, claim, "too-long",
                    $"Venice has worked on this {order.Noun} for over six hours. It was paid; use Collect again later to see whether it arrives.", ct);
                return;
            }
        }
        await moves.WriteAsync(order, claim, now => order.Observed(
            (long?)working.Average?.TotalMilliseconds, (long?)working.Elapsed?.TotalMilliseconds, now,
            now + polls.NextLook(trade.Looking, (long?)working.Average?.TotalMilliseconds ?? order.AverageMs, underWay)), null, ct);
    }

    private static string SentenceOf(T order, OrderLook.Ended ended)
    {
        var reason = string.IsNullOrWhiteSpace(ended.Reason) ? "" : $" It said: {ended.Reason}";
        return $"Venice ended this {order.Noun} without sending it ({ended.Status.ToLowerInvariant()}).{reason} "
            + "Whether the price came back shows in the balance at Venice. Try again, or with other words.";
    }

    private static DateTimeOffset Pause(T order, VeniceException e, DateTimeOffset now)
    {
        if (e.RetryAt is { } at && at > now) return at;
        var pause = FirstPause * Math.Pow(2, Math.Min(order.Tries, 5));
        return now + (pause < LongestPause ? pause : LongestPause);
    }
}
