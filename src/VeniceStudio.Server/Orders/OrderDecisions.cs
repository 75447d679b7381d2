using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Work;

namespace VeniceStudio.Server.Orders;

/// <summary>What a person decides about one of their own orders. Each decision fits some states only; others answer 409.</summary>
public abstract class OrderDecisions<T, TView>(
    StudioDb db, OrderLedger ledger, OrderMoves<T> moves, MediaStore store, WorkBell bell, IStudioEvents events)
    where T : PaidOrder, IOrderTable
    where TView : class
{
    protected OrderLedger Ledger => ledger;

    /// <summary>Before the purchase it ends the order; after it, what was paid is still collected.</summary>
    public Task<Results<Ok<TView>, NotFound, ProblemHttpResult>> CancelAsync(Member member, Guid id, CancellationToken ct) => DecideAsync(member, id, async (session, order, line) =>
    {
        if (order.IsOver) return NotNow($"This {order.Noun} has already ended, so there is nothing to cancel.");
        if (order.Status == ClipStatus.Uncertain) return NotNow($"First say whether Venice charged this {order.Noun}; then there is nothing left to cancel.");
        if (!order.IsBeforePurchase || !await EndUnpaidAsync(session, order, line)) await session.AskCancelAsync<T>(id);
        return null;
    }, ct);

    /// <summary>
    /// Ends, as one act, whatever of these orders stands in line: nothing is paid for it. What is being sent or is at Venice comes as it would.
    /// </summary>
    public async Task<Results<Ok<StoppedView>, NotFound>> StopAsync(Member member, OrderScope scope, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        var orders = await session.OrdersOfAsync<T>(member.Id, scope);
        if (orders.Count == 0) return TypedResults.NotFound();
        var stopped = 0;
        foreach (var order in orders.Where(order => order.Status == ClipStatus.Reserved))
        {
            if (!await EndUnpaidAsync(session, order, await session.LineAsync(order.LedgerId))) continue;
            await moves.ToldAsync(session, order);
            stopped++;
        }
        session.AfterCommit(bell.Ring);
        await session.CommitAsync();
        return TypedResults.Ok(new StoppedView(stopped));
    }

    public Task<Results<Ok<TView>, NotFound, ProblemHttpResult>> AcceptPriceAsync(Member member, Guid id, AcceptPrice body, CancellationToken ct) => DecideAsync(member, id, async (session, order, line) =>
    {
        if (order.Status != ClipStatus.PriceChanged || order.NewPrice is not { } price) return NotNow($"This {order.Noun} does not wait for a price.");
        if (body.ShownEach < price) return OrderDesk.PriceChanged(body.ShownEach, price);
        if (await ledger.ReserveAgainAsync(session, line, price) is { } over) return over.ToProblem();
        order.PriceAccepted(price, session.Now);
        return await KeepAsync(session, order);
    }, ct);

    /// <summary>"It was charged": the money counts as spent, and the order ends.</summary>
    public Task<Results<Ok<TView>, NotFound, ProblemHttpResult>> ChargedAsync(Member member, Guid id, CancellationToken ct) => DecideAsync(member, id, async (session, order, line) =>
    {
        if (order.Status != ClipStatus.Uncertain) return NotNow($"Nobody is in doubt about this {order.Noun}.");
        order.Fail($"charged-without-{order.Noun}",
            $"Venice charged this {order.Noun}, but its answer was lost on the way, so it cannot be fetched. Ask Venice's support for the money, or order it anew.", session.Now);
        line.Pay(line.Quoted, session.Now);
        await ledger.WriteAsync(session, line);
        return await KeepAsync(session, order);
    }, ct);

    /// <summary>"Send again": the person has seen that Venice did not charge it.</summary>
    public Task<Results<Ok<TView>, NotFound, ProblemHttpResult>> ResendAsync(Member member, Guid id, CancellationToken ct) => DecideAsync(member, id, async (session, order, line) =>
    {
        if (order.Status != ClipStatus.Uncertain) return NotNow($"Nobody is in doubt about this {order.Noun}.");
        if (await ledger.ReserveAgainAsync(session, line, line.Quoted) is { } over) return over.ToProblem();
        order.SendAgain(session.Now);
        return await KeepAsync(session, order);
    }, ct);

    public Task<Results<Ok<TView>, NotFound, ProblemHttpResult>> CollectAgainAsync(Member member, Guid id, CancellationToken ct) => DecideAsync(member, id, async (session, order, _) =>
    {
        if (!order.CanCollectAgain) return NotNow($"There is nothing of this {order.Noun} to collect at Venice.");
        order.CollectAgain(session.Now);
        return await KeepAsync(session, order);
    }, ct);

    public async Task<Results<Ok<TView>, NotFound>> SetCleanUpAsync(Member member, Guid id, SetCleanUp body, CancellationToken ct)
    {
        var decided = await DecideAsync(member, id, async (session, _, _) =>
        {
            await session.SetCleanUpAsync<T>(id, body.CleanUp);
            return null;
        }, ct);
        return decided.Result is Ok<TView> ok ? ok : TypedResults.NotFound();
    }

    /// <summary>Removes an ended order and its file. What it cost stays in the ledger.</summary>
    public async Task<Results<NoContent, NotFound, ProblemHttpResult>> DeleteAsync(Member member, Guid id, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        if (await session.OrderOfAsync<T>(member.Id, id) is not { } order) return TypedResults.NotFound();
        if (!order.IsOver) return NotNow($"This {order.Noun} is still under way. Wait until it has ended, or cancel it first.");
        await session.DeleteOrderAsync<T>(id);
        if (order.MediaId is { } media && await session.MediaOfAsync(member.Id, media) is { } file)
        {
            await session.MarkMediaDeletedAsync(media);
            session.AfterCommit(() => store.Delete(file));
        }
        session.AfterCommit(() =>
        {
            events.Publish(new Changed(T.Table, member.Id));
            events.Publish(new Changed("library", member.Id));
            foreach (var name in ShownIn(order)) events.Publish(new Changed(name, member.Id));
        });
        await session.CommitAsync();
        return TypedResults.NoContent();
    }

    /// <summary>What else shows an order, told when it is deleted: names of <see cref="Changed"/>.</summary>
    protected virtual IReadOnlyList<string> ShownIn(T order) => [];

    protected abstract Task<TView?> ViewAsync(DbSession session, Guid account, Guid id);

    protected async Task<Results<Ok<TView>, NotFound, ProblemHttpResult>> DecideAsync(
        Member member, Guid id, Func<DbSession, T, LedgerLine, Task<ProblemHttpResult?>> decide, CancellationToken ct)
    {
        await using (var session = await db.BeginAsync(ct))
        {
            if (await session.OrderOfAsync<T>(member.Id, id) is not { } order) return TypedResults.NotFound();
            if (await decide(session, order, await session.LineAsync(order.LedgerId)) is { } problem) return problem;
            await moves.ToldAsync(session, order);
            session.AfterCommit(bell.Ring);
            await session.CommitAsync();
        }
        await using var fresh = await db.ReadAsync(ct);
        return TypedResults.Ok((await ViewAsync(fresh, member.Id, id))!);
    }

    /// <summary>False when a worker has it in hand.</summary>
    private async Task<bool> EndUnpaidAsync(DbSession session, T order, LedgerLine line)
    {
        order.Cancel(session.Now);
        if (!await session.UpdateOrderAsync(order)) return false;
        if (line.State == LedgerState.Reserved) line.Release(session.Now);
        await ledger.WriteAsync(session, line);
        return true;
    }

    protected static async Task<ProblemHttpResult?> KeepAsync(DbSession session, T order) =>
        await session.UpdateOrderAsync(order) ? null : NotNow($"The studio is working on this {order.Noun} right now. Try again in a moment.");

    protected static ProblemHttpResult NotNow(string sentence) => Problems.Of(409, "not-now", sentence);
}
