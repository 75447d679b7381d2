using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Catalog;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Work;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Clips;

/// <summary>
/// Takes orders: held against the model, priced, held against the budgets and the click's own key, then written as rows in one
/// transaction. The worker does the rest.
/// </summary>
public sealed class ClipOrdering(
    StudioDb db, VideoCatalog catalog, PriceBook prices, OrderLedger ledger, VeniceStanding standing, WorkBell bell, IStudioEvents events)
{
    private const string Route = "clips";

    /// <summary>Orders one to four variations, all or none. The same key with the same order answers what it answered before.</summary>
    public async Task<Results<Accepted<IReadOnlyList<ClipView>>, ProblemHttpResult>> OrderAsync(
        Member member, OrderClips order, string? key, Guid? retryOf, CancellationToken ct)
    {
        if (!Idempotency.IsUsable(key))
        {
            return Problems.Of(400, "no-idempotency-key", "Send an Idempotency-Key header with this order: 8 to 100 characters, new for each click.");
        }
        var hash = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(order, ClipJson.Options)));
        if (await RepeatedAsync(member, key!, hash, ct) is { } repeated) return repeated;
        if (Paused() is { } paused) return paused;
        try
        {
            if (await catalog.FindAsync(order.Model, ct) is not { } model)
            {
                return Problems.Bad("model", "Venice has no video model of that name at the moment. Choose one from the list.");
            }
            if (ModelRules.Check(model.View, order) is { } broken) return Problems.Bad(broken.Field, broken.Sentence);
            var price = await prices.RecentAsync(PriceBook.QuoteOf(model.View, order.Duration, order.AspectRatio, order.Resolution, order.Sound), ct);
            return await WriteAsync(member, order, model.View, price, key!, hash, retryOf, ct);
        }
        catch (VeniceException e)
        {
            return e.ToProblem();
        }
    }

    private async Task<Results<Accepted<IReadOnlyList<ClipView>>, ProblemHttpResult>> WriteAsync(
        Member member, OrderClips order, VideoModelView model, long price, string key, string hash, Guid? retryOf, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        await OrderLedger.LockAsync(session);
        // The same click may have come twice at once: the lock let the other one finish first.
        if (await session.AnsweredAsync(member.Id, Route, key) is { } known) return await AnswerAsync(session, member, known, hash);

        var settings = await session.SettingsAsync();
        if (price > order.ShownEach + order.ShownEach * settings.PriceTolerancePercent / 100) return PriceChanged(order.ShownEach, price);

        var batch = Guid.CreateVersion7();
        var ids = Enumerable.Range(0, order.Variations ?? 1).Select(_ => Guid.CreateVersion7()).ToList();
        var lines = ids.Select(id => LedgerLine.For(member.Id, OrderKind.Video, order.Model, id, price, session.Now)).ToList();
        if (await ledger.ReserveAsync(session, lines) is { } over) return over.ToProblem();
        foreach (var (id, line) in ids.Zip(lines))
        {
            var clip = Clip.Ordered(
                member.Id, batch, id, line.Id, Settings(order), model.Name, price, order.CleanUp ?? settings.CleanUpByDefault, retryOf, session.Now);
            await session.InsertClipAsync(clip);
            if (!await session.LinkInputsAsync(id, ClipOrderBody.InputIds(order)))
            {
                return Problems.Bad("imageId", "A picture or sound of this order is no longer in the library. Add it again.");
            }
        }
        await session.RememberAsync(member.Id, Route, key, hash, batch.ToString());
        session.AfterCommit(() => { bell.Ring(); events.Publish(new Changed("clips", member.Id)); });
        var views = await session.BatchViewsAsync(member.Id, batch);
        await session.CommitAsync();
        return TypedResults.Accepted($"/api/clips/{views[0].Id}", views);
    }

    /// <summary>A 503 with the time to come back, while Venice is down.</summary>
    private ProblemHttpResult? Paused()
    {
        if (standing.RetryAfter is not { } wait) return null;
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        return Problems.Of(503, "venice-down",
            $"Venice does not answer at the moment, so nothing is ordered. The studio keeps looking; try again in {Math.Max(1, seconds)} seconds.",
            (Problems.RetryAfter, Math.Max(1, seconds)));
    }

    private async Task<ProblemOrViews?> RepeatedAsync(Member member, string key, string hash, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        return await session.AnsweredAsync(member.Id, Route, key) is { } known ? new(await AnswerAsync(session, member, known, hash)) : null;
    }

    private static async Task<Results<Accepted<IReadOnlyList<ClipView>>, ProblemHttpResult>> AnswerAsync(
        DbSession session, Member member, Idempotency.Answer known, string hash)
    {
        if (known.BodyHash != hash)
        {
            return Problems.Of(422, "idempotency-key-reused", "This Idempotency-Key was already used for another order. Send a new key with each order.");
        }
        var views = await session.BatchViewsAsync(member.Id, Guid.Parse(known.Text));
        return TypedResults.Accepted($"/api/clips?batch={known.Text}", views);
    }

    public static ProblemHttpResult PriceChanged(long shown, long price) => Problems.Of(409, "price-changed",
        $"Venice now asks {Money.Dollars(price)} instead of {Money.Dollars(shown)}. Nothing was ordered; look at the new price and order again.",
        ("newPrice", price));

    private static ClipSettings Settings(ClipSettings order) => new()
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
    };

    private sealed record ProblemOrViews(Results<Accepted<IReadOnlyList<ClipView>>, ProblemHttpResult> Result)
    {
        public static implicit operator Results<Accepted<IReadOnlyList<ClipView>>, ProblemHttpResult>(ProblemOrViews answer) => answer.Result;
    }
}
