using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Work;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Orders;

/// <summary>An order that may be made: its price, and how its rows are written.</summary>
/// <param name="Kind">What the ledger calls it.</param>
/// <param name="Model">Venice's id of the model.</param>
/// <param name="ModelName">What people call it.</param>
/// <param name="Price">Micro-dollars for one.</param>
/// <param name="ShownEach">Micro-dollars on the button.</param>
/// <param name="Variations">How many are bought, all or none.</param>
/// <param name="InsertAsync">Writes one row; an answer other than null refuses the whole order.</param>
public sealed record Offer(
    OrderKind Kind, string Model, string ModelName, long Price, long ShownEach, int Variations, Func<DbSession, NewOrder, Task<ProblemHttpResult?>> InsertAsync)
{
    /// <summary>The project that it is bought for; null for none.</summary>
    public Guid? Project { get; init; }

    /// <summary>
    /// What is bought when its parts have prices of their own, in the order of their rows. Then <see cref="Price"/> and
    /// <see cref="ShownEach"/> are what is compared: of all together, or of the dearest.
    /// </summary>
    public IReadOnlyList<OfferedPiece>? Pieces { get; init; }
}

/// <summary>One part of an offer. Micro-dollars.</summary>
public sealed record OfferedPiece(string Model, string ModelName, long Price);

/// <summary>The ids of a row about to be written, and the studio's settings of this moment.</summary>
/// <param name="Index">Which of the batch it is, from 0.</param>
public sealed record NewOrder(Guid Id, Guid Batch, LedgerLine Line, SettingsView Studio, int Index = 0);

/// <summary>
/// Takes orders: held against the click's own key, priced, held against the budgets, then written as rows in one transaction. The
/// worker does the rest.
/// </summary>
public sealed class OrderDesk(StudioDb db, OrderLedger ledger, VeniceStanding standing, WorkBell bell, IStudioEvents events)
{
    /// <summary>Makes an order, or none of it. The same key with the same body answers the batch that it answered before.</summary>
    /// <param name="member">Who orders, and pays.</param>
    /// <param name="route">Which table of orders; keys of different ones do not meet.</param>
    /// <param name="key">The click's own key.</param>
    /// <param name="body">What was asked for, to tell a repeated click from a reused key.</param>
    /// <param name="offer">Looks the order over and prices it; asked only when it is new.</param>
    /// <param name="ct">Ends the waiting for Venice's price.</param>
    public async Task<(Guid Batch, ProblemHttpResult? Problem)> TakeAsync(
        Member member, string route, string? key, object body, Func<CancellationToken, Task<(Offer? Offer, ProblemHttpResult? Problem)>> offer, CancellationToken ct)
    {
        if (!Idempotency.IsUsable(key))
        {
            return (default, Problems.Of(400, "no-idempotency-key", "Send an Idempotency-Key header with this order: 8 to 100 characters, new for each click."));
        }
        var hash = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), ClipJson.Options)));
        await using (var session = await db.ReadAsync(ct))
        {
            if (await session.AnsweredAsync(member.Id, route, key!) is { } known) return Answer(known, hash);
        }
        if (Paused() is { } paused) return (default, paused);
        try
        {
            var (priced, problem) = await offer(ct);
            return priced is null ? (default, problem) : await WriteAsync(member, route, priced, key!, hash, ct);
        }
        catch (VeniceException e)
        {
            return (default, e.ToProblem());
        }
    }

    public static ProblemHttpResult PriceChanged(long shown, long price) => Problems.Of(409, "price-changed",
        $"Venice now asks {Money.Dollars(price)} instead of {Money.Dollars(shown)}. Nothing was ordered; look at the new price and order again.",
        ("newPrice", price));

    private async Task<(Guid Batch, ProblemHttpResult? Problem)> WriteAsync(Member member, string route, Offer offer, string key, string hash, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        await OrderLedger.LockAsync(session);
        // The same click may have come twice at once: the lock let the other one finish first.
        if (await session.AnsweredAsync(member.Id, route, key) is { } known) return Answer(known, hash);

        var settings = await session.SettingsAsync();
        if (offer.Price > offer.ShownEach + offer.ShownEach * settings.PriceTolerancePercent / 100)
        {
            return (default, PriceChanged(offer.ShownEach, offer.Price));
        }
        var batch = Guid.CreateVersion7();
        var pieces = offer.Pieces ?? [.. Enumerable.Repeat(new OfferedPiece(offer.Model, offer.ModelName, offer.Price), offer.Variations)];
        // Ids of one millisecond come in no order; these follow each other as the pieces do, and every list by them tells a film from its beginning.
        var ids = pieces.Select(_ => Guid.CreateVersion7()).Order().ToList();
        var lines = ids.Zip(pieces, (id, piece) => LedgerLine.For(
            member.Id, offer.Kind, piece.Model, piece.ModelName, offer.Kind == OrderKind.Video ? id : null, piece.Price, session.Now, offer.Project)).ToList();
        if (await ledger.ReserveAsync(session, lines) is { } over) return (default, over.ToProblem());
        for (var index = 0; index < ids.Count; index++)
        {
            if (await offer.InsertAsync(session, new NewOrder(ids[index], batch, lines[index], settings, index)) is { } refused) return (default, refused);
        }
        await session.RememberAsync(member.Id, route, key, hash, batch.ToString());
        session.AfterCommit(() => { bell.Ring(); events.Publish(new Changed(route, member.Id)); });
        await session.CommitAsync();
        return (batch, null);
    }

    /// <summary>A 503 with the time to come back, while Venice is down.</summary>
    private ProblemHttpResult? Paused()
    {
        if (standing.RetryAfter is not { } wait) return null;
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        return Problems.Of(503, "venice-down",
            $"Venice does not answer at the moment, so nothing is ordered. The studio keeps looking; try again in {seconds} seconds.",
            (Problems.RetryAfter, seconds));
    }

    private static (Guid, ProblemHttpResult?) Answer(Idempotency.Answer known, string hash) => known.BodyHash == hash
        ? (Guid.Parse(known.Text), null)
        : (default, Problems.Of(422, "idempotency-key-reused", "This Idempotency-Key was already used for another order. Send a new key with each order."));
}
