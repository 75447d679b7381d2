using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Orders;
using VeniceStudio.Server.Work;

namespace VeniceStudio.Server.Clips;

/// <summary>What a person decides about one of their own clips: what all orders know, and a provider's terms.</summary>
public sealed class ClipDecisions(StudioDb db, OrderLedger ledger, OrderMoves<Clip> moves, MediaStore store, WorkBell bell, IStudioEvents events)
    : OrderDecisions<Clip, ClipView>(db, ledger, moves, store, bell, events)
{
    /// <summary>A legal act (T27): kept with the text, the person and the time before the order goes on.</summary>
    public Task<Results<Ok<ClipView>, NotFound, ProblemHttpResult>> AgreeAsync(Member member, Guid id, AgreeToConsent body, CancellationToken ct) => DecideAsync(member, id, async (session, clip, line) =>
    {
        if (clip.Status != ClipStatus.NeedsConsent || clip.Consent is null) return NotNow("This clip does not wait for an agreement.");
        if (!(body.TermsAndPrivacy && body.LegalRight && body.ScreeningAcknowledged))
        {
            return Problems.Bad("consent", "Venice goes on only when all three statements are agreed to. Tick all three, or cancel the clip.");
        }
        if (await Ledger.ReserveAgainAsync(session, line, line.Quoted) is { } over) return over.ToProblem();
        var consent = JsonSerializer.Deserialize<ClipConsentView>(clip.Consent, ClipJson.Options)!;
        await session.KeepConsentAsync(clip, consent, string.Join(' ', ClipOrderBody.InputIds(clip.Read())));
        clip.Agreed(session.Now);
        return await KeepAsync(session, clip);
    }, ct);

    protected override IReadOnlyList<string> ShownIn(Clip order) => order.ProjectId is null ? [] : ["takes", "projects"];

    protected override Task<ClipView?> ViewAsync(DbSession session, Guid account, Guid id) => session.ClipViewAsync(account, id);
}
