using System.Net;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Films;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Storyboard;
using VeniceStudio.Simulator.Faults;
using VeniceStudio.Tests.Clips;
using VeniceStudio.Tests.Media.Ffmpeg;
using VeniceStudio.Tests.Projects;

namespace VeniceStudio.Tests.Filming;

public abstract class AtTheRefusalDesk(IStudioWithVenice house, MediaBench bench)
{
    private readonly StudioApp studio = house.Studio;

    [Theory]
    [InlineData("refuse-content", DeskKind.WordsRefused, DeskAct.SofterWords)]
    [InlineData("refuse-provider", DeskKind.PictureRefused, DeskAct.OtherStill)]
    [InlineData("refuse-422-refunded", DeskKind.PictureRefused, DeskAct.TryAgain)]
    [InlineData("placeholder-media=99", DeskKind.Placeholder, DeskAct.CollectAgain)]
    [InlineData("consent", DeskKind.Consent, DeskAct.Agree)]
    [InlineData("queue-cut-charged", DeskKind.Uncertain, DeskAct.Charged)]
    [InlineData("402-balance", DeskKind.Balance, DeskAct.TryAgain)]
    [InlineData("fail-after=1", DeskKind.Failed, DeskAct.TryAgain)]
    public async Task Each_trouble_of_one_shot_has_a_card_with_its_ways_out_while_the_others_go_on(string fault, DeskKind kind, DeskAct way)
    {
        house.Venice.Reset();
        using var member = await studio.MemberAsync();
        var film = await studio.GivenAFilmAsync(member, bench, 3, (shot, i) => i == 1 ? shot with { Words = shot.Words with { Picture = $"A duel [sim:{fault}]" } } : shot);
        await film.RenderAsync().OkAsync();
        await studio.RunUntilIdleAsync();

        var card = Assert.Single(await film.DeskAsync());
        Assert.Equal((kind, 2, DeskOf.Take), (card.Kind, card.Number, card.Of));
        Assert.EndsWith(".", card.Sentence, StringComparison.Ordinal);
        Assert.Contains(card.Ways, one => one.Act == way);
        Assert.Equal(2, (await film.TakesAsync()).Count(take => take.Clip!.Status == ClipStatus.Done));
        var needs = (await film.Client.ReadProjectAsync(film.Id)).Standing.Needs;
        Assert.Equal(kind is DeskKind.Consent or DeskKind.Uncertain ? "1 clip waits for your word." : "1 shot has no clip yet.", needs);
        // The film can be made all the same: the still moves in the clip's place.
        Assert.Empty((await film.CutAsync()).Missing);
        Assert.NotNull((await film.CutAsync()).Spans[1].Missing);
    }

    [Fact]
    public async Task Softer_words_lead_from_a_refusal_to_a_clip_and_the_card_goes()
    {
        house.Venice.Reset();
        using var member = await studio.MemberAsync();
        var film = await studio.GivenAFilmAsync(member, bench, 2, (shot, i) => i == 0 ? shot with { Words = shot.Words with { Picture = "A duel [sim:refuse-content]" } } : shot);
        await film.RenderAsync().OkAsync();
        await studio.RunUntilIdleAsync();
        var card = Assert.Single(await film.DeskAsync());
        var way = card.Ways.Single(one => one.Act == DeskAct.SofterWords);
        Assert.Equal(FilmGiven.Price, way.Price);
        var (again, click) = (new { takeId = card.Id, prompt = "Two friends meet", shownEach = way.Price }, Guid.NewGuid().ToString());
        await film.Client.PostWithKeyAsync($"/api{way.Route}", again, click).OkAsync();
        // The same card on another page buys nothing; the same click once more is answered as before.
        await film.Client.PostWithKeyAsync($"/api{way.Route}", again).ProblemAsync(HttpStatusCode.Conflict, "nothing-to-render");
        await film.Client.PostWithKeyAsync($"/api{way.Route}", again, click).OkAsync();
        await studio.RunUntilIdleAsync();
        Assert.Empty(await film.DeskAsync());
        Assert.Equal("Two friends meet", (await film.TakesAsync()).Last(take => take.ShotId == film.Board.Shots[0].Id).Clip!.Prompt());
        Assert.Equal(2, house.Venice.Purchases);
    }

