using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Work;

namespace VeniceStudio.Server.Clips;

using Decision = Results<Ok<ClipView>, NotFound, ProblemHttpResult>;

/// <summary>What a person decides about one of their own clips. Each decision fits some states only; others answer 409.</summary>
public sealed class ClipDecisions(StudioDb db, OrderLedger ledger, MediaStore store, WorkBell bell, IStudioEvents events)
{
    /// <summary>Before the purchase it ends the order; after it, what was paid is still collected.</summary>
    public Task<Decision> CancelAsync(Member member, Guid id, CancellationToken ct) => DecideAsync(member, id, async (session, clip, line) =>
    {
        if (clip.IsOver) return NotNow("This clip has already ended, so there is nothing to cancel.");
        if (clip.Status == ClipStatus.Uncertain) return NotNow("First say whether Venice charged this clip; then there is nothing left to cancel.");
        if (clip.IsBeforePurchase)
        {
            clip.Cancel(session.Now);
            if (await session.UpdateClipAsync(clip))
            {
                if (line.State == LedgerState.Reserved) line.Release(session.Now);
                await ledger.WriteAsync(session, line);
                return null;
            }
        }
        await session.AskCancelAsync(id);
        return null;
    }, ct);

    public Task<Decision> AcceptPriceAsync(Member member, Guid id, AcceptPrice body, CancellationToken ct) => DecideAsync(member, id, async (session, clip, line) =>
    {
        if (clip.Status != ClipStatus.PriceChanged || clip.NewPrice is not { } price) return NotNow("This clip does not wait for a price.");
        if (body.ShownEach < price) return ClipOrdering.PriceChanged(body.ShownEach, price);
        if (await ledger.ReserveAgainAsync(session, line, price) is { } over) return over.ToProblem();
        clip.PriceAccepted(price, session.Now);
        return await KeepAsync(session, clip);
    }, ct);

    /// <summary>A legal act (T27): kept with the text, the person and the time before the order goes on.</summary>
    public Task<Decision> AgreeAsync(Member member, Guid id, AgreeToConsent body, CancellationToken ct) => DecideAsync(member, id, async (session, clip, line) =>
    {
        if (clip.Status != ClipStatus.NeedsConsent || clip.Consent is null) return NotNow("This clip does not wait for an agreement.");
        if (!(body.TermsAndPrivacy && body.LegalRight && body.ScreeningAcknowledged))
        {
            return Problems.Bad("consent", "Venice goes on only when all three statements are agreed to. Tick all three, or cancel the clip.");
        }
        if (await ledger.ReserveAgainAsync(session, line, line.Quoted) is { } over) return over.ToProblem();
        var consent = System.Text.Json.JsonSerializer.Deserialize<ClipConsentView>(clip.Consent, ClipJson.Options)!;
        await session.KeepConsentAsync(clip, consent, string.Join(' ', ClipOrderBody.InputIds(clip.Read())));
        clip.Agreed(session.Now);
        return await KeepAsync(session, clip);
    }, ct);

    /// <summary>"It was charged": the money counts as spent, and the order ends.</summary>
    public Task<Decision> ChargedAsync(Member member, Guid id, CancellationToken ct) => DecideAsync(member, id, async (session, clip, line) =>
    {
        if (clip.Status != ClipStatus.Uncertain) return NotNow("Nobody is in doubt about this clip.");
        clip.Fail("charged-without-clip", "Venice charged this clip, but its answer was lost on the way, so it cannot be fetched. Ask Venice's support for the money, or order it anew.", session.Now);
        line.Pay(line.Quoted, session.Now);
        await ledger.WriteAsync(session, line);
        return await KeepAsync(session, clip);
    }, ct);

    /// <summary>"Send again": the person has seen that Venice did not charge it.</summary>
    public Task<Decision> ResendAsync(Member member, Guid id, CancellationToken ct) => DecideAsync(member, id, async (session, clip, line) =>
    {
        if (clip.Status != ClipStatus.Uncertain) return NotNow("Nobody is in doubt about this clip.");
        if (await ledger.ReserveAgainAsync(session, line, line.Quoted) is { } over) return over.ToProblem();
        clip.SendAgain(session.Now);
        return await KeepAsync(session, clip);
    }, ct);

    public Task<Decision> CollectAgainAsync(Member member, Guid id, CancellationToken ct) => DecideAsync(member, id, async (session, clip, _) =>
    {
        if (clip.Status != ClipStatus.Failed || clip.Ticket is null || clip.Refunded == true)
        {
            return NotNow("There is nothing of this clip to collect at Venice.");
        }
        clip.CollectAgain(session.Now);
        return await KeepAsync(session, clip);
    }, ct);

    public async Task<Results<Ok<ClipView>, NotFound>> SetCleanUpAsync(Member member, Guid id, SetCleanUp body, CancellationToken ct)
    {
        var decided = await DecideAsync(member, id, async (session, _, _) =>
        {
            await session.SetCleanUpAsync(id, body.CleanUp);
            return null;
        }, ct);
        return decided.Result is Ok<ClipView> ok ? ok : TypedResults.NotFound();
    }

    /// <summary>Removes an ended clip and its file. What it cost stays in the ledger.</summary>
    public async Task<Results<NoContent, NotFound, ProblemHttpResult>> DeleteAsync(Member member, Guid id, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        if (await session.ClipOfAsync(member.Id, id) is not { } clip) return TypedResults.NotFound();
        if (!clip.IsOver) return NotNow("This clip is still under way. Wait until it has ended, or cancel it first.");
        await session.DeleteClipAsync(id);
        if (clip.MediaId is { } media && await session.MediaOfAsync(member.Id, media) is { } file)
        {
            await session.MarkMediaDeletedAsync(media);
            session.AfterCommit(() => store.Delete(file));
        }
        session.AfterCommit(() =>
        {
            events.Publish(new Changed("clips", member.Id));
            events.Publish(new Changed("library", member.Id));
        });
        await session.CommitAsync();
        return TypedResults.NoContent();
    }

    private async Task<Decision> DecideAsync(
        Member member, Guid id, Func<DbSession, Clip, LedgerLine, Task<ProblemHttpResult?>> decide, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        if (await session.ClipOfAsync(member.Id, id) is not { } clip) return TypedResults.NotFound();
        if (await decide(session, clip, await session.LineAsync(clip.LedgerId)) is { } problem) return problem;
        session.AfterCommit(() => { bell.Ring(); events.Publish(new Changed("clips", member.Id)); });
        await session.CommitAsync();
        await using var fresh = await db.ReadAsync(ct);
        return TypedResults.Ok((await fresh.ClipViewAsync(member.Id, id))!);
    }

    private static async Task<ProblemHttpResult?> KeepAsync(DbSession session, Clip clip) =>
        await session.UpdateClipAsync(clip) ? null : NotNow("The studio is working on this clip right now. Try again in a moment.");

    private static ProblemHttpResult NotNow(string sentence) => Problems.Of(409, "not-now", sentence);
}
