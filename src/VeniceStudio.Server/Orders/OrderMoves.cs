using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Work;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Orders;

/// <summary>The moves of an order that touch its money too: both are written in one transaction, or neither is.</summary>
public sealed class OrderMoves<T>(StudioDb db, OrderLedger ledger, IOrderTrade<T> trade, IStudioEvents events) where T : PaidOrder, IOrderTable
{
    /// <summary>Writes a step's outcome. <paramref name="money"/> says what it means for the ledger; null: nothing.</summary>
    public async Task<bool> WriteAsync(
        T order, WorkClaim claim, Action<DateTimeOffset> move, Action<LedgerLine, DateTimeOffset>? money, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        move(session.Now);
        if (!await session.ReleaseOrderAsync(order, claim)) return false;
        if (money is not null)
        {
            var line = await session.LineAsync(order.LedgerId);
            money(line, session.Now);
            await ledger.WriteAsync(session, line);
        }
        await ToldAsync(session, order);
        await session.CommitAsync();
        return true;
    }

    /// <summary>Lets everybody know of a move once it is committed.</summary>
    public async Task ToldAsync(DbSession session, T order)
    {
        await trade.MovedAsync(session, order);
        session.AfterCommit(() => events.Publish(new Changed(T.Table, order.AccountId)));
    }

    /// <summary>Nobody knows whether Venice took it: never sent again by itself.</summary>
    public Task DoubtAsync(T order, WorkClaim claim, CancellationToken ct) => WriteAsync(order, claim,
        _ => order.Uncertain(order.Doubt), (line, _) => line.Doubt(), ct);

    public Task FailAsync(T order, WorkClaim claim, string kind, string sentence, CancellationToken ct) => WriteAsync(order, claim,
        now => order.Fail(kind, sentence, now), LetGo, ct);

    /// <summary>Venice said no, for good: what it said is kept for the card, and what it refunded goes back to the budget.</summary>
    public Task FailAsync(T order, WorkClaim claim, VeniceException e, CancellationToken ct) => WriteAsync(order, claim,
        now =>
        {
            order.Fail(VeniceProblems.Word(e.Kind), e.Message, now);
            order.Explain(e.SuggestedPrompt, e.RecommendedModel, e.CreditsRefunded);
        },
        (line, now) =>
        {
            if (line.State == LedgerState.Paid && e.CreditsRefunded == true) line.Refund(now);
            LetGo(line, now);
        }, ct);

    private static void LetGo(LedgerLine line, DateTimeOffset now)
    {
        if (line.State == LedgerState.Reserved) line.Release(now);
    }
}
