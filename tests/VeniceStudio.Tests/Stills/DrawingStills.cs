using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Orders;
using VeniceStudio.Server.Storyboard;
using VeniceStudio.Server.Storyboard.Stills;
using VeniceStudio.Tests.Clips;
using VeniceStudio.Tests.Projects;

namespace VeniceStudio.Tests.Stills;

public abstract class DrawingStills(IStudioWithVenice house)
{
    private readonly StudioApp studio = house.Studio;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_missing_still_is_drawn_once_at_the_price_that_was_shown_and_takes_its_place()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var film = await studio.GivenAFilmAsync(owner.Id, ["a gondola at dusk", "a mask in a window", "the same canal, empty"],
            shape: (shot, index) => index == 2 ? shot with { SameAs = Guid.NewGuid() } : shot);
        var price = await owner.Client.QuoteStillsAsync(film.Id, new { missing = true });
        Assert.Equal((10_000, 20_000, 2, true), (price.Each, price.Total, price.Count, price.WithinBudget));

        var before = house.Venice.Balance;
        var ordered = await owner.Client.OrderStillsAsync(film.Id, new { missing = true, shownTotal = price.Total });
        Assert.All(ordered, still => Assert.Equal(ClipStatus.Reserved, still.Status));
        await studio.RunStillsAsync();

        var stills = await owner.Client.StillsOfAsync(film.Id);
        Assert.All(stills, still => Assert.Equal((ClipStatus.Done, "image/jpeg", 10_000L), (still.Status, still.Media!.MimeType, still.Paid)));
        var board = await studio.BoardAsync(film.Id);
        Assert.Equal(2, stills.Count);
        Assert.Equal(board.Shots.Select(shot => stills.SingleOrDefault(still => still.ShotId == shot.Id)?.Media!.Id), board.Shots.Select(shot => shot.StillId));
        Assert.InRange(stills[0].Media!.Width!.Value / (double)stills[0].Media!.Height!.Value, 1.7, 1.85);
        Assert.NotNull(stills[0].Media!.PosterUrl);
        Assert.Equal(0.02m, before - house.Venice.Balance);
        Assert.Equal(LedgerState.Paid, (await studio.LineOfStillAsync(stills[0].Id)).State);
        Assert.Equal(film.Id, (await studio.LineOfStillAsync(stills[0].Id)).ProjectId);
        using var thumbnail = await owner.Client.GetAsync(stills[0].Media!.PosterUrl, Ct);
        Assert.Equal("image/jpeg", thumbnail.Content.Headers.ContentType!.MediaType);
        Assert.Empty(Directory.EnumerateFiles(studio.Services.GetRequiredService<MediaStore>().TemporaryFolder));