    [Fact]
    public async Task Another_model_is_offered_with_the_difference_in_price()
    {
        house.Venice.Reset();
        using var member = await studio.MemberAsync();
        var film = await studio.GivenAFilmAsync(member, bench, 1, (shot, _) => shot with
        {
            Words = shot.Words with { Picture = "A crowd [sim:refuse-422-refunded][sim:recommend=brezza-image-to-video]" },
        });
        await film.RenderAsync().OkAsync();
        await studio.RunUntilIdleAsync();
        var way = Assert.Single(await film.DeskAsync()).Ways.Single(one => one.Act == DeskAct.OtherModel);
        Assert.Equal("Try Brezza", way.Label);
        Assert.Equal(way.Price - FilmGiven.Price, way.Difference);
    }

    [Fact]
    public async Task With_a_third_of_everything_failing_all_shots_end_rightly_and_nothing_is_bought_twice()
    {
        house.Venice.Reset();
        string[] kinds = ["queue-500-charged", "queue-cut-charged", "refuse-content", "refuse-provider", "429", "fail-after", "refuse-422-refunded", "poll-503", "cut-media", "html-media"];
        foreach (var (kind, at) in kinds.Select((kind, at) => (kind, at))) house.Venice.Faults.Add(new FaultRule("video/queue", kind, "1", Probability: 0.04, Seed: (ulong)(at + 3)));
        using var member = await studio.MemberAsync();
        var film = await studio.GivenAFilmAsync(member, bench, 12);
        await film.RenderAsync().OkAsync();
        await studio.RunUntilIdleAsync();
        house.Venice.Faults.Clear();
        for (var round = 0; round < 4 && await film.DeskAsync() is { Count: > 0 } cards; round++)
        {
            foreach (var card in cards) await OutAsync(film, card);
            await studio.RunUntilIdleAsync();
        }
        Assert.Empty(await film.DeskAsync());
        Assert.All((await film.CutAsync()).Spans, span => Assert.Equal(SpanShows.Take, span.Source));
        var bought = 0;
        foreach (var take in await film.TakesAsync()) if ((await studio.LineOfAsync(take.Id)).State is LedgerState.Paid or LedgerState.Refunded) bought++;
        Assert.Equal(bought, house.Venice.Purchases);
    }

    private static async Task OutAsync(GivenFilm film, DeskCardView card)
    {
        var way = card.Ways.FirstOrDefault(one => one.Act == DeskAct.Charged) ?? card.Ways.FirstOrDefault(one => one.Act == DeskAct.SofterWords)
            ?? card.Ways.First(one => one.Act is DeskAct.TryAgain);
        using var answer = way.Act == DeskAct.Charged ? await film.Client.PostAsync($"/api{way.Route}", new { })
            : await film.Client.PostWithKeyAsync($"/api{way.Route}", new { takeId = card.Id, prompt = way.Prompt, shownEach = way.Price });
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
    }
}

internal static class TakeWords
{
    public static string Prompt(this ClipView clip) => clip.Settings.Prompt;
}

public sealed class AtTheRefusalDeskOnSqlite(SqliteWithVenice house, MediaBench bench) : AtTheRefusalDesk(house, bench), IClassFixture<SqliteWithVenice>, IClassFixture<MediaBench>;

public sealed class AtTheRefusalDeskOnPostgres(PostgresWithVenice house, MediaBench bench) : AtTheRefusalDesk(house, bench), IClassFixture<PostgresWithVenice>, IClassFixture<MediaBench>;
