using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Orders;

namespace VeniceStudio.Server.Sounds;

/// <summary>Holds an order for music or speech against its model, prices it, and hands it to the desk.</summary>
public sealed class SoundOrdering(StudioDb db, SoundCatalog catalog, SoundPrices prices, OrderDesk desk)
{
    public async Task<Results<Accepted<IReadOnlyList<SoundView>>, ProblemHttpResult>> OrderAsync(
        Member member, OrderSounds order, string? key, Guid? retryOf, CancellationToken ct)
    {
        if (NotHere(order.Kind) is { } wrong) return wrong;
        var (batch, problem) = await desk.TakeAsync(member, Sound.Table, key, order, token => OfferAsync(member, order, retryOf, token), ct);
        if (problem is not null) return problem;
        await using var session = await db.ReadAsync(ct);
        var views = await session.SoundViewsAsync(member.Id, batch);
        return TypedResults.Accepted((string?)null, views);
    }

    /// <summary>What a form's settings cost at the moment, micro-dollars for one; or why nobody can say.</summary>
    public async Task<(long Price, ProblemHttpResult? Problem)> PriceAsync(QuoteSounds body, CancellationToken ct)
    {
        if (NotHere(body.Kind) is { } wrong) return (0, wrong);
        if (await catalog.FindAsync(body.Kind, body.Model, ct) is not { } model) return (0, NoModel());
        return await prices.RecentAsync(model, body.Seconds, body.Characters ?? 0, ct) is { } price ? (price, null) : (0, NoPrice(model.View.Name));
    }

    public static ProblemHttpResult NoModel() => Problems.Bad("model", "Venice has no such model for this kind of sound at the moment. Choose one from the list.");

    public static ProblemHttpResult NoPrice(string model) =>
        Problems.Of(409, "no-price", $"Venice names no price for {model}, and nothing is ordered whose price is unknown. Choose another model.");

    private async Task<(Offer? Offer, ProblemHttpResult? Problem)> OfferAsync(Member member, OrderSounds order, Guid? retryOf, CancellationToken ct)
    {
        if (await catalog.FindAsync(order.Kind, order.Model, ct) is not { } model) return (null, NoModel());
        if (SoundRules.Check(model.View, order) is { } broken) return (null, Problems.Bad(broken.Field, broken.Sentence));
        var settings = Settings(order);
        if (await prices.RecentAsync(model, settings.Seconds, settings.Prompt.Length, ct) is not { } price) return (null, NoPrice(model.View.Name));
        var kind = order.Kind == SoundKind.Music ? OrderKind.Music : OrderKind.Speech;
        return (new Offer(kind, order.Model, model.View.Name, price, order.ShownEach, order.Variations ?? 1, async (session, place) =>
        {
            await session.InsertSoundAsync(Sound.Ordered(
                member.Id, place, settings, model.View.Name, price, order.CleanUp ?? place.Studio.CleanUpByDefault, retryOf, null, session.Now));
            return null;
        }), null);
    }

    /// <summary>The words of a track are ordered at the track.</summary>
    private static ProblemHttpResult? NotHere(SoundKind kind) =>
        kind is SoundKind.Music or SoundKind.Speech ? null : Problems.Bad("kind", "Order music or speech here. Lyrics are recognised on the song's own page.");

    private static SoundSettings Settings(SoundSettings order) => new()
    {
        Kind = order.Kind,
        Model = order.Model,
        Prompt = order.Prompt.Trim(),
        Lyrics = string.IsNullOrWhiteSpace(order.Lyrics) ? null : order.Lyrics.Trim(),
        Seconds = order.Seconds,
        Instrumental = order.Instrumental,
        WriteLyrics = order.WriteLyrics,
        Loop = order.Loop,
        Voice = order.Voice,
        Language = order.Language,
        Speed = order.Speed,
    };
}
