using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Catalog;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Projects;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Storyboard;

/// <summary>Cuts and prices plans: what a song would become with some settings, before anything is kept or bought.</summary>
public sealed class Planning(
    StudioDb db, ConceptDesk concept, UsualVideo usual, PriceBook prices, IStillPrices? stills = null, IDirectionNews? news = null)
{
    public async Task<Results<Ok<PlanView>, NotFound, ProblemHttpResult>> PreviewAsync(Member member, Guid id, PlanSettings plan, CancellationToken ct)
    {
        var (docs, song, problem) = await LoadAsync(member, id, ct);
        if (docs is null) return TypedResults.NotFound();
        if (await concept.CheckAsync(plan, ct) is { } broken) return Problems.Bad(broken.Field, broken.Sentence);
        if (song is null) return problem!;
        docs = docs with { Plan = plan };
        try
        {
            var ground = await GroundAsync(song, docs, ShotPrices.FormAge, ct);
            return ground.Video is null ? NoModel(docs) : TypedResults.Ok(await ViewAsync(ground, ct));
        }
        catch (VeniceException e)
        {
            return e.ToProblem();
        }
    }

    /// <summary>What a member said about a film, and its song; null docs: not theirs; a problem: the song has not been heard.</summary>
    internal async Task<(ProjectDocs? Docs, ProjectSong? Song, ProblemHttpResult? Problem)> LoadAsync(Member member, Guid id, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        if (await session.ProjectOfAsync(member.Id, id) is not { } project) return (null, null, null);
        var song = await session.ProjectSongAsync(project.TrackId);
        return (project.Read(), song, song is null ? NotHeard() : null);
    }

    /// <summary>The model of the plan with a quote for each of its lengths.</summary>
    /// <exception cref="VeniceException">Venice does not answer and nothing is known.</exception>
    internal async Task<PlanGround> GroundAsync(ProjectSong song, ProjectDocs docs, TimeSpan age, CancellationToken ct)
    {
        var video = await usual.OfAsync(docs, ct);
        return new PlanGround(song.Heard, docs, video, video is null ? new Dictionary<double, long>() : await QuotesAsync(video, age, ct));
    }

    /// <summary>The model of the plan where one is known, without prices: for cutting while Venice does not answer.</summary>
    internal async Task<PlanGround> WithoutPricesAsync(ProjectSong song, ProjectDocs docs, CancellationToken ct)
    {
        VideoChoice? video = null;
        try
        {
            video = await usual.OfAsync(docs, ct);
        }
        catch (VeniceException)
        {
            // Nothing is known of any model: then shots may have any length.
        }
        return new PlanGround(song.Heard, docs, video, new Dictionary<double, long>());
    }

    /// <summary>Micro-dollars by length, for every length that Venice quotes.</summary>
    internal async Task<IReadOnlyDictionary<double, long>> QuotesAsync(VideoChoice video, TimeSpan age, CancellationToken ct)
    {
        var answers = await Task.WhenAll(video.Lengths.Select(async length =>
        {
            try
            {
                return (length.Seconds, Price: (long?)await prices.WithinAsync(video.QuoteOf(length.Name), age, ct));
            }
            catch (VeniceException e) when (!e.MayPass)
            {
                // A length that the list names and the quote refuses cannot be bought either.
                return (length.Seconds, null);
            }
        }));
        return answers.Where(answer => answer.Price is not null).DistinctBy(answer => answer.Seconds).ToDictionary(answer => answer.Seconds, answer => answer.Price!.Value);
    }

    internal async Task<PlanView> ViewAsync(PlanGround ground, CancellationToken ct)
    {
        var plan = ground.Priced(ground.Cut());
        return PlanViews.View(ground, plan, ground.Priced(ground.CutAtNearestBeats()), await RatesAsync(ground.Docs, plan, ct));
    }

    internal async Task<PlanRates> RatesAsync(ProjectDocs docs, PricedBoard plan, CancellationToken ct) => new(
        stills is null ? null : await stills.EachAsync(docs, fromPicture: false, ct),
        stills is null ? null : await stills.EachAsync(docs, fromPicture: true, ct),
        news is null ? null : await news.MostAsync(docs, plan.Board.Shots.Count(shot => shot.SameAs is null), ct));

    internal static ProblemHttpResult NotHeard() => Problems.Of(409, "not-yet", "The song has not been heard yet. Wait until the studio has listened to it.");

    internal static ProblemHttpResult NoModel(ProjectDocs docs) => Problems.Of(
        409, "no-model", $"Venice has no video model at the moment that makes {docs.AspectRatio} clips from stills. Choose a model by hand, or another platform.", ("field", "videoModel"));
}
