using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Orders;
using VeniceStudio.Server.Tracks;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Sounds;

/// <summary>The paid recognition of a track's lyrics: its price, and the click.</summary>
public static class RecognitionEndpoints
{
    /// <summary>Clicks that recognise have their own keys.</summary>
    private const string Route = "recognitions";

    public static void MapRecognition(this IEndpointRouteBuilder routes)
    {
        var lyrics = routes.MapGroup("/api/tracks/{id:guid}/lyrics").WithTags("Lyrics").RequireAuthorization();
        lyrics.MapGet("/price", PriceAsync);
        lyrics.MapPost("/recognise", RecogniseAsync);
    }

    /// <summary>What recognising this track's lyrics costs; without a model, by the one that the studio would take.</summary>
    internal static async Task<Results<Ok<RecognitionPriceView>, NotFound, ProblemHttpResult>> PriceAsync(
        Member member, Guid id, string? model, SoundCatalog catalog, StudioDb db, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        if (await session.TrackOfAsync(member.Id, id) is not { } track) return TypedResults.NotFound();
        try
        {
            var (listener, price, problem) = await ListenerAsync(catalog, model, track, ct);
            if (listener is null) return problem!;
            var left = await OrderLedger.LeftAsync(session, member.Id);
            return TypedResults.Ok(new RecognitionPriceView(listener.View.Id, listener.View.Name, price, left.Member, left.Studio, left.Allows(price)));
        }
        catch (VeniceException e)
        {
            return e.ToProblem();
        }
    }

    /// <summary>Has the lyrics recognised. A worker sends the song to Venice; the words arrive with a <c>tracks</c> event. Needs an Idempotency-Key header.</summary>
    internal static async Task<Results<Accepted<LyricsView>, NotFound, ProblemHttpResult>> RecogniseAsync(
        Member member, Guid id, RecogniseLyrics body, [FromHeader(Name = Idempotency.Header)] string? key,
        SoundCatalog catalog, OrderDesk desk, TrackLyrics lyrics, IStudioEvents events, StudioDb db, CancellationToken ct)
    {
        await using (var session = await db.ReadAsync(ct))
        {
            if (await session.TrackOfAsync(member.Id, id) is null) return TypedResults.NotFound();
        }
        var (_, problem) = await desk.TakeAsync(member, Route, key, new { id, body.Model, body.ShownPrice }, token => OfferAsync(member, id, body, catalog, events, db, token), ct);
        if (problem is not null) return problem;
        return await lyrics.ReadAsync(member, id, ct) is { } view ? TypedResults.Accepted($"/api/tracks/{id}/lyrics", view) : TypedResults.NotFound();
    }

    private static async Task<(Offer? Offer, ProblemHttpResult? Problem)> OfferAsync(
        Member member, Guid id, RecogniseLyrics body, SoundCatalog catalog, IStudioEvents events, StudioDb db, CancellationToken ct)
    {
        Track? track;
        await using (var session = await db.ReadAsync(ct)) track = await session.TrackOfAsync(member.Id, id);
        if (track is null) return (null, Problems.Of(404, "not-found", "This song is no longer here."));
        var (listener, price, problem) = await ListenerAsync(catalog, body.Model, track, ct);
        if (listener is null) return (null, problem);
        var settings = new SoundSettings { Kind = SoundKind.Lyrics, Model = listener.View.Id, Prompt = track.Title };
        return (new Offer(OrderKind.Lyrics, listener.View.Id, listener.View.Name, price, body.ShownPrice, 1, async (session, place) =>
        {
            // Looked at under the ledger's lock: two clicks with keys of their own are one recognition.
            if (await session.RecognitionUnderWayAsync(id) is { } other) return UnderWay(other);
            await session.InsertSoundAsync(Sound.Ordered(member.Id, place, settings, listener.View.Name, price, false, null, id, session.Now));
            await session.StartRecognitionAsync(id, place.Line.Id, listener.View.Id);
            session.AfterCommit(() => events.Publish(new Changed("tracks", member.Id)));
            return null;
        }), null);
    }

    private static async Task<(SoundModel? Model, long Price, ProblemHttpResult? Problem)> ListenerAsync(
        SoundCatalog catalog, string? wanted, Track track, CancellationToken ct)
    {
        var model = wanted is null ? await catalog.ListenerAsync(ct) : await catalog.FindAsync(SoundKind.Lyrics, wanted, ct);
        if (model is null)
        {
            return (null, 0, wanted is null
                ? Problems.Of(503, "no-listener", "Venice offers no model at the moment that says when words are sung. Tap the lines along, or try again later.")
                : SoundOrdering.NoModel());
        }
        if (!model.View.Available) return (null, 0, Problems.Bad("model", $"{model.View.Name} cannot be used now. {model.View.UnavailableBecause} Choose another model."));
        return model.Listening?.PriceOf(track.Seconds) is { } price ? (model, price, null) : (null, 0, SoundOrdering.NoPrice(model.View.Name));
    }

    private static ProblemHttpResult UnderWay(Sound other) => other.Status switch
    {
        Clips.ClipStatus.Uncertain => Problems.Of(409, "uncertain",
            "Nobody knows whether Venice charged the last recognition of this song. First say which it was; then it can be recognised again.", ("soundId", other.Id)),
        Clips.ClipStatus.PriceChanged => Problems.Of(409, "price-changed",
            "The price rose while this song waited to be recognised. First accept the new price, or cancel.", ("soundId", other.Id), ("newPrice", other.NewPrice)),
        _ => Problems.Of(409, "not-now", "The lyrics of this song are being recognised already. Wait for the words.", ("soundId", other.Id)),
    };
}
