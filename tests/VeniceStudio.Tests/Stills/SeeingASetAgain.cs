using System.Net;
using VeniceStudio.Media.Editing;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Storyboard;
using VeniceStudio.Server.Storyboard.Stills;
using VeniceStudio.Tests.Clips;

namespace VeniceStudio.Tests.Stills;

public abstract class SeeingASetAgain(IStudioWithVenice house)
{
    private readonly StudioApp studio = house.Studio;

    [Fact]
    public async Task Another_angle_starts_from_the_still_of_its_set()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var film = await studio.GivenAFilmAsync(owner.Id, ["a palace hall", "the same hall from the stairs"]);
        await studio.ChangeBoardAsync(film.Id, board => board with { Shots = [board.Shots[0], board.Shots[1] with { AngleOf = film.Shots[0] }] });
        await owner.Client.OrderStillsAsync(film.Id, new { shotIds = film.Shots.Take(1), shownEach = 10_000 });
        await studio.RunStillsAsync();
        await owner.Client.OrderStillsAsync(film.Id, new { missing = true, shownEach = 50_000 });
        await studio.RunStillsAsync();
        var angle = Assert.Single(await owner.Client.StillsOfAsync(film.Id), still => still.ShotId == film.Shots[1]);
        Assert.Equal((ClipStatus.Done, StillWay.Edit), (angle.Status, angle.Way));
        Assert.Equal([(await studio.BoardAsync(film.Id)).Shots[0].StillId!.Value], angle.PictureIds);
        Assert.StartsWith("Picture 1 is this very place", angle.Prompt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_set_and_its_other_angles_in_one_order_are_drawn_one_after_the_other_at_the_price_that_was_shown()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var film = await GivenAnglesAsync(owner, ["the same hall from the stairs", "a palace hall", "the hall from its door"], 1);
        var quote = await owner.Client.QuoteStillsAsync(film.Id, new { missing = true });
        Assert.Equal([(StillWay.Edit, 50_000L), (StillWay.Draw, 10_000L)], quote.Stills.OrderByDescending(still => still.Price).Select(still => (still.Way, still.Price)).Distinct());
        var before = house.Venice.Balance;
        var ordered = await owner.Client.OrderStillsAsync(film.Id, new { missing = true, shownTotal = quote.Total });
        Assert.Equal([true, false, true], ordered.OrderBy(still => film.Shots.ToList().IndexOf(still.ShotId!.Value)).Select(still => still.Waiting is not null));
        var took = await studio.RunStillsAsync();

        var set = (await studio.BoardAsync(film.Id)).Shots[1].StillId!.Value;
        var stills = await owner.Client.StillsOfAsync(film.Id);
        Assert.All(stills, still => Assert.Equal(ClipStatus.Done, still.Status));
        Assert.All(stills.Where(still => still.ShotId != film.Shots[1]), still => Assert.Equal((StillWay.Edit, set, 50_000L), (still.Way!.Value, Assert.Single(still.PictureIds), still.Paid)));
        Assert.All((await studio.BoardAsync(film.Id)).Shots, shot => Assert.NotNull(shot.StillId));
        Assert.Equal(0.11m, before - house.Venice.Balance);
        Assert.InRange(took.TotalSeconds, 0, 25);   // less than the pause after which a forgotten one looks by itself

        // All of them anew: the angles are made of the new set, not of the one that is about to go.
        await owner.Client.OrderStillsAsync(film.Id, new { shotIds = film.Shots, shownTotal = 110_000 });
        await studio.RunStillsAsync();
        var renewed = (await studio.BoardAsync(film.Id)).Shots[1].StillId!.Value;
        Assert.NotEqual(set, renewed);
        Assert.Equal(2, (await owner.Client.StillsOfAsync(film.Id)).Count(still => still.PictureIds.Contains(renewed)));
    }

    [Fact]
    public async Task A_set_that_came_to_nothing_costs_its_angles_nothing_and_they_say_which_shot_to_draw_first()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var film = await GivenAnglesAsync(owner, ["a palace hall [sim:refuse-content]", "the same hall from the stairs", "a mask"], 0, angles: [1]);
        await owner.Client.OrderStillsAsync(film.Id, new { missing = true, shownTotal = 70_000 });
        await studio.RunStillsAsync();

