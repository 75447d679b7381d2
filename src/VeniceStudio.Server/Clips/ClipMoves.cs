using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Work;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Clips;

/// <summary>The moves of a clip that touch its money too: both are written in one transaction, or neither is.</summary>
public sealed class ClipMoves(StudioDb db, OrderLedger ledger, IStudioEvents events)
{
    public const string Doubt =
        "The connection to Venice broke while this clip was being ordered, so it may have been charged. Compare the balance at Venice, then say which it was.";

    /// <summary>Writes a step's outcome. <paramref name="money"/> says what it means for the ledger; null: nothing.</summary>
    public async Task<bool> WriteAsync(
        Clip clip, WorkClaim claim, Action<DateTimeOffset> move, Action<LedgerLine, DateTimeOffset>? money, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        move(session.Now);
        if (!await session.ReleaseClipAsync(clip, claim)) return false;
        if (money is not null)
        {
            var line = await session.LineAsync(clip.LedgerId);
            money(line, session.Now);
            await ledger.WriteAsync(session, line);
        }
        session.AfterCommit(() => events.Publish(new Changed("clips", clip.AccountId)));
        await session.CommitAsync();
        return true;
    }

    /// <summary>Nobody knows whether Venice took it: never sent again by itself.</summary>
    public Task DoubtAsync(Clip clip, WorkClaim claim, CancellationToken ct) => WriteAsync(clip, claim,
        _ => clip.Uncertain(Doubt), (line, _) => line.Doubt(), ct);

    public Task FailAsync(Clip clip, WorkClaim claim, string kind, string sentence, CancellationToken ct) => WriteAsync(clip, claim,
        now => clip.Fail(kind, sentence, now), LetGo, ct);

    /// <summary>Venice said no, for good: what it said is kept for the card, and what it refunded goes back to the budget.</summary>
    public Task FailAsync(Clip clip, WorkClaim claim, VeniceException e, CancellationToken ct) => WriteAsync(clip, claim,
        now =>
        {
            clip.Fail(VeniceProblems.Word(e.Kind), e.Message, now);
            clip.Explain(e.SuggestedPrompt, e.RecommendedModel, e.CreditsRefunded);
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
