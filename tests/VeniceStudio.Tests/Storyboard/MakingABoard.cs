using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using VeniceStudio.Media.Audio;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Projects;
using VeniceStudio.Server.Storyboard;
using VeniceStudio.Server.Storyboard.Directing;
using VeniceStudio.Server.Work;
using VeniceStudio.Simulator.Faults;
using VeniceStudio.Tests.Clips;
using VeniceStudio.Tests.Projects;

namespace VeniceStudio.Tests.Storyboard;

public abstract class MakingABoard(IStudioWithVenice house)
{
    private readonly StudioApp studio = house.Studio;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_heard_song_becomes_shots_that_cover_it_to_the_frame_with_every_cut_on_a_beat()
    {
        using var maker = await studio.MemberAsync();
        var (project, board) = await studio.GivenABoardAsync(maker);
        Assert.Equal((1, 80.0, 24, 1920), (board.Version, board.Duration, board.FrameRate, board.Frames));
        Assert.Equal((0, 1920), (board.Shots[0].StartFrame, board.Shots[^1].EndFrame));
        Assert.All(board.Shots.Zip(board.Shots.Skip(1)), pair => Assert.Equal(pair.First.EndFrame, pair.Second.StartFrame));
        Assert.All(board.Shots, shot => Assert.True(shot.OnBeat));
        Assert.Superset(new HashSet<double> { 8, 24, 40, 56, 72 }, board.Shots.Select(shot => shot.Start).ToHashSet());
        Assert.Equal(80, board.UsedSeconds);
        Assert.Equal(board.Shots.Sum(shot => shot.PaidSeconds), board.PaidSeconds);
        Assert.Equal(board.Shots.Sum(shot => shot.Price!.Value), board.Price);
        Assert.Contains($"{board.Shots.Count} shots have no words yet.", board.Missing);
        Assert.False(board.CanUndo);
        var standing = (await maker.Client.ReadProjectAsync(project)).Standing;
        Assert.Equal((ProjectStep.Storyboard, board.Shots.Count), (standing.Step, standing.Shots));
    }

    [Fact]
    public async Task Made_anew_locked_shots_keep_their_place_their_words_and_their_still()
    {
        using var maker = await studio.MemberAsync();
        var (project, board) = await studio.GivenAReadyBoardAsync(maker);
        var (first, other) = (board.Shots[2], board.Shots[^2]);
        board = await maker.Client.EditAsync(project, board, Films.Change(BoardChangeKind.Lock, first.Id) with { ShotIds = [first.Id, other.Id], Flag = true });
        var faster = (await maker.Client.ReadProjectAsync(project)).Plan with { Shortest = 1, Longest = 3 };
        await maker.Client.PutAsJsonAsync($"/api/projects/{project}/plan", new SavePlan(1, faster), ClipJson.Options, Ct).OkAsync();

        await maker.Client.PostAsync($"/api/projects/{project}/board", new { shownMost = 0, rules = true }).ProblemAsync(HttpStatusCode.Conflict, "stale");
        var anew = await maker.Client.MakeBoardAsync(project, board.Version);
        foreach (var kept in new[] { first, other })
        {
            var there = Assert.Single(anew.Shots, shot => shot.Id == kept.Id);
            Assert.Equal((kept.Start, kept.End, kept.Words, kept.StillId), (there.Start, there.End, there.Words, there.StillId));
        }
        Assert.True(anew.Shots.Count > board.Shots.Count);
        Assert.Equal(2, anew.Shots.Count(shot => shot.StillId is not null));
        Assert.Equal((0, 1920), (anew.Shots[0].StartFrame, anew.Shots[^1].EndFrame));
    }

