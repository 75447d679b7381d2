using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Catalog;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Orders;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Storyboard.Directing;

/// <summary>Takes a click for the director's work: the price is held against the one on the button, one work at a time, one work for each click.</summary>
internal sealed class DirectionOrdering(StudioDb db, VideoCatalog catalog, Director director)
{
    /// <param name="member">Who asks, and pays.</param>
    /// <param name="project">Theirs; looked up before.</param>
    /// <param name="kind">What is asked for.</param>
    /// <param name="request">In detail.</param>
    /// <param name="key">The click's own key; null: a second click meets the first one's work and is refused.</param>
    /// <param name="most">The most that it can cost with a model, micro-dollars.</param>
    /// <param name="ct">Ends the waiting for Venice's prices.</param>
    public async Task<Results<Accepted<DirectionView>, NotFound, ProblemHttpResult>> TakeAsync(
        Member member, Guid project, DirectionKind kind, DirectionRequest request, string? key, Func<TextSpec?, long> most, CancellationToken ct)
    {
        var route = $"{Direction.Table}/{project}";
        var hash = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request, ClipJson.Options)));
        long price;
        try
        {
            if (await catalog.FormWriterAsync(ct) is not { } writer) return NoWriter();
            price = most(writer.Text);
        }
        catch (VeniceException e)
        {
            return e.ToProblem();
        }
        await using var session = await db.BeginAsync(ct);
        await OrderLedger.LockAsync(session);
        if (key is not null && await session.AnsweredAsync(member.Id, route, key) is { } known) return await AgainAsync(session, project, known, hash);
        var settings = await session.SettingsAsync();
        if (price > request.ShownMost + request.ShownMost * settings.PriceTolerancePercent / 100) return OrderDesk.PriceChanged(request.ShownMost, price);
        if (await OrderLedger.RefusalOfAsync(session, member.Id, project, price) is { } over) return over.ToProblem();

        var direction = Direction.New(member.Id, project, kind, request, session.Now);
        if (!await director.TakeAsync(session, direction))
            return Problems.Of(409, "busy", "The director is at work on this project. Wait until it is done, or stop it.");
        if (key is not null) await session.RememberAsync(member.Id, route, key, hash, direction.Id.ToString());
        var view = await director.OfAsync(session, project);
        await session.CommitAsync();
        return TypedResults.Accepted($"/api/projects/{project}/direction", view!);
    }

    public static ProblemHttpResult NoWriter() =>
        Problems.Of(503, "no-writer", "Venice offers no model that writes at the moment. Write by hand, or try again later.");

    private async Task<Results<Accepted<DirectionView>, NotFound, ProblemHttpResult>> AgainAsync(DbSession session, Guid project, Idempotency.Answer known, string hash) =>
        known.BodyHash == hash && await director.OfAsync(session, project) is { } view
            ? TypedResults.Accepted($"/api/projects/{project}/direction", view)
            : Problems.Of(422, "idempotency-key-reused", "This Idempotency-Key was already used for another order. Send a new key with each order.");
}
