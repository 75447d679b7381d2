using System.Data.Common;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Work;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Orders;

/// <summary>
/// Buys a reserved order. The price is asked again first; "submitting" is on the disk before the call; the answer is on the disk
/// before anything else happens. Whatever leaves the purchase in doubt ends as Uncertain.
/// </summary>
public sealed class OrderSubmitting<T>(
    StudioDb db, IOrderTrade<T> trade, VeniceStanding standing, Pacer pacer, MediaStore store, OrderLedger ledger, OrderMoves<T> moves, PollPlan polls,
    TimeProvider time, ILogger<OrderSubmitting<T>> log) where T : PaidOrder, IOrderTable
{
    private const int KeepTries = 60;
    private static readonly TimeSpan KeepPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private const int MostSecondsBehind = 30;

    public async Task StepAsync(T order, WorkClaim claim, CancellationToken ct)
    {
        if (order.CancelAsked)
        {
            await moves.WriteAsync(order, claim, order.Cancel, (line, now) => line.Release(now), ct);
            return;
        }
        if (standing.PausedUntil is { } paused)
        {
            await moves.WriteAsync(order, claim, _ => order.Wait(paused), null, ct);
            return;
        }
        try
        {
            if (await LaterAsync(order, ct) is { } turn)
            {
                await moves.WriteAsync(order, claim, _ => order.Wait(turn), null, ct);
                return;
            }
            if (!await PriceHoldsAsync(order, claim, ct)) return;
            if (await pacer.TakeAsync(trade.Buying, ct) is { } later)
            {
                await moves.WriteAsync(order, claim, _ => order.Wait(later), null, ct);
                return;
            }
            await BuyAsync(order, claim, await trade.PrepareAsync(order, ct), ct);
        }
        catch (VeniceException e) when (e.MayPass)
        {
            await moves.WriteAsync(order, claim, now => order.BackInLine(e.Message, Later(order, e.RetryAt, now)), null, ct);
        }
        catch (VeniceException e)
        {
            await moves.FailAsync(order, claim, e, ct);
        }
        catch (MediaStoreException e)
        {
            await moves.WriteAsync(order, claim, now => order.BackInLine(e.Message, Later(order, null, now)), null, ct);
        }
        catch (MissingInputException e)
        {
            await moves.FailAsync(order, claim, "missing-input", e.Message, ct);
        }
    }

    /// <summary>
    /// A row that a process left in the middle of the purchase. What came with the answer and landed whole proves that it was bought;
    /// otherwise nobody knows.
    /// </summary>
    public Task RecoverAsync(T order, WorkClaim claim, CancellationToken ct) => File.Exists(store.LandingOf(order.Id, trade.Landing))
        ? KeepAsync(order, new Receipt(order.Model, null))
        : moves.DoubtAsync(order, claim, ct);

    private async Task<DateTimeOffset?> LaterAsync(T order, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        return await trade.LaterAsync(session, order, surely: false);
    }

    /// <summary>Asks the price again. A little more is paid; clearly more stops the order and asks the person.</summary>
    private async Task<bool> PriceHoldsAsync(T order, WorkClaim claim, CancellationToken ct)
    {
        if (await trade.PriceAsync(order, ct) is not { } price)
        {
            await moves.FailAsync(order, claim, "retired", $"{order.ModelName} is no longer offered by Venice. Nothing was paid. Choose another model.", ct);
            return false;
        }
        await using var session = await db.BeginAsync(ct);
        var line = await session.LineAsync(order.LedgerId);
        if (price == line.Quoted) return true;

        var tolerance = (await session.SettingsAsync()).PriceTolerancePercent;
        var over = price > order.ShownPrice + order.ShownPrice * tolerance / 100;
        if (!over && await ledger.ReserveAgainAsync(session, line, price) is null)
        {
            await session.CommitAsync();
            return true;
        }
        order.AskPrice(price, $"Venice now asks {Money.Dollars(price)} instead of {Money.Dollars(order.ShownPrice)}. Nothing was ordered; accept the new price or cancel.");
        line.Release(session.Now);
        if (!await session.ReleaseOrderAsync(order, claim)) return false;
        await ledger.WriteAsync(session, line);
        await moves.ToldAsync(session, order);
        await session.CommitAsync();
        return false;
    }

    private async Task BuyAsync(T order, WorkClaim claim, Func<Task<Receipt>> purchase, CancellationToken ct)
    {
        if (!await BeginAsync(order, claim, ct)) return;
        Receipt receipt;
        try
        {
            // Once the order is on its way, stopping the studio must not leave it in doubt: no cancellation here but the client's own limit.
            receipt = await purchase();
        }
        catch (VeniceException e) when (e.MayHaveBought)
        {
            await moves.DoubtAsync(order, claim, CancellationToken.None);
            return;
        }
        catch (VeniceException e) when (order.IsQuestion(e))
        {
            await moves.WriteAsync(order, claim, _ => order.Ask(e), (line, now) => line.Release(now), CancellationToken.None);
            return;
        }
        catch (VeniceException e) when (e.Kind is VeniceErrorKind.RateLimited or VeniceErrorKind.AbuseBlocked && e.RetryAt is { } until)
        {
            await pacer.BlockAsync(trade.Buying, until, CancellationToken.None);
            throw;
        }
        await KeepSurelyAsync(order, receipt);
    }

    /// <summary>What Venice says once must not be lost to a database that stumbles for a moment.</summary>
    private async Task KeepSurelyAsync(T order, Receipt receipt)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await KeepAsync(order, receipt);
                return;
            }
            catch (Exception e) when (tries < KeepTries && e is DbException or TimeoutException)
            {
                log.LogError(e, "The order {Order} was bought, and its answer could not be written yet; it is tried again.", order.Id);
                await Task.Delay(KeepPause, time);
            }
        }
    }

    private async Task<bool> BeginAsync(T order, WorkClaim claim, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        if (await trade.LaterAsync(session, order, surely: true) is { } turn)
        {
            order.Wait(turn);
            if (await session.ReleaseOrderAsync(order, claim)) await session.CommitAsync();
            return false;
        }
        order.Submitting(standing.Balance, session.Now);
        if (await session.BeginSubmittingAsync(order, claim))
        {
            await moves.ToldAsync(session, order);
            await session.CommitAsync();
            return true;
        }
        await session.FreeAsync(T.Table, order.Id, claim);
        await session.CommitAsync();
        return false;
    }

    /// <summary>One durable write of everything Venice said, with the payment, before anything else (T2).</summary>
    private async Task KeepAsync(T order, Receipt receipt)
    {
        await using var session = await db.BeginAsync(CancellationToken.None);
        var usual = await session.UsualMsAsync<T>(receipt.Model);
        order.Submitted(receipt, session.Now + polls.FirstLook(usual), session.Now);
        if (receipt.Lost is { } sentence) order.Fail("lost", sentence, session.Now);
        await session.KeepReceiptAsync(order);
        var line = await session.LineAsync(order.LedgerId);
        line.Pay(line.Quoted, session.Now);
        await ledger.WriteAsync(session, line);
        await moves.ToldAsync(session, order);
        await session.CommitAsync();
    }

    /// <summary>
    /// When to try again. The refused one lines up behind those that waited because of it: a limit that only its own model has must not
    /// use up every other order's first moment after the pause.
    /// </summary>
    private static DateTimeOffset Later(T order, DateTimeOffset? told, DateTimeOffset now)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(order.Tries, 6));
        return told is { } at && at > now ? at + TimeSpan.FromSeconds(Math.Min(order.Tries + 1, MostSecondsBehind)) : now + pause;
    }
}
