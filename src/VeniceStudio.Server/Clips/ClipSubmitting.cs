using System.Data.Common;
using VeniceStudio.Server.Catalog;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Work;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Clips;

/// <summary>
/// Buys a reserved clip. The price is asked again first; "submitting" is on the disk before the call; the answer is on the disk
/// before anything else happens. Whatever leaves the purchase in doubt ends as Uncertain.
/// </summary>
public sealed class ClipSubmitting(
    StudioDb db, VeniceLink venice, VeniceStanding standing, Pacer pacer, PriceBook prices, VideoCatalog catalog, ClipOrderBody body,
    OrderLedger ledger, ClipMoves moves, PollPlan polls, IStudioEvents events, TimeProvider time, ILogger<ClipSubmitting> log)
{
    private const int KeepTries = 60;
    private static readonly TimeSpan KeepPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private const int MostSecondsBehind = 30;

    public async Task StepAsync(Clip clip, WorkClaim claim, CancellationToken ct)
    {
        if (clip.CancelAsked)
        {
            await moves.WriteAsync(clip, claim, clip.Cancel, (line, now) => line.Release(now), ct);
            return;
        }
        if (standing.PausedUntil is { } paused)
        {
            await moves.WriteAsync(clip, claim, _ => clip.Wait(paused), null, ct);
            return;
        }
        try
        {
            if (!await PriceHoldsAsync(clip, claim, ct)) return;
            if (await pacer.TakeAsync(Paced.Queue, ct) is { } later)
            {
                await moves.WriteAsync(clip, claim, _ => clip.Wait(later), null, ct);
                return;
            }
            var order = await body.BuildAsync(clip, ct);
            await BuyAsync(clip, claim, order, ct);
        }
        catch (VeniceException e) when (e.MayPass)
        {
            await moves.WriteAsync(clip, claim, now => clip.BackInLine(e.Message, Later(clip, e, now)), null, ct);
        }
        catch (VeniceException e)
        {
            await moves.FailAsync(clip, claim, e, ct);
        }
        catch (MissingInputException e)
        {
            await moves.FailAsync(clip, claim, "missing-input", e.Message, ct);
        }
    }

    /// <summary>Asks the price again. A little more is paid; clearly more stops the order and asks the person.</summary>
    private async Task<bool> PriceHoldsAsync(Clip clip, WorkClaim claim, CancellationToken ct)
    {
        var settings = clip.Read();
        var model = await catalog.FindAsync(clip.Model, ct);
        if (model is null || ModelRules.Check(model.View, settings) is { } broken && broken.Field == "model")
        {
            await moves.FailAsync(clip, claim, "retired", $"{clip.ModelName} is no longer offered by Venice. Nothing was paid. Choose another model.", ct);
            return false;
        }
        var price = await prices.FreshAsync(
            PriceBook.QuoteOf(model.View, settings.Duration, settings.AspectRatio, settings.Resolution, settings.Sound), ct);
        await using var session = await db.BeginAsync(ct);
        var line = await session.LineAsync(clip.LedgerId);
        if (price == line.Quoted) return true;

        var tolerance = (await session.SettingsAsync()).PriceTolerancePercent;
        var over = price > clip.ShownPrice + clip.ShownPrice * tolerance / 100;
        if (!over && await ledger.ReserveAgainAsync(session, line, price) is null)
        {
            await session.CommitAsync();
            return true;
        }
        clip.AskPrice(price, $"Venice now asks {Money.Dollars(price)} instead of {Money.Dollars(clip.ShownPrice)}. Nothing was ordered; accept the new price or cancel.");
        line.Release(session.Now);
        if (!await session.ReleaseClipAsync(clip, claim)) return false;
        await ledger.WriteAsync(session, line);
        Tell(session, clip);
        await session.CommitAsync();
        return false;
    }

    private async Task BuyAsync(Clip clip, WorkClaim claim, VideoOrder order, CancellationToken ct)
    {
        var client = await venice.ClientAsync(ct);
        if (!await BeginAsync(clip, claim, ct)) return;
        VideoTicket ticket;
        try
        {
            // Once the order is on its way, stopping the studio must not leave it in doubt: no cancellation here but the client's own limit.
            ticket = await client.Video.QueueAsync(order, CancellationToken.None);
        }
        catch (VeniceException e) when (e.MayHaveBought)
        {
            await moves.DoubtAsync(clip, claim, CancellationToken.None);
            return;
        }
        catch (VeniceException e) when (e.Kind == VeniceErrorKind.NeedsConsent && e.Consent is not null)
        {
            await moves.WriteAsync(clip, claim, _ => clip.AskConsent(e.Consent), (line, now) => line.Release(now), CancellationToken.None);
            return;
        }
        catch (VeniceException e) when (e.Kind is VeniceErrorKind.RateLimited or VeniceErrorKind.AbuseBlocked && e.RetryAt is { } until)
        {
            await pacer.BlockAsync(Paced.Queue, until, CancellationToken.None);
            throw;
        }
        await KeepSurelyAsync(clip, ticket);
    }

    /// <summary>What Venice says once must not be lost to a database that stumbles for a moment.</summary>
    private async Task KeepSurelyAsync(Clip clip, VideoTicket ticket)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await KeepAsync(clip, ticket);
                return;
            }
            catch (Exception e) when (tries < KeepTries && e is DbException or TimeoutException)
            {
                log.LogError(e, "The order {Clip} was bought, and its answer could not be written yet; it is tried again.", clip.Id);
                await Task.Delay(KeepPause, time);
            }
        }
    }

    private async Task<bool> BeginAsync(Clip clip, WorkClaim claim, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        clip.Submitting(standing.Balance, session.Now);
        if (await session.BeginSubmittingAsync(clip, claim))
        {
            Tell(session, clip);
            await session.CommitAsync();
            return true;
        }
        await session.FreeAsync(ClipSql.Table, clip.Id, claim);
        await session.CommitAsync();
        return false;
    }

    /// <summary>One durable write of everything Venice said, with the payment, before anything else (T2).</summary>
    private async Task KeepAsync(Clip clip, VideoTicket ticket)
    {
        await using var session = await db.BeginAsync(CancellationToken.None);
        var usual = await session.UsualMsAsync(ticket.Model);
        clip.Submitted(ticket, session.Now + polls.FirstLook(usual));
        await session.KeepTicketAsync(clip);
        var line = await session.LineAsync(clip.LedgerId);
        line.Pay(line.Quoted, session.Now);
        await ledger.WriteAsync(session, line);
        Tell(session, clip);
        await session.CommitAsync();
    }

    private void Tell(DbSession session, Clip clip) => session.AfterCommit(() => events.Publish(new Changed("clips", clip.AccountId)));

    /// <summary>
    /// When to try again. The refused one lines up behind those that waited because of it: a limit that only its own model has must not
    /// use up every other order's first moment after the pause.
    /// </summary>
    private static DateTimeOffset Later(Clip clip, VeniceException e, DateTimeOffset now)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(clip.Tries, 6));
        return e.RetryAt is { } at && at > now ? at + TimeSpan.FromSeconds(Math.Min(clip.Tries + 1, MostSecondsBehind)) : now + pause;
    }
}
