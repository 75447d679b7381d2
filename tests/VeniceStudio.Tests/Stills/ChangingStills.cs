using System.Net;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Projects;
using VeniceStudio.Server.Storyboard;
using VeniceStudio.Server.Storyboard.Stills;
using VeniceStudio.Tests.Clips;
using VeniceStudio.Tests.Projects;

namespace VeniceStudio.Tests.Stills;

public abstract class ChangingStills(IStudioWithVenice house)
{
    private readonly StudioApp studio = house.Studio;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sentence_changes_the_present_still_and_every_version_stays_and_can_come_back()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var film = await studio.GivenAFilmAsync(owner.Id, ["a gondola"]);
        using var early = await owner.Client.PostStillsAsync(film.Id, new { shotIds = film.Shots, sentence = "make it night", shownEach = 90_000 });
        Assert.Contains("no still to change", (await early.ProblemAsync(HttpStatusCode.BadRequest, "bad-input")).Text("detail"), StringComparison.Ordinal);
        await owner.Client.OrderStillsAsync(film.Id, new { missing = true, shownEach = 10_000 });
        await studio.RunStillsAsync();
        var day = (await studio.BoardAsync(film.Id)).Shots[0].StillId!.Value;

        var night = (await owner.Client.OrderStillsAsync(film.Id, new { shotIds = film.Shots, sentence = "make it night", shownEach = 50_000 }))[0];
        Assert.Equal((StillPurpose.Edit, StillWay.Edit, "make it night", 50_000L), (night.Purpose, night.Way, night.Sentence, night.Quoted));
        Assert.Equal([day], night.PictureIds);
        await studio.RunStillsAsync();
        Assert.Equal(1, house.Venice.Calls["image/edit"]);
        var changed = (await studio.BoardAsync(film.Id)).Shots[0].StillId;
        Assert.NotEqual(day, changed);
        Assert.Equal([day, changed!.Value], (await owner.Client.StillsOfAsync(film.Id)).Select(still => still.Media!.Id));