    [Fact]
    public async Task A_song_without_beats_gets_an_even_plan_and_says_so()
    {
        using var maker = await studio.MemberAsync();
        var rain = new HeardSong(60, new BeatGrid([], 0, 0, [], 0, [new Stretch(0, 60, 0)]), [new Section(0, 60, SectionRole.Verse, 0.5, 0, null, "")]);
        var (project, board) = await studio.GivenABoardAsync(maker, rain);
        Assert.NotNull(board.Note);
        Assert.True(board.Shots.Count > 3);
        // There is nothing to snap to, so a cut goes where it is put.
        var moved = await maker.Client.EditAsync(project, board, Films.Change(BoardChangeKind.Move, board.Shots[1].Id) with { At = board.Shots[1].Start + 0.3 });
        Assert.Equal(board.Shots[1].Start + 0.3, moved.Shots[1].Start, 6);
    }

    [Fact]
    public async Task A_song_that_was_not_heard_yet_has_no_board_and_says_why()
    {
        using var maker = await studio.MemberAsync();
        var song = await studio.GivenASongAsync(maker.Id);
        await using (var session = await studio.Db.BeginAsync(Ct))
        {
            await session.ExecuteAsync("UPDATE tracks SET heard_version = NULL, state = 2 WHERE id = @song", new { song });
            await session.CommitAsync();
        }
        var project = await maker.Client.ProjectAsync(song);
        Assert.Equal(ProjectStep.Song, project.Standing.Step);
        await maker.Client.PostAsync($"/api/projects/{project.Id}/board", new { shownMost = 0, rules = true }).ProblemAsync(HttpStatusCode.Conflict, "not-yet");
        await maker.Client.PostAsync($"/api/projects/{project.Id}/plan/preview", new { }).ProblemAsync(HttpStatusCode.Conflict, "not-yet");
        Assert.Equal(HttpStatusCode.NotFound, (await maker.Client.GetAsync($"/api/projects/{project.Id}/board", Ct)).StatusCode);
    }

    [Fact]
    public async Task Repeats_that_show_the_same_footage_cost_nothing_and_quiet_sections_may_stand_still()
    {
        using var maker = await studio.MemberAsync();
        var project = await maker.Client.ProjectAsync(await studio.GivenASongAsync(maker.Id));
        var plan = new PlanSettings { Repeats = [new RepeatChoice(3, RepeatAs.SameFootage), new RepeatChoice(4, RepeatAs.NewAngle)], StillSections = [5] };
        await maker.Client.PutAsJsonAsync($"/api/projects/{project.Id}/plan", new SavePlan(1, plan), ClipJson.Options, Ct).OkAsync();
        var board = await maker.Client.MakeBoardAsync(project.Id, null);
        Assert.All(board.Shots.Where(shot => shot.Section == 3), shot => Assert.Equal(1, board.Shots.Single(source => source.Id == shot.SameAs).Section));
        Assert.All(board.Shots.Where(shot => shot.Section == 4), shot => Assert.Equal(2, board.Shots.Single(source => source.Id == shot.AngleOf).Section));
        Assert.All(board.Shots.Where(shot => shot.Section == 5), shot => Assert.True(shot.MovingStill));
        Assert.All(board.Shots.Where(shot => shot.Section is 3 or 5), shot => Assert.Equal((0, 0.0), (shot.Price!.Value, shot.PaidSeconds)));

        await studio.Services.GetRequiredService<PipelineWorker<Direction>>().RunDueAsync(Ct);
        board = await maker.Client.BoardAsync(project.Id);
        ShotView Of(Guid? id) => board.Shots.Single(shot => shot.Id == id);
        Assert.All(board.Shots, shot => Assert.NotEqual("", shot.Words.Picture));
        Assert.All(board.Shots.Where(shot => shot.Section == 3), shot => Assert.Equal((Of(shot.SameAs).Words, WrittenBy.Rules), (shot.Words, shot.WrittenBy)));
        Assert.All(board.Shots.Where(shot => shot.Section == 4), shot => Assert.NotEqual(Of(shot.AngleOf).Words.Picture, shot.Words.Picture));
        // The words of the footage change everywhere that it is shown.
        var source = Of(board.Shots.First(shot => shot.Section == 3).SameAs);
        var rewritten = await maker.Client.EditAsync(project.Id, board, Films.Change(BoardChangeKind.Words, source.Id) with { Words = source.Words with { Picture = "Fog" } });
        Assert.All(rewritten.Shots.Where(shot => shot.SameAs == source.Id), shot => Assert.Equal("Fog", shot.Words.Picture));
    }

