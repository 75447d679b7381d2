using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Films;
using VeniceStudio.Server.Storyboard;
using VeniceStudio.Server.Work;
using VeniceStudio.Tests.Clips;
using VeniceStudio.Tests.Media.Ffmpeg;
using VeniceStudio.Tests.Projects;
using VeniceStudio.Tests.Tracks;

namespace VeniceStudio.Tests.Filming;

public abstract class RenderingTakes(IStudioWithVenice house, MediaBench bench)
{
    private readonly StudioApp studio = house.Studio;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Buys_one_clip_for_each_approved_shot_from_its_still_and_shows_it()
    {
        house.Venice.Reset();
        using var member = await studio.MemberAsync();
        var film = await studio.GivenAFilmAsync(member, bench);
        var quote = await film.Client.PostAsync($"/api/projects/{film.Id}/takes/quote", new { scope = "missing" }).OkAsync();
        Assert.Equal((4, 4 * FilmGiven.Price, 20.0), (quote.GetProperty("shots").GetInt32(), quote.GetProperty("total").GetInt64(), quote.GetProperty("seconds").GetDouble()));

        await film.RenderAsync().OkAsync();
        Assert.Equal("4 clips are being made.", (await film.Client.ReadProjectAsync(film.Id)).Standing.Needs);
        await studio.RunUntilIdleAsync();
        var takes = await film.TakesAsync();
        Assert.Equal(film.Board.Shots.Select(shot => shot.Id), takes.Select(take => take.ShotId));
        Assert.Equal(film.Board.Shots.Select(shot => shot.StillId), takes.Select(take => take.Clip!.Settings.ImageId));
        Assert.All(takes, take => Assert.True(take.Chosen));
        Assert.Equal(4, house.Venice.Purchases);
        Assert.All((await film.CutAsync()).Spans, span => Assert.Equal((SpanShows.Take, null), (span.Source, span.Missing)));
        var project = await film.Client.GetAsync($"/api/projects/{film.Id}", Ct).OkAsync();
        Assert.Equal((4, 4 * FilmGiven.Price), (project.GetProperty("standing").GetProperty("takes").GetInt32(), project.GetProperty("spent").GetInt64()));
        Assert.Equal("cut", project.GetProperty("standing").Text("step"));
    }

    [Fact]
    public async Task A_clip_says_which_video_it_is_for_as_long_as_there_is_one()
    {
        house.Venice.Reset();
        using var member = await studio.MemberAsync();
        var film = await studio.GivenAFilmAsync(member, bench, 1);
        await film.RenderAsync().OkAsync();
        await studio.RunUntilIdleAsync();
        var title = (await film.Client.ReadProjectAsync(film.Id)).Title;
        Assert.Equal(new ClipProjectView(film.Id, title), Assert.Single(await ClipsAsync()).Project);
        await film.Client.DeleteAsync($"/api/projects/{film.Id}", Ct).NoContentAsync();
        Assert.All(await ClipsAsync(), clip => Assert.Null(clip.Project));

        async Task<IReadOnlyList<ClipView>> ClipsAsync() => (await film.Client.GetFromJsonAsync<ClipPageView>("/api/clips", ClipJson.Options, Ct))!.Items;
    }

    [Fact]
    public async Task A_take_that_is_deleted_in_the_gallery_leaves_open_pages_of_its_video()
    {
        house.Venice.Reset();
        using var member = await studio.MemberAsync();
        var film = await studio.GivenAFilmAsync(member, bench, 1);
        await film.RenderAsync().OkAsync();
        await studio.RunUntilIdleAsync();
        var take = Assert.Single(await film.TakesAsync());
        using var page = studio.Services.GetRequiredService<EventHub>().Join(member.Id);
        await film.Client.DeleteAsync($"/api/clips/{take.Id}", Ct).NoContentAsync();
        Assert.Superset(new HashSet<string> { "clips", "takes", "projects" }, page.Take().ToHashSet());
        Assert.Equal(SpanShows.Still, Assert.Single((await film.CutAsync()).Spans).Source);
    }

