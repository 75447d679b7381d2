using System.Text;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Work;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Storyboard.Directing;

/// <summary>An answer, or a sentence why none was bought.</summary>
internal sealed record Bought(ChatAnswer? Answer, string? Refusal);

/// <summary>
/// Buys answers for the director. The most that one can cost is reserved and written into the row before Venice is asked, so that a
/// process that dies in the middle leaves a line behind that the next one settles.
/// </summary>
internal sealed class PaidAnswers(StudioDb db, OrderLedger ledger, ChatPurse purse, VeniceLink venice)
{
    /// <summary>Asks, and tells each piece as it comes.</summary>
    /// <exception cref="VeniceException">Venice does not answer, or not to the end.</exception>
    /// <exception cref="WorkTakenAwayException">Somebody ended the work, or another process has it.</exception>
    public async Task<Bought> AskAsync(Direction row, WorkClaim claim, VeniceModel model, Ask ask, Action<string> heard, CancellationToken ct)
    {
        var request = ask.ToRequest(model);
        var (line, refusal) = await ReserveAsync(row, claim, model, ChatPurse.Most(model.Text, ask.Letters, request.MaxCompletionTokens!.Value), ct);
        if (line is null) return new Bought(null, refusal);

        var text = new StringBuilder();
        var (began, finish, usage, cost) = (false, (string?)null, (ChatUsage?)null, (long?)null);
        try
        {
            var client = await venice.ClientAsync(ct);
            await foreach (var delta in client.Chat.StreamAsync(request, ct))
            {
                began = true;
                (finish, usage, cost) = (delta.FinishReason ?? finish, delta.Usage ?? usage, delta.CostMicroDollars ?? cost);
                if (delta.Text is not { } piece) continue;
                text.Append(piece);
                heard(piece);
            }
        }
        finally
        {
            // Refused before the first word, it cost nothing; broken off in the middle, it cost what was reserved at most.
            await SettleAsync(row.Id, line, began, usage, cost);
        }
        return new Bought(new ChatAnswer(text.ToString(), finish, usage, cost), null);
    }

    /// <summary>A process died while it waited for an answer: that one is gone, and what was reserved for it counts as paid.</summary>
    public async Task WriteOffAsync(Direction row, CancellationToken ct)
    {
        if (row.LedgerId is not { } id) return;
        await using var session = await db.BeginAsync(ct);
        var line = await session.LineAsync(id);
        var lost = line.State == LedgerState.Reserved ? line.Quoted : 0;
        if (lost > 0)
        {
            line.Pay(lost, session.Now);
            await ledger.WriteAsync(session, line);
        }
        await session.AskedAsync(row.Id, id, lost);
        await session.CommitAsync();
    }

    private async Task<(LedgerLine? Line, string? Refusal)> ReserveAsync(Direction row, WorkClaim claim, VeniceModel model, long most, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        // Before any row is held: everybody takes the ledger's lock first.
        await OrderLedger.LockAsync(session);
        var now = await session.DirectionAsync(row.Id);
        var shown = row.ReadRequest().ShownMost;
        var tolerance = (await session.SettingsAsync()).PriceTolerancePercent;
        if (now is not null && now.Paid + most > shown + shown * tolerance / 100)
        {
            return (null, $"The next answer could bring the words to {Money.Dollars(now.Paid + most)}, and {Money.Dollars(shown)} was shown as the most. Nothing more was bought.");
        }
        var line = LedgerLine.For(row.AccountId, OrderKind.Chat, model.Id, model.Name, null, most, session.Now, row.ProjectId);
        if (await ledger.ReserveAsync(session, [line]) is { } over) return (null, over.Sentence);
        if (!await session.AskingAsync(row.Id, line.Id, claim)) throw new WorkTakenAwayException();
        await session.CommitAsync();
        return (line, null);
    }

    private async Task SettleAsync(Guid direction, LedgerLine line, bool began, ChatUsage? usage, long? cost)
    {
        var paid = began ? cost ?? await purse.CostAsync(line, usage) : 0;
        // What was bought is written also when the studio closes: no cancellation here.
        await using var session = await db.BeginAsync(CancellationToken.None);
        if (began) line.Pay(paid, session.Now);
        else line.Release(session.Now);
        await ledger.WriteAsync(session, line);
        await session.AskedAsync(direction, line.Id, paid);
        await session.CommitAsync();
    }
}