    [Fact]
    public async Task Words_that_could_cost_more_than_was_shown_or_than_is_left_are_refused_before_anything_is_begun()
    {
        house.Venice.Reset();
        using var maker = await studio.MemberAsync();
        var project = await maker.Client.ProjectAsync(await studio.GivenASongAsync(maker.Id));
        var route = $"/api/projects/{project.Id}/board";
        var most = (await maker.Client.GetAsync($"/api/projects/{project.Id}/words-price", Ct).OkAsync()).GetProperty("board").GetInt64();
        var low = await maker.Client.PostAsync(route, new { shownMost = most / 2, rules = false }).ProblemAsync(HttpStatusCode.Conflict, "price-changed");
        Assert.Equal(most, low.GetProperty("newPrice").GetInt64());
        await maker.Client.PatchAsync($"/api/projects/{project.Id}", new { budget = most - 1 }).OkAsync();
        var over = await maker.Client.PostAsync(route, new { shownMost = most, rules = false }).ProblemAsync(HttpStatusCode.PaymentRequired, "over-budget");
        Assert.Equal((most, most - 1), (over.GetProperty("wouldCost").GetInt64(), over.GetProperty("left").GetInt64()));
        Assert.Equal(HttpStatusCode.NotFound, (await maker.Client.GetAsync(route, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await maker.Client.GetAsync($"/api/projects/{project.Id}/direction", Ct)).StatusCode);

        await maker.Client.PatchAsync($"/api/projects/{project.Id}", new { budget = most }).OkAsync();
        await maker.Client.PostAsync(route, new { shownMost = most, rules = false }).OkAsync();
        Assert.Equal(HttpStatusCode.OK, (await maker.Client.GetAsync($"/api/projects/{project.Id}/direction", Ct)).StatusCode);
    }

    [Fact]
    public async Task Changes_of_workers_at_once_all_arrive_and_go_into_the_history()
    {
        using var maker = await studio.MemberAsync();
        var (project, board) = await studio.GivenABoardAsync(maker);
        var desk = studio.Services.GetRequiredService<BoardDesk>();
        var still = await studio.GivenAPictureAsync(maker.Id);
        await Task.WhenAll(board.Shots.Select(shot => desk.ChangeAsync(
            project, null, $"Still of shot {shot.Number}",
            now => now with { Shots = [.. now.Shots.Select(one => one.Id == shot.Id ? one with { StillId = still } : one)] }, Ct)));
        var after = await maker.Client.BoardAsync(project);
        Assert.All(after.Shots, shot => Assert.Equal(still, shot.StillId));
        Assert.Equal(board.Version + board.Shots.Count, after.Version);
        Assert.StartsWith("Still of shot", after.UndoAct, StringComparison.Ordinal);
        Assert.Null(await desk.ChangeAsync(Guid.NewGuid(), null, "Nothing", now => now, Ct));
    }

    [Fact]
    public async Task While_Venice_is_down_a_board_is_still_cut_and_shown()
    {
        using var maker = await studio.MemberAsync();
        var (project, before) = await studio.GivenABoardAsync(maker);
        try
        {
            house.Venice.Faults.Down = Downtime.Unavailable;
            studio.Clock.Advance(TimeSpan.FromHours(3));
            Assert.Equal(before.Shots.Select(shot => shot.Start), (await maker.Client.BoardAsync(project)).Shots.Select(shot => shot.Start));
            var made = await maker.Client.MakeBoardAsync(project, before.Version);
            Assert.NotEmpty(made.Shots);
        }
        finally
        {
            house.Venice.Faults.Down = Downtime.None;
        }
    }
}

public sealed class MakingABoardOnSqlite(SqliteWithVenice house) : MakingABoard(house), IClassFixture<SqliteWithVenice>;

public sealed class MakingABoardOnPostgres(PostgresWithVenice house) : MakingABoard(house), IClassFixture<PostgresWithVenice>;