    [Fact]
    public async Task Twice_at_once_from_two_pages_buys_nothing_twice()
    {
        house.Venice.Reset();
        using var member = await studio.MemberAsync();
        var film = await studio.GivenAFilmAsync(member, bench);
        (await member.Client.GetAsync("/api/session", Ct)).EnsureSuccessStatusCode();
        var same = Guid.NewGuid().ToString();
        var answers = await Task.WhenAll(film.RenderAsync(key: same), film.RenderAsync(key: same), film.RenderAsync(), film.RenderAsync());
        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.Accepted);
        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.Accepted or HttpStatusCode.Conflict));
        await studio.RunUntilIdleAsync();
        Assert.Equal(4, house.Venice.Purchases);
        Assert.Equal(4, (await film.TakesAsync()).Count);
        await film.RenderAsync().ProblemAsync(HttpStatusCode.Conflict, "nothing-to-render");
    }

    [Fact]
    public async Task Stops_at_the_budget_as_a_whole_and_says_so()
    {
        house.Venice.Reset();
        using var member = await studio.MemberAsync();
        var film = await studio.GivenAFilmAsync(member, bench);
        await film.Client.PatchAsync($"/api/projects/{film.Id}", new { budget = 3 * FilmGiven.Price }).OkAsync();
        await film.RenderAsync().ProblemAsync(HttpStatusCode.PaymentRequired, "over-budget");
        Assert.Empty(await film.TakesAsync());
        Assert.Equal(DeskKind.Budget, Assert.Single(await film.DeskAsync()).Kind);

        await film.RenderAsync("selected", 3 * FilmGiven.Price, null, [.. film.Board.Shots.Take(3).Select(shot => shot.Id)]).OkAsync();
        await studio.RunUntilIdleAsync();
        Assert.Equal(3, house.Venice.Purchases);
        await film.RenderAsync().ProblemAsync(HttpStatusCode.PaymentRequired, "over-budget");
        Assert.Equal(3, (await film.TakesAsync()).Count(take => take.Clip!.Status == ClipStatus.Done));
    }

    [Fact]
    public async Task Leaves_out_what_is_not_approved_and_what_takes_no_clip()
    {
        house.Venice.Reset();
        using var member = await studio.MemberAsync();
        Guid first = default;
        var film = await studio.GivenAFilmAsync(member, bench, 4, (shot, i) =>
        {
            if (i == 0) first = shot.Id;
            return i switch { 1 => shot with { MovingStill = true }, 2 => shot with { SameAs = first }, _ => shot };
        });
        await film.Client.PostAsync($"/api/projects/{film.Id}/board/withdraw", new { version = 1, shotIds = new[] { film.Board.Shots[3].Id } }).OkAsync();
        var quote = await film.Client.PostAsync($"/api/projects/{film.Id}/takes/quote", new { scope = "everything" }).OkAsync();
        Assert.Equal(1, quote.GetProperty("shots").GetInt32());
        Assert.StartsWith("1 shot is not approved", quote.GetProperty("leftOut")[0].GetString(), StringComparison.Ordinal);

        await film.RenderAsync().OkAsync();
        await studio.RunUntilIdleAsync();
        var spans = (await film.CutAsync()).Spans;
        Assert.Equal([SpanShows.Take, SpanShows.Still, SpanShows.Take, SpanShows.Still], spans.Select(span => span.Source));
        Assert.Equal(spans[0].SourceId, spans[2].SourceId);
        Assert.Equal(1, house.Venice.Purchases);
    }

    [Fact]
    public async Task No_more_clips_than_the_project_wants_are_at_Venice_at_once_and_each_that_comes_home_lets_one_go()
    {
        house.Venice.Reset();
        using var member = await studio.MemberAsync();
        var film = await studio.GivenAFilmAsync(member, bench);
        await film.Client.PutAsync($"/api/projects/{film.Id}/plan", new { version = 1, plan = new { clipsAtOnce = 2 } }).OkAsync();
        await film.RenderAsync().OkAsync();
        var worker = studio.Services.GetRequiredService<PipelineWorker<Clip>>();
        await Task.WhenAll(worker.RunDueAsync(Ct), worker.RunDueAsync(Ct), worker.RunDueAsync(Ct));
        Assert.Equal((2, 2), (await CountAsync(ClipStatus.Working), await CountAsync(ClipStatus.Reserved)));
        Assert.Equal(2, house.Venice.Purchases);
        await studio.RunUntilIdleAsync();
        Assert.All(await film.TakesAsync(), take => Assert.Equal(ClipStatus.Done, take.Clip!.Status));
        Assert.Equal(4, house.Venice.Purchases);

        Task<long> CountAsync(ClipStatus status) => studio.CountAsync("clips", $"project_id = '{film.Id}' AND status = {(int)status}");
    }

    [Fact]
    public async Task Clips_that_are_there_at_the_first_look_tell_all_the_same_how_long_the_next_ones_take()
    {
        house.Venice.Reset();
        using var member = await studio.MemberAsync();
        var film = await studio.GivenAFilmAsync(member, bench, 2);
        await film.RenderedAsync();
        await film.RenderAsync("everything").OkAsync();
        var ordered = studio.Clock.GetUtcNow();
        var told = Assert.Single((await film.Client.GetFromJsonAsync<IReadOnlyList<ClipForecastView>>("/api/clips/forecast", ClipJson.Options, Ct))!);
        var took = (await film.TakesAsync()).Where(take => take.Clip!.Status == ClipStatus.Done).Select(take => take.Clip!.FinishedAt - take.Clip.SubmittedAt).ToList();
        Assert.InRange((told.ReadyAt - ordered)!.Value, took.Min()!.Value - TimeSpan.FromSeconds(1), took.Max()!.Value + TimeSpan.FromSeconds(1));
        await studio.RunUntilIdleAsync();
    }

    [Fact]
    public async Task A_price_that_rose_orders_nothing()
    {
        house.Venice.Reset();
        using var member = await studio.MemberAsync();
        var film = await studio.GivenAFilmAsync(member, bench);
        var problem = await film.RenderAsync(shown: 500_000).ProblemAsync(HttpStatusCode.Conflict, "price-changed");
        Assert.Equal(4 * FilmGiven.Price, problem.GetProperty("newPrice").GetInt64());
        Assert.Equal(0, await studio.CountAsync("clips", $"project_id = '{film.Id}'"));
    }

    [Fact]
    public async Task A_model_that_listens_hears_the_song_where_somebody_sings()
    {
        house.Venice.Reset();
        using var member = await studio.MemberAsync();
        var film = await studio.GivenAFilmAsync(
            member, bench, 2, (shot, i) => i == 0 ? shot with { Words = shot.Words with { Sung = "Over the water" } } : shot, model: "murano-3-image-to-video");
        await film.RenderAsync(shown: 100_000_000).OkAsync();
        var takes = await film.TakesAsync();
        Assert.Equal(new HeardStretch(film.Track, 0, 5), takes[0].Clip!.Settings.Stretch);
        Assert.Null(takes[1].Clip!.Settings.Stretch);
        Assert.All(takes, take => Assert.False(take.Clip!.Settings.Sound));
        await studio.RunUntilIdleAsync();
        Assert.All(await film.TakesAsync(), take => Assert.Equal(ClipStatus.Done, take.Clip!.Status));
        Assert.Equal(2, house.Venice.Purchases);
    }

    [Fact]
    public async Task Several_takes_of_a_shot_are_all_kept_and_one_is_chosen()
    {
        house.Venice.Reset();
        using var member = await studio.MemberAsync();
        var film = await studio.GivenAFilmAsync(member, bench, 2);
        await film.RenderedAsync();
        var shot = film.Board.Shots[0].Id;
        await film.RenderAsync("selected", null, null, shot).OkAsync();
        await studio.RunUntilIdleAsync();
        var takes = (await film.TakesAsync()).Where(take => take.ShotId == shot).ToList();
        Assert.Equal([false, true], takes.Select(take => take.Chosen));

        await film.Client.PostAsync($"/api/projects/{film.Id}/takes/choose", new { shotId = shot, takeId = takes[0].Id }).OkAsync();
        Assert.Equal(takes[0].Id, (await film.CutAsync()).Spans[0].SourceId);
        await film.Client.DeleteAsync($"/api/clips/{takes[0].Id}", Ct).NoContentAsync();
        Assert.Equal(takes[1].Id, (await film.CutAsync()).Spans[0].SourceId);
        await film.Client.PostAsync($"/api/projects/{film.Id}/takes/choose", new { shotId = shot, takeId = Guid.NewGuid() }).ProblemAsync(HttpStatusCode.BadRequest, "bad-input");
    }

    [Fact]
    public async Task Footage_of_ones_own_takes_the_place_of_a_clip_and_costs_nothing()
    {
        house.Venice.Reset();
        using var member = await studio.MemberAsync();
        var film = await studio.GivenAFilmAsync(member, bench, 2);
        var own = await File.ReadAllBytesAsync(await bench.MakeAsync("own.webm", "-f lavfi -i testsrc2=s=120x160:r=30:d=3 -c:v libvpx -deadline realtime -threads 1 -b:v 200k"), Ct);
        var upload = await member.Client.UploadAsync(own, "my boat.webm");
        var body = new { shotId = film.Board.Shots[1].Id, uploadId = upload };
        var brought = await film.Client.PostAsync($"/api/projects/{film.Id}/footage", body).OkAsync();
        Assert.Equal(brought.GetProperty("id").GetGuid(), (await film.Client.PostAsync($"/api/projects/{film.Id}/footage", body).OkAsync()).GetProperty("id").GetGuid());
        Assert.Equal(SpanShows.Footage, (await film.CutAsync()).Spans[1].Source);
        Assert.Equal(3, (await film.CutAsync()).Spans[1].SourceSeconds!.Value, 0.2);
        Assert.Equal(1, (await film.Client.PostAsync($"/api/projects/{film.Id}/takes/quote", new { scope = "missing" }).OkAsync()).GetProperty("shots").GetInt32());

        var text = await member.Client.UploadAsync("This is no film at all, whatever its name says."u8.ToArray(), "film.mp4");
        await film.Client.PostAsync($"/api/projects/{film.Id}/footage", new { shotId = film.Board.Shots[0].Id, uploadId = text }).ProblemAsync(HttpStatusCode.UnsupportedMediaType, "wrong-kind");
        await film.Client.DeleteAsync($"/api/projects/{film.Id}/footage/{brought.GetProperty("id").GetGuid()}", Ct).NoContentAsync();
        Assert.Equal(SpanShows.Still, (await film.CutAsync()).Spans[1].Source);

        // A picture that became a still as well stays when it is no footage any more.
        var photo = await File.ReadAllBytesAsync(await bench.MakeAsync("photo.png", "-f lavfi -i testsrc2=s=320x180:d=1 -frames:v 1"), Ct);
        var shown = await film.Client.PostAsync($"/api/projects/{film.Id}/footage", new { shotId = film.Board.Shots[0].Id, uploadId = await member.Client.UploadAsync(photo, "photo.png") }).OkAsync();
        var media = shown.GetProperty("footage").GetProperty("media").GetProperty("id").GetGuid();
        await film.Client.PostAsync($"/api/projects/{film.Id}/shots/{film.Board.Shots[0].Id}/still", new { mediaId = media }).OkAsync();
        await film.Client.DeleteAsync($"/api/projects/{film.Id}/footage/{shown.GetProperty("id").GetGuid()}", Ct).NoContentAsync();
        Assert.Equal((SpanShows.Still, media), ((await film.CutAsync()).Spans[0].Source, (await film.CutAsync()).Spans[0].SourceId!.Value));
    }
}

public sealed class RenderingTakesOnSqlite(SqliteWithVenice house, MediaBench bench) : RenderingTakes(house, bench), IClassFixture<SqliteWithVenice>, IClassFixture<MediaBench>;

public sealed class RenderingTakesOnPostgres(PostgresWithVenice house, MediaBench bench) : RenderingTakes(house, bench), IClassFixture<PostgresWithVenice>, IClassFixture<MediaBench>;