        await owner.Client.PostAsync($"/api/projects/{film.Id}/shots/{film.Shots[0]}/still", new { mediaId = day }).OkAsync();
        Assert.Equal(day, (await studio.BoardAsync(film.Id)).Shots[0].StillId);
    }

    [Fact]
    public async Task Whoever_of_the_cast_has_pictures_comes_along_and_the_prompt_says_who_is_who()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var (mara, boat) = (await studio.GivenAPictureAsync(owner.Id), await studio.GivenAPictureAsync(owner.Id));
        CastMember[] cast =
        [
            new(Guid.NewGuid(), CastKind.Person, "Mara", "a singer with red hair", [mara]), new(Guid.NewGuid(), CastKind.Prop, "the boat", "black", [boat]),
            new(Guid.NewGuid(), CastKind.Place, "the lagoon", "flat water", []),
        ];
        var film = await studio.GivenAFilmAsync(owner.Id, ["Mara steps into the boat", "the lagoon at dawn"], docs => docs with { Cast = cast },
            (shot, index) => shot with { CastIds = index == 0 ? [cast[0].Id, cast[1].Id] : [cast[2].Id] });
        var quote = await owner.Client.QuoteStillsAsync(film.Id, new { missing = true });
        // One of two pictures is in the price of the model that combines them.
        Assert.Equal([(StillWay.Blend, 53_500L), (StillWay.Draw, 10_000L)], quote.Stills.Select(still => (still.Way, still.Price)));
        var before = house.Venice.Balance;
        await owner.Client.OrderStillsAsync(film.Id, new { missing = true, shownTotal = quote.Total });
        await studio.RunStillsAsync();

        var stills = await owner.Client.StillsOfAsync(film.Id);
        Assert.All(stills, still => Assert.Equal(ClipStatus.Done, still.Status));
        var blend = Assert.Single(stills, still => still.Way == StillWay.Blend);
        Assert.Equal([mara, boat], blend.PictureIds);
        Assert.StartsWith("Picture 1 shows Mara. Picture 2 shows the boat.", blend.Prompt, StringComparison.Ordinal);
        Assert.Contains("Mara: a singer with red hair.", blend.Prompt, StringComparison.Ordinal);
        Assert.Equal((1, 1), (house.Venice.Calls["image/multi-edit"], house.Venice.Calls["image/generate"]));
        Assert.Equal(0.0635m, before - house.Venice.Balance);
        Assert.InRange(blend.Media!.Width!.Value / (double)blend.Media.Height!.Value, 1.7, 1.85);
    }

    [Fact]
    public async Task Stills_that_arrive_are_no_steps_undo_goes_back_to_what_a_person_did_and_leaves_them_there()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var film = await studio.GivenAFilmAsync(owner.Id, ["a gondola", "a mask", "a canal"]);
        await studio.ChangeBoardAsync(film.Id, board => board with { Note = "one" });
        await owner.Client.OrderStillsAsync(film.Id, new { missing = true, shownEach = 10_000 });
        await studio.RunStillsAsync();
        var drawn = await owner.Client.BoardAsync(film.Id);
        Assert.All(drawn.Shots, shot => Assert.NotNull(shot.StillId));
        Assert.Equal(("A test", true, false), (drawn.UndoAct, drawn.CanUndo, drawn.CanRedo));
        // Whoever still shows the board without them is told, or would say yes to pictures that nobody has seen.
        await owner.Client.PostAsync($"/api/projects/{film.Id}/board/undo", new { version = 2 }).ProblemAsync(HttpStatusCode.Conflict, "stale");
        await using (var session = await studio.Db.ReadAsync(Ct))
            Assert.Equal(3, await session.OneAsync<long>("SELECT COUNT(*) FROM boards WHERE project_id = @Id", new { film.Id }));

        var before = await owner.Client.StepAsync(film.Id, drawn, "undo");
        Assert.Equal((null, false, "A test"), (before.Note, before.CanUndo, before.RedoAct));
        Assert.Equal(drawn.Shots.Select(shot => shot.StillId), before.Shots.Select(shot => shot.StillId));

        // One more comes while something is undone: that can still be had, and the picture is on both sides of it.
        await owner.Client.OrderStillsAsync(film.Id, new { shotIds = film.Shots.Take(1), shownEach = 10_000 });
        await studio.RunStillsAsync();
        var redrawn = await owner.Client.BoardAsync(film.Id);
        Assert.NotEqual(before.Shots[0].StillId, redrawn.Shots[0].StillId);
        var again = await owner.Client.StepAsync(film.Id, redrawn, "redo");
        Assert.Equal(("one", false), (again.Note, again.CanRedo));
        Assert.Equal(redrawn.Shots.Select(shot => shot.StillId), again.Shots.Select(shot => shot.StillId));

        // What somebody chooses is a step, and taking it back brings the newest one again.
        await owner.Client.PostAsync($"/api/projects/{film.Id}/shots/{film.Shots[0]}/still", new { mediaId = before.Shots[0].StillId }).OkAsync();
        var chosen = await owner.Client.BoardAsync(film.Id);
        Assert.Equal("Still of shot 1", chosen.UndoAct);
        Assert.Equal(redrawn.Shots[0].StillId, (await owner.Client.StepAsync(film.Id, chosen, "undo")).Shots[0].StillId);
    }

    [Fact]
    public async Task A_first_sheet_becomes_the_picture_of_its_cast_member()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var mara = new CastMember(Guid.NewGuid(), CastKind.Person, "Mara", "a singer with red hair", []);
        var film = await studio.GivenAFilmAsync(owner.Id, ["Mara sings"], docs => docs with { Cast = [mara] });
        var sheet = (await owner.Client.OrderStillsAsync(film.Id, new { castId = mara.Id, shownEach = 10_000 }))[0];
        Assert.Equal((StillPurpose.CastSheet, null, mara.Id), (sheet.Purpose, sheet.ShotId, sheet.CastId));
        await studio.RunStillsAsync();
        var picture = Assert.Single(await owner.Client.StillsOfAsync(film.Id)).Media!.Id;
        await using var session = await studio.Db.ReadAsync(Ct);
        var docs = (await session.ProjectAsync(film.Id))!.Read();
        Assert.Equal([picture], docs.Cast[0].PictureIds);
    }

    [Fact]
    public async Task A_picture_of_ones_own_is_a_version_too_and_somebody_elses_or_a_locked_shot_is_refused()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        using var other = await studio.MemberAsync();
        var film = await studio.GivenAFilmAsync(owner.Id, ["a gondola", "a mask"], shape: (shot, index) => shot with { Locked = index == 1 });
        var (own, strange) = (await studio.GivenAPictureAsync(owner.Id), await studio.GivenAPictureAsync(other.Id));
        var route = $"/api/projects/{film.Id}/shots/{film.Shots[0]}/still";
        await owner.Client.PostAsync(route, new { mediaId = own }).OkAsync();
        await owner.Client.PostAsync(route, new { mediaId = own }).OkAsync();
        var given = Assert.Single(await owner.Client.StillsOfAsync(film.Id));
        Assert.Equal((StillPurpose.Given, own, 0L), (given.Purpose, given.Media!.Id, given.Paid));
        Assert.Equal(own, (await studio.BoardAsync(film.Id)).Shots[0].StillId);

        await owner.Client.PostAsync(route, new { mediaId = strange }).ProblemAsync(HttpStatusCode.BadRequest, "bad-input");
        await owner.Client.PostAsync($"/api/projects/{film.Id}/shots/{film.Shots[1]}/still", new { mediaId = own }).ProblemAsync(HttpStatusCode.Conflict, "locked");
        Assert.Equal(HttpStatusCode.NotFound, (await other.Client.PostAsync(route, new { mediaId = strange })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Client.GetAsync($"/api/projects/{film.Id}/stills", Ct)).StatusCode);
        using var foreign = await other.Client.PostStillsAsync(film.Id, new { missing = true, shownEach = 10_000 });
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
    }

    [Fact]
    public async Task A_picture_that_is_gone_when_its_turn_comes_costs_nothing_and_says_so()
    {
        house.Venice.Reset();
        using var owner = await studio.OwnerAsync();
        var film = await studio.GivenAFilmAsync(owner.Id, ["a gondola"]);
        var own = await studio.GivenAPictureAsync(owner.Id);
        await owner.Client.PostAsync($"/api/projects/{film.Id}/shots/{film.Shots[0]}/still", new { mediaId = own }).OkAsync();
        await owner.Client.OrderStillsAsync(film.Id, new { shotIds = film.Shots, sentence = "make it night", shownEach = 50_000 });
        await using (var session = await studio.Db.BeginAsync(Ct))
        {
            await session.ExecuteAsync("UPDATE media SET deleted_at = @Now WHERE id = @own", new { own, session.Now });
            await session.CommitAsync();
        }
        await studio.RunStillsAsync();
        var failed = Assert.Single(await owner.Client.StillsOfAsync(film.Id));
        Assert.Equal(("missing-input", 0L), (failed.Failure!.Kind, failed.Paid));
    }
}

public sealed class ChangingStillsOnSqlite(SqliteWithPictures house) : ChangingStills(house), IClassFixture<SqliteWithPictures>;

public sealed class ChangingStillsOnPostgres(PostgresWithPictures house) : ChangingStills(house), IClassFixture<PostgresWithPictures>;