        var stills = await owner.Client.StillsOfAsync(film.Id);
        var angle = Assert.Single(stills, still => still.ShotId == film.Shots[1]);
        Assert.Equal((ClipStatus.Failed, "missing-input", 0L), (angle.Status, angle.Failure!.Kind, angle.Paid));
        Assert.StartsWith("Shot 1, whose set this one shows", angle.Failure.Sentence, StringComparison.Ordinal);
        Assert.Equal(LedgerState.Released, (await studio.LineOfStillAsync(angle.Id)).State);
        Assert.Equal(ClipStatus.Done, Assert.Single(stills, still => still.ShotId == film.Shots[2]).Status);

        await studio.ChangeBoardAsync(film.Id, board => board with { Shots = [board.Shots[0] with { Words = ShotWords.None with { Picture = "a palace hall" } }, .. board.Shots.Skip(1)] });
        await owner.Client.OrderStillsAsync(film.Id, new { missing = true, shownTotal = 60_000 });
        await studio.RunStillsAsync();
        var board = await studio.BoardAsync(film.Id);
        var drawn = Assert.Single(await owner.Client.StillsOfAsync(film.Id), still => still is { Status: ClipStatus.Done } && still.ShotId == film.Shots[1]);
        Assert.Equal([board.Shots[0].StillId!.Value], drawn.PictureIds);

        // The one that had failed can be had again too: its set is there by now.
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/stills/{angle.Id}/retry");
        request.Headers.Add(Idempotency.Header, Guid.NewGuid().ToString());
        using var answer = await owner.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        await studio.RunStillsAsync();
        var again = Assert.Single(await owner.Client.StillsOfAsync(film.Id), still => still.RetryOf == angle.Id);
        Assert.Equal((ClipStatus.Done, board.Shots[0].StillId!.Value), (again.Status, Assert.Single(again.PictureIds)));
    }

    [Fact]
    public void Shots_that_see_each_others_set_wait_for_nobody()
    {
        Shot[] shots = [.. Enumerable.Range(0, 4).Select(at => new Shot { Id = Guid.NewGuid(), Start = at })];
        shots[0] = shots[0] with { AngleOf = shots[1].Id };
        shots[1] = shots[1] with { AngleOf = shots[0].Id };
        shots[2] = shots[2] with { AngleOf = shots[1].Id };
        shots[3] = shots[3] with { AngleOf = shots[3].Id };
        var board = new Board(4, new FrameRate(24, 1), shots);
        var all = shots.Select(shot => shot.Id).ToHashSet();
        Assert.All(shots, shot => Assert.Null(StillSets.DrawnBefore(board, shot, all)));
        board = board with { Shots = [shots[0] with { AngleOf = null }, .. shots.Skip(1)] };
        Assert.Equal([null, shots[0].Id, shots[1].Id, null], board.Shots.Select(shot => StillSets.DrawnBefore(board, shot, all)));
        Assert.Null(StillSets.DrawnBefore(board, board.Shots[1], new HashSet<Guid>()));
    }

    private async Task<FilmGiven> GivenAnglesAsync(SignedIn owner, string[] pictures, int set, int[]? angles = null)
    {
        var film = await studio.GivenAFilmAsync(owner.Id, pictures);
        await studio.ChangeBoardAsync(film.Id, board => board with
        {
            Shots = [.. board.Shots.Select((shot, at) => at != set && angles?.Contains(at) != false ? shot with { AngleOf = film.Shots[set] } : shot)],
        });
        return film;
    }
}

public sealed class SeeingASetAgainOnSqlite(SqliteWithPictures house) : SeeingASetAgain(house), IClassFixture<SqliteWithPictures>;

public sealed class SeeingASetAgainOnPostgres(PostgresWithPictures house) : SeeingASetAgain(house), IClassFixture<PostgresWithPictures>;
