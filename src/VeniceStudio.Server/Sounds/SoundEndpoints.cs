using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Orders;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Sounds;

public static class SoundEndpoints
{
    private const int UsualPage = 40;
    private const int LargestPage = 200;

    public static void MapSounds(this IEndpointRouteBuilder routes)
    {
        var sounds = routes.MapGroup("/api/sounds").WithTags("Sounds").RequireAuthorization();
        sounds.MapGet("/models", ModelsAsync);
        sounds.MapGet("/", ListAsync);
        sounds.MapGet("/{id:guid}", OneAsync);
        sounds.MapPost("/quote", QuoteAsync);
        sounds.MapPost("/", OrderAsync);
        sounds.MapPost("/{id:guid}/retry", RetryAsync);
        sounds.MapPost("/{id:guid}/cancel", (Member member, Guid id, SoundDecisions decisions, CancellationToken ct) => decisions.CancelAsync(member, id, ct));
        sounds.MapPost("/{id:guid}/price", (Member member, Guid id, AcceptPrice body, SoundDecisions decisions, CancellationToken ct) => decisions.AcceptPriceAsync(member, id, body, ct));
        sounds.MapPost("/{id:guid}/charged", (Member member, Guid id, SoundDecisions decisions, CancellationToken ct) => decisions.ChargedAsync(member, id, ct));
        sounds.MapPost("/{id:guid}/again", (Member member, Guid id, SoundDecisions decisions, CancellationToken ct) => decisions.ResendAsync(member, id, ct));
        sounds.MapPost("/{id:guid}/collect", (Member member, Guid id, SoundDecisions decisions, CancellationToken ct) => decisions.CollectAgainAsync(member, id, ct));
        sounds.MapDelete("/{id:guid}", (Member member, Guid id, SoundDecisions decisions, CancellationToken ct) => decisions.DeleteAsync(member, id, ct));
        routes.MapRecognition();
        routes.MapSongs();
    }

    /// <summary>Venice's models of one kind with exactly what each accepts.</summary>
    internal static async Task<Results<Ok<IReadOnlyList<SoundModelView>>, ProblemHttpResult>> ModelsAsync(
        Member member, [OneOf(typeof(SoundKind))] string kind, SoundCatalog catalog, CancellationToken ct)
    {
        if (KindOf(kind) is not { } wanted) return NoKind();
        try
        {
            IReadOnlyList<SoundModelView> views = [.. (await catalog.ModelsAsync(wanted, ct)).Select(model => model.View)];
            return TypedResults.Ok(views);
        }
        catch (VeniceException e)
        {
            return e.ToProblem();
        }
    }

    /// <summary>The member's music and speech, newest first, a page at a time; or the orders of one kind alone.</summary>
    internal static async Task<Results<Ok<SoundPageView>, ProblemHttpResult>> ListAsync(
        Member member, [OneOf(typeof(SoundKind))] string? kind, string? cursor, int? limit, StudioDb db, CancellationToken ct)
    {
        var wanted = kind is null ? null : KindOf(kind);
        if (kind is not null && wanted is null) return NoKind();
        await using var session = await db.ReadAsync(ct);
        return TypedResults.Ok(await session.SoundPageAsync(member.Id, wanted, cursor, Math.Clamp(limit ?? UsualPage, 1, LargestPage)));
    }

    internal static async Task<Results<Ok<SoundView>, NotFound>> OneAsync(Member member, Guid id, StudioDb db, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        return await session.SoundViewAsync(member.Id, id) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound();
    }

    /// <summary>What the settings cost at the moment, and whether the budgets allow it.</summary>
    internal static async Task<Results<Ok<ClipQuoteView>, ProblemHttpResult>> QuoteAsync(
        Member member, QuoteSounds body, SoundOrdering ordering, StudioDb db, CancellationToken ct)
    {
        try
        {
            var (each, problem) = await ordering.PriceAsync(body, ct);
            if (problem is not null) return problem;
            var variations = body.Variations ?? 1;
            await using var session = await db.ReadAsync(ct);
            var left = await OrderLedger.LeftAsync(session, member.Id);
            return TypedResults.Ok(new ClipQuoteView(each, each * variations, variations, left.Member, left.Studio, left.Allows(each * variations)));
        }
        catch (VeniceException e)
        {
            return e.ToProblem();
        }
    }

    /// <summary>Orders music or speech. A worker buys it from Venice; progress arrives as <c>sounds</c> events. Needs an Idempotency-Key header.</summary>
    internal static Task<Results<Accepted<IReadOnlyList<SoundView>>, ProblemHttpResult>> OrderAsync(
        Member member, OrderSounds body, [FromHeader(Name = Idempotency.Header)] string? key, SoundOrdering ordering, CancellationToken ct) =>
        ordering.OrderAsync(member, body, key, null, ct);

    /// <summary>Orders an ended one anew with the same settings. <paramref name="shownEach"/> is the price on the button.</summary>
    internal static async Task<Results<Accepted<IReadOnlyList<SoundView>>, NotFound, ProblemHttpResult>> RetryAsync(
        Member member, Guid id, long? shownEach, [FromHeader(Name = Idempotency.Header)] string? key, StudioDb db, SoundOrdering ordering, CancellationToken ct)
    {
        Sound? sound;
        long quoted;
        await using (var session = await db.ReadAsync(ct))
        {
            sound = await session.OrderOfAsync<Sound>(member.Id, id);
            if (sound is null) return TypedResults.NotFound();
            quoted = (await session.LineAsync(sound.LedgerId)).Quoted;
        }
        if (!sound.IsOver) return Problems.Of(409, "still-running", $"This {sound.Noun} is still under way. Wait until it has ended, or cancel it first.");
        var settings = sound.Read();
        var order = new OrderSounds
        {
            Kind = settings.Kind,
            Model = settings.Model,
            Prompt = settings.Prompt,
            Lyrics = settings.Lyrics,
            Seconds = settings.Seconds,
            Instrumental = settings.Instrumental,
            WriteLyrics = settings.WriteLyrics,
            Loop = settings.Loop,
            Voice = settings.Voice,
            Language = settings.Language,
            Speed = settings.Speed,
            ShownEach = shownEach ?? quoted,
            CleanUp = sound.CleanUp,
        };
        var answer = await ordering.OrderAsync(member, order, key, sound.Id, ct);
        return answer.Result is Accepted<IReadOnlyList<SoundView>> accepted ? accepted : (ProblemHttpResult)answer.Result;
    }

    private static SoundKind? KindOf(string kind) => Enum.TryParse<SoundKind>(kind, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null;

    private static ProblemHttpResult NoKind() => Problems.Bad("kind", "Sounds are of the kind music, speech or lyrics. Ask for one of these.");
}