        using var again = await owner.Client.PostStillsAsync(film.Id, new { missing = true, shownTotal = 1 });
        await again.ProblemAsync(HttpStatusCode.Conflict, "nothing-to-draw");
    }

    [Fact]
    public async Task A_project_says_how_many_are_being_drawn_until_they_are_stopped_or_there()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var film = await studio.GivenAFilmAsync(owner.Id, ["a gondola at dusk", "a mask in a window", "a bell"]);
        async Task<string?> NeedsAsync() => (await owner.Client.ReadProjectAsync(film.Id)).Standing.Needs;
        Assert.Equal("3 shots have no still yet.", await NeedsAsync());
        await owner.Client.OrderStillsAsync(film.Id, new { missing = true, shownTotal = 30_000 });
        Assert.Equal("3 stills are being drawn.", await NeedsAsync());

        var before = house.Venice.Balance;
        using var answer = await owner.Client.PostAsync(new Uri($"/api/projects/{film.Id}/stills/stop", UriKind.Relative), null, Ct);
        Assert.Equal(3, (await answer.Content.ReadFromJsonAsync<StoppedView>(Ct))!.Stopped);
        await studio.RunStillsAsync();
        Assert.Equal("3 shots have no still yet.", await NeedsAsync());
        Assert.Equal(before, house.Venice.Balance);
    }

    [Fact]
    public async Task Variants_are_versions_of_which_the_first_is_shown_and_any_other_may_be_taken()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var film = await studio.GivenAFilmAsync(owner.Id, ["a gondola at dusk"]);
        await owner.Client.OrderStillsAsync(film.Id, new { shotIds = film.Shots, variants = 2, shownEach = 10_000 });
        await studio.RunStillsAsync();
        var versions = await owner.Client.StillsOfAsync(film.Id);
        Assert.Equal(2, versions.Count);
        var shown = (await studio.BoardAsync(film.Id)).Shots[0].StillId!.Value;
        var other = Assert.Single(versions, version => version.Media!.Id != shown).Media!.Id;

        await owner.Client.PostAsync($"/api/projects/{film.Id}/shots/{film.Shots[0]}/still", new { mediaId = other }).OkAsync();
        Assert.Equal(other, (await studio.BoardAsync(film.Id)).Shots[0].StillId);
        Assert.Equal(2, (await owner.Client.StillsOfAsync(film.Id)).Count);
    }

    [Fact]
    public async Task What_was_chosen_approved_or_locked_meanwhile_stays_and_the_new_picture_waits_among_the_versions()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var film = await studio.GivenAFilmAsync(owner.Id, ["a gondola", "a mask", "a bridge"]);
        await owner.Client.OrderStillsAsync(film.Id, new { missing = true, shownEach = 10_000 });
        await studio.RunStillsAsync();
        var first = (await studio.BoardAsync(film.Id)).Shots.Select(shot => shot.StillId).ToList();
        await owner.Client.OrderStillsAsync(film.Id, new { shotIds = film.Shots, shownEach = 10_000 });
        var own = await studio.GivenAPictureAsync(owner.Id);
        var yes = new Approval(first[1], "a mask", null, null, null, null, 0, owner.Id, studio.Clock.GetUtcNow());
        await studio.ChangeBoardAsync(film.Id, board => board with
        {
            Shots = [board.Shots[0] with { StillId = own }, board.Shots[1] with { Approval = yes }, board.Shots[2] with { Locked = true }],
        });
        await studio.RunStillsAsync();
        Assert.Equal([own, first[1], first[2]], (await studio.BoardAsync(film.Id)).Shots.Select(shot => shot.StillId));
        Assert.Equal(6, (await owner.Client.StillsOfAsync(film.Id)).Count(still => still.Status == ClipStatus.Done));
    }

    [Fact]
    public async Task A_double_click_is_one_order_and_two_pages_that_ask_for_what_is_missing_buy_it_once()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var film = await studio.GivenAFilmAsync(owner.Id, ["a gondola", "a mask"]);
        var key = Guid.NewGuid().ToString();
        var body = new { missing = true, shownEach = 10_000 };
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => owner.Client.PostStillsAsync(film.Id, body, key)).Concat(
            [owner.Client.PostStillsAsync(film.Id, body), owner.Client.PostStillsAsync(film.Id, body)]));
        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.Accepted);
        await studio.RunStillsAsync();
        Assert.Equal(2, house.Venice.Calls["image/generate"]);
        Assert.Equal(2, (await owner.Client.StillsOfAsync(film.Id)).Count);
        foreach (var answer in answers) answer.Dispose();
    }

    [Fact]
    public async Task A_higher_price_and_a_projects_budget_stop_all_of_an_order_before_anything_is_bought()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var film = await studio.GivenAFilmAsync(owner.Id, ["a gondola", "a mask"]);
        using var low = await owner.Client.PostStillsAsync(film.Id, new { missing = true, shownTotal = 15_000 });
        Assert.Equal(20_000, (await low.ProblemAsync(HttpStatusCode.Conflict, "price-changed")).GetProperty("newPrice").GetInt64());
        using var none = await owner.Client.PostStillsAsync(film.Id, new { missing = true });
        Assert.Equal("shownTotal", (await none.ProblemAsync(HttpStatusCode.BadRequest, "bad-input")).Text("field"));
        await using (var session = await studio.Db.BeginAsync(Ct))
        {
            await session.ExecuteAsync("UPDATE projects SET budget = 15000 WHERE id = @Id", new { film.Id });
            await session.CommitAsync();
        }
        Assert.False((await owner.Client.QuoteStillsAsync(film.Id, new { missing = true })).WithinBudget);
        using var over = await owner.Client.PostStillsAsync(film.Id, new { missing = true, shownTotal = 20_000 });
        await over.ProblemAsync(HttpStatusCode.PaymentRequired, "over-budget");
        Assert.Empty(await owner.Client.StillsOfAsync(film.Id));
    }

    [Fact]
    public async Task T19_A_model_with_qualities_is_asked_for_the_middling_one_and_charges_what_was_quoted()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var film = await studio.GivenAFilmAsync(owner.Id, ["a gondola"], docs => docs with { Plan = docs.Plan with { ImageModel = "vetrata-2" } });
        var before = house.Venice.Balance;
        await owner.Client.OrderStillsAsync(film.Id, new { missing = true, shownEach = 70_000 });
        await studio.RunStillsAsync();
        Assert.Equal(0.07m, before - house.Venice.Balance);
        await owner.Client.OrderStillsAsync(film.Id, new { shotIds = film.Shots, sentence = "make it night", shownEach = 80_000 });
        await studio.RunStillsAsync();
        Assert.Equal(0.15m, before - house.Venice.Balance);
        Assert.All(await owner.Client.StillsOfAsync(film.Id), still => Assert.Equal(ClipStatus.Done, still.Status));
    }

    [Fact]
    public async Task Stills_that_a_living_project_has_are_never_reclaimed()
    {
        house.Venice.Reset();
        using var member = await studio.MemberAsync();
        var film = await studio.GivenAFilmAsync(member.Id, ["a gondola"]);
        await member.Client.OrderStillsAsync(film.Id, new { missing = true, shownEach = 10_000 });
        await studio.RunStillsAsync();
        var own = await studio.GivenAPictureAsync(member.Id);
        await member.Client.PostAsync($"/api/projects/{film.Id}/shots/{film.Shots[0]}/still", new { mediaId = own }).OkAsync();
        studio.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(0, (await member.Client.PostAsync("/api/library/reclaim", new { unused = true }).OkAsync()).GetProperty("files").GetInt32());

        Assert.Equal(HttpStatusCode.NoContent, (await member.Client.DeleteAsync($"/api/projects/{film.Id}", Ct)).StatusCode);
        Assert.Equal(2, (await member.Client.PostAsync("/api/library/reclaim", new { unused = true }).OkAsync()).GetProperty("files").GetInt32());
    }

    [Theory]
    [InlineData("{\"shotIds\":[],\"shownEach\":10}", "shotIds")]
    [InlineData("{\"missing\":true,\"castId\":\"0199f0aa-0000-7000-8000-000000000000\",\"shownEach\":10}", "shotIds")]
    [InlineData("{\"shotIds\":[\"0199f0aa-0000-7000-8000-000000000000\"],\"shownEach\":10}", "shotIds")]
    [InlineData("{\"castId\":\"0199f0aa-0000-7000-8000-000000000000\",\"shownEach\":10}", "castId")]
    [InlineData("{\"missing\":true,\"model\":\"no-such\",\"shownEach\":10}", "model")]
    public async Task What_cannot_be_drawn_is_refused_with_the_field_and_a_sentence(string body, string field)
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var film = await studio.GivenAFilmAsync(owner.Id, ["a gondola"]);
        using var answer = await owner.Client.PostStillsAsync(film.Id, JsonSerializer.Deserialize<JsonElement>(body));
        Assert.Equal(field, (await answer.ProblemAsync(HttpStatusCode.BadRequest, "bad-input")).Text("field"));
    }

    [Fact]
    public async Task The_image_models_are_listed_with_their_kin_and_both_prices()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var models = (await System.Net.Http.Json.HttpClientJsonExtensions.GetFromJsonAsync<List<ImageModelView>>(owner.Client, "/api/catalog/image-models", ClipJson.Options, Ct))!;
        Assert.True(Assert.Single(models, model => model.Id == "fresco-turbo").Usual);
        var glass = Assert.Single(models, model => model.Id == "vetrata-2");
        Assert.Equal((70_000L, "vetrata-2-edit", 80_000L), (glass.Price, glass.EditModel, glass.EditPrice));
    }
}

public sealed class DrawingStillsOnSqlite(SqliteWithPictures house) : DrawingStills(house), IClassFixture<SqliteWithPictures>;

public sealed class DrawingStillsOnPostgres(PostgresWithPictures house) : DrawingStills(house), IClassFixture<PostgresWithPictures>;
