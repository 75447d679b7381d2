using System.Net;
using Microsoft.Extensions.DependencyInjection;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Storyboard.Stills;
using VeniceStudio.Tests.Clips;

namespace VeniceStudio.Tests.Stills;

public abstract class JudgingStills(IStudioWithVenice house)
{
    private readonly StudioApp studio = house.Studio;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("blurred", "blurred")]
    [InlineData("violation", "refused")]
    [InlineData("flat-picture", "unusable")]
    [InlineData("placeholder-media", "unusable")]
    [InlineData("html-as-mp4", "unusable")]
    [InlineData("empty-media", "unusable")]
    [InlineData("truncated-media", "unusable")]
    public async Task T16_A_picture_of_no_use_is_never_shown_says_why_and_what_it_cost_and_loses_only_itself(string fault, string kind)
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var film = await studio.GivenAFilmAsync(owner.Id, [$"a gondola [sim:{fault}]", "a mask"]);
        await owner.Client.OrderStillsAsync(film.Id, new { missing = true, shownEach = 10_000 });
        await studio.RunStillsAsync();

        var stills = await owner.Client.StillsOfAsync(film.Id);
        var bad = Assert.Single(stills, still => still.ShotId == film.Shots[0]);
        Assert.Equal((ClipStatus.Failed, kind, 10_000L, false), (bad.Status, bad.Failure!.Kind, bad.Paid, bad.Failure.CanCollectAgain));
        Assert.Contains("$0.01", bad.Failure.Sentence, StringComparison.Ordinal);
        Assert.Null(bad.Media);
        Assert.Equal(ClipStatus.Done, Assert.Single(stills, still => still.ShotId == film.Shots[1]).Status);
        var board = await studio.BoardAsync(film.Id);
        Assert.Equal((null, true), (board.Shots[0].StillId, board.Shots[1].StillId is not null));
        Assert.Empty(Directory.EnumerateFiles(studio.Services.GetRequiredService<MediaStore>().TemporaryFolder));

        // One button fills in what is missing, and nothing else.
        Assert.Equal(1, (await owner.Client.QuoteStillsAsync(film.Id, new { missing = true })).Count);
    }

    [Fact]
    public async Task T17_Bytes_without_a_type_are_a_picture_by_what_they_are()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var film = await studio.GivenAFilmAsync(owner.Id, ["a gondola [sim:octet-stream] [sim:no-length]"]);
        await owner.Client.OrderStillsAsync(film.Id, new { missing = true, shownEach = 10_000 });
        await studio.RunStillsAsync();
        Assert.Equal("image/jpeg", Assert.Single(await owner.Client.StillsOfAsync(film.Id)).Media!.MimeType);
    }

    [Theory]
    [InlineData("queue-500-charged")]
    [InlineData("queue-cut-charged")]
    [InlineData("queue-html-charged")]
    [InlineData("cut-media")]
    public async Task T1_A_lost_answer_is_uncertain_is_never_sent_again_by_itself_and_waits_for_a_persons_word(string fault)
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var film = await studio.GivenAFilmAsync(owner.Id, [$"a gondola [sim:{fault}]"]);
        var still = (await owner.Client.OrderStillsAsync(film.Id, new { missing = true, shownEach = 10_000 }))[0];
        await studio.RunStillsAsync();
        Assert.Equal(ClipStatus.Uncertain, Assert.Single(await owner.Client.StillsOfAsync(film.Id)).Status);
        Assert.Equal(LedgerState.Uncertain, (await studio.LineOfStillAsync(still.Id)).State);
        Assert.Equal(1, house.Venice.Calls["image/generate"]);
        using var missing = await owner.Client.PostStillsAsync(film.Id, new { missing = true, shownEach = 10_000 });
        await missing.ProblemAsync(HttpStatusCode.Conflict, "nothing-to-draw");

        Assert.Equal("charged-without-still", (await owner.Client.DecideStillAsync(still.Id, "charged")).Failure!.Kind);
        Assert.Equal(10_000, (await studio.LineOfStillAsync(still.Id)).Paid);
    }

    [Fact]
    public async Task What_a_person_saw_uncharged_is_sent_again_and_a_refusal_costs_nothing_and_offers_other_words()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var film = await studio.GivenAFilmAsync(owner.Id, ["a gondola", "a mask [sim:refuse-content]"]);
        house.Venice.Faults.Add("image/generate", "queue-cut", times: 1);
        var stills = await owner.Client.OrderStillsAsync(film.Id, new { missing = true, shownEach = 10_000 });
        await studio.RunStillsAsync();
        var views = await owner.Client.StillsOfAsync(film.Id);
        var uncertain = Assert.Single(views, view => view.Status == ClipStatus.Uncertain);
        if (uncertain.ShotId == film.Shots[0])
        {
            var refused = Assert.Single(views, view => view.ShotId == film.Shots[1]);
            Assert.Equal((ClipStatus.Failed, "refused", 0L), (refused.Status, refused.Failure!.Kind, refused.Paid));
            Assert.NotNull(refused.Failure.SuggestedPrompt);
        }
        await owner.Client.DecideStillAsync(uncertain.Id, "send-again");
        await studio.RunStillsAsync();
        Assert.DoesNotContain(await owner.Client.StillsOfAsync(film.Id), view => view.Status == ClipStatus.Uncertain);
        Assert.Equal(2, stills.Count);
    }

    [Fact]
    public async Task A_crash_between_a_blurred_picture_and_its_row_does_not_make_it_a_good_one()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var film = await studio.GivenAFilmAsync(owner.Id, ["a gondola"]);
        var still = (await owner.Client.OrderStillsAsync(film.Id, new { missing = true, shownEach = 10_000 }))[0];
        var landing = studio.Services.GetRequiredService<MediaStore>().LandingOf(still.Id, ".still");
        Directory.CreateDirectory(Path.GetDirectoryName(landing)!);
        await File.WriteAllBytesAsync(landing, await Pictures.FaceAsync(), Ct);
        await File.WriteAllTextAsync(landing + ".flaw", nameof(StillFlaw.Blurred), Ct);
        await using (var session = await studio.Db.BeginAsync(Ct))
        {
            await session.ExecuteAsync("UPDATE stills SET status = 2 WHERE id = @Id", new { still.Id });
            await session.CommitAsync();
        }
        await studio.RunStillsAsync();
        var ended = Assert.Single(await owner.Client.StillsOfAsync(film.Id));
        Assert.Equal((ClipStatus.Failed, "blurred", 10_000L), (ended.Status, ended.Failure!.Kind, ended.Paid));
        Assert.False(house.Venice.Calls.ContainsKey("image/generate"));
        Assert.False(File.Exists(landing) || File.Exists(landing + ".flaw"));
    }

    [Fact]
    public async Task Venice_down_in_the_middle_leaves_a_partial_board_that_fills_itself_when_it_is_back()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var film = await studio.GivenAFilmAsync(owner.Id, ["a gondola", "a mask", "a bridge"]);
        await owner.Client.OrderStillsAsync(film.Id, new { shotIds = film.Shots.Take(1), shownEach = 10_000 });
        await studio.RunStillsAsync();
        await owner.Client.OrderStillsAsync(film.Id, new { missing = true, shownEach = 10_000 });
        house.Venice.Faults.Add("image/generate", "429", times: 4, argument: "20");
        await studio.RunStillsAsync();
        Assert.All((await studio.BoardAsync(film.Id)).Shots, shot => Assert.NotNull(shot.StillId));
        Assert.Equal(3, (await owner.Client.StillsOfAsync(film.Id)).Sum(still => still.Paid) / 10_000);
    }

    [Fact]
    public async Task What_ended_badly_is_drawn_anew_and_what_has_not_begun_is_cancelled_for_nothing()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var film = await studio.GivenAFilmAsync(owner.Id, ["a gondola"]);
        house.Venice.Faults.Add("image/generate", "blurred", times: 1);
        var first = (await owner.Client.OrderStillsAsync(film.Id, new { missing = true, shownEach = 10_000 }))[0];
        await studio.RunStillsAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/stills/{first.Id}/retry");
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var answer = await owner.Client.SendAsync(request, Ct);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        await studio.RunStillsAsync();
        var second = Assert.Single(await owner.Client.StillsOfAsync(film.Id), still => still.RetryOf == first.Id);
        Assert.Equal(second.Media!.Id, (await studio.BoardAsync(film.Id)).Shots[0].StillId);

        var third = (await owner.Client.OrderStillsAsync(film.Id, new { shotIds = film.Shots, shownEach = 10_000 }))[0];
        Assert.Equal(ClipStatus.Cancelled, (await owner.Client.DecideStillAsync(third.Id, "cancel")).Status);
        Assert.Equal(LedgerState.Released, (await studio.LineOfStillAsync(third.Id)).State);
    }
}

public sealed class JudgingStillsOnSqlite(SqliteWithPictures house) : JudgingStills(house), IClassFixture<SqliteWithPictures>;

public sealed class JudgingStillsOnPostgres(PostgresWithPictures house) : JudgingStills(house), IClassFixture<PostgresWithPictures>;
