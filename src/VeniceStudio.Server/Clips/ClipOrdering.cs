using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Catalog;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Orders;

namespace VeniceStudio.Server.Clips;

/// <summary>Holds an order for clips against its model, prices it, and hands it to the desk.</summary>
public sealed class ClipOrdering(StudioDb db, VideoCatalog catalog, PriceBook prices, OrderDesk desk)
{
    /// <summary>Orders one to four variations, all or none. The same key with the same order answers what it answered before.</summary>
    public async Task<Results<Accepted<IReadOnlyList<ClipView>>, ProblemHttpResult>> OrderAsync(
        Member member, OrderClips order, string? key, Clip? retried, CancellationToken ct)
    {
        var (batch, problem) = await desk.TakeAsync(member, Clip.Table, key, order, token => OfferAsync(member, order, retried, token), ct);
        if (problem is not null) return problem;
        await using var session = await db.ReadAsync(ct);
        var views = await session.BatchViewsAsync(member.Id, batch);
        return TypedResults.Accepted($"/api/clips/{views[0].Id}", views);
    }

    private async Task<(Offer? Offer, ProblemHttpResult? Problem)> OfferAsync(Member member, OrderClips order, Clip? retried, CancellationToken ct)
    {
        if (await catalog.FindAsync(order.Model, ct) is not { } model)
        {
            return (null, Problems.Bad("model", "Venice has no video model of that name at the moment. Choose one from the list."));
        }
        if (ModelRules.Check(model.View, Settings(order, retried)) is { } broken) return (null, Problems.Bad(broken.Field, broken.Sentence));
        var price = await prices.RecentAsync(PriceBook.QuoteOf(model.View, order.Duration, order.AspectRatio, order.Resolution, order.Sound), ct);
        return (new Offer(OrderKind.Video, order.Model, model.View.Name, price, order.ShownEach, order.Variations ?? 1, async (session, place) =>
        {
            await session.InsertClipAsync(Clip.Ordered(
                member.Id, place.Batch, place.Id, place.Line.Id, Settings(order, retried), model.View.Name, price,
                order.CleanUp ?? place.Studio.CleanUpByDefault, retried?.Id, session.Now, retried?.ProjectId, retried?.ShotId));
            return await session.LinkInputsAsync(place.Id, ClipOrderBody.InputIds(order)) ? null
                : Problems.Bad("imageId", "A picture or sound of this order is no longer in the library. Add it again.");
        }) { Project = retried?.ProjectId }, null);
    }

    /// <summary>A stretch of a song comes only from the studio's own orders, never from a form.</summary>
    private static ClipSettings Settings(ClipSettings order, Clip? retried) => new()
    {
        Model = order.Model,
        Prompt = order.Prompt.Trim(),
        NegativePrompt = string.IsNullOrWhiteSpace(order.NegativePrompt) ? null : order.NegativePrompt.Trim(),
        Duration = order.Duration,
        AspectRatio = order.AspectRatio,
        Resolution = order.Resolution,
        Sound = order.Sound,
        ImageId = order.ImageId,
        EndImageId = order.EndImageId,
        AudioId = order.AudioId,
        ReferenceImageIds = order.ReferenceImageIds is { Count: > 0 } ids ? ids : null,
        Stretch = retried?.Read().Stretch,
    };
}
