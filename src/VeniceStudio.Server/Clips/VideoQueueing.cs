using System.Text.Json;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Catalog;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Orders;
using VeniceStudio.Server.Passthrough;
using VeniceStudio.Server.Work;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Clips;

/// <summary>
/// Orders from scripts in Venice's own shape. They take the same way as a click: quoted, reserved, written down, bought once. The
/// script waits for Venice's answer; from then on the studio collects the clip like any other.
/// </summary>
public sealed class VideoQueueing(
    StudioDb db, VeniceLink venice, VeniceStanding standing, VideoCatalog catalog, PriceBook prices, OrderLedger ledger, Pacer pacer, PollPlan polls,
    IStudioEvents events, TimeProvider time) : IVideoQueueing
{
    private static readonly JsonSerializerOptions Wire = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, PropertyNameCaseInsensitive = false };

    public async Task<IResult> QueueAsync(Member member, JsonElement body, CancellationToken ct)
    {
        if (Read(body) is not { } order) return VeniceShape.Error(400, "The request needs a model, and its fields in Venice's own form.");
        if (standing.RetryAfter is { } pause) return VeniceShape.Error(503, $"Venice does not answer at the moment. Try again in {Math.Max(1, (int)pause.TotalSeconds)} seconds.");
        try
        {
            var price = await prices.FreshAsync(order.ToQuote(), ct);
            if (await pacer.TakeAsync(Paced.Queue, ct) is { } later)
            {
                return VeniceShape.Error(429, $"Too many orders at once. Try again in {Math.Max(1, (int)Math.Ceiling((later - time.GetUtcNow()).TotalSeconds))} seconds.");
            }
            var (clip, over) = await WriteAsync(member, order, price, ct);
            return over is not null ? VeniceShape.Error(402, over.Sentence) : await BuyAsync(clip!, order);
        }
        catch (VeniceException e)
        {
            return Refusal(e);
        }
    }

    private async Task<(Clip? Clip, OverBudget? Over)> WriteAsync(Member member, VideoOrder order, long price, CancellationToken ct)
    {
        var name = (await catalog.FindAsync(order.Model, ct))?.View.Name ?? order.Model;
        await using var session = await db.BeginAsync(ct);
        var id = Guid.CreateVersion7();
        var line = LedgerLine.For(member.Id, OrderKind.Video, order.Model, name, id, price, session.Now);
        if (await ledger.ReserveAsync(session, [line]) is { } over) return (null, over);
        var settings = new ClipSettings
        {
            Model = order.Model,
            Prompt = order.Prompt ?? "Ordered by a script",
            NegativePrompt = order.NegativePrompt,
            Duration = order.Duration,
            AspectRatio = order.AspectRatio,
            Resolution = order.Resolution,
            Sound = order.Audio,
        };
        var clip = Clip.Ordered(member.Id, id, id, line.Id, settings, name, price, (await session.SettingsAsync()).CleanUpByDefault, null, session.Now);
        // A worker that finds this row later than the longest purchase takes finds a purchase in doubt, and says so.
        clip.Wait(session.Now + TimeSpan.FromMinutes(5));
        clip.Submitting(standing.Balance, session.Now);
        await session.InsertClipAsync(clip);
        Tell(session, clip);
        await session.CommitAsync();
        return (clip, null);
    }

    private async Task<IResult> BuyAsync(Clip clip, VideoOrder order)
    {
        try
        {
            var client = await venice.ClientAsync(CancellationToken.None);
            var ticket = await client.Video.QueueAsync(order, CancellationToken.None);
            await WriteAsync(clip, (session, line) =>
            {
                clip.Submitted(new Receipt(ticket.Model, ticket.QueueId, ticket.DownloadUrl), session.Now + polls.FirstLook(null), session.Now);
                line.Pay(line.Quoted, session.Now);
            });
            // The one-time link stays here: the studio collects the clip, and answers for it.
            return VeniceShape.Json(200, new System.Text.Json.Nodes.JsonObject { ["model"] = ticket.Model, ["queue_id"] = ticket.QueueId });
        }
        catch (VeniceException e)
        {
            await WriteAsync(clip, (session, line) =>
            {
                if (e.MayHaveBought)
                {
                    clip.Uncertain(clip.Doubt);
                    line.Doubt();
                    return;
                }
                clip.Fail(VeniceProblems.Word(e.Kind), e.Message, session.Now);
                clip.Explain(e.SuggestedPrompt, e.RecommendedModel, e.CreditsRefunded);
                line.Release(session.Now);
            });
            return Refusal(e);
        }
    }

    private async Task WriteAsync(Clip clip, Action<DbSession, LedgerLine> move)
    {
        await using var session = await db.BeginAsync(CancellationToken.None);
        var line = await session.LineAsync(clip.LedgerId);
        move(session, line);
        await session.KeepReceiptAsync(clip);
        await ledger.WriteAsync(session, line);
        Tell(session, clip);
        await session.CommitAsync();
    }

    private void Tell(DbSession session, Clip clip) => session.AfterCommit(() => events.Publish(new Changed("clips", clip.AccountId)));

    private static VideoOrder? Read(JsonElement body)
    {
        try
        {
            return body.Deserialize<VideoOrder>(Wire) is { Model.Length: > 0 and <= 200 } order ? order : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IResult Refusal(VeniceException e) => VeniceShape.Error(e.Status is >= 400 and < 600 ? e.Status.Value : 503, e.Message);
}
