using System.Net;
using Microsoft.Extensions.DependencyInjection;
using VeniceStudio.Media.Composition;
using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Server.Films;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Work;
using VeniceStudio.Tests.Clips;
using VeniceStudio.Tests.Library;
using VeniceStudio.Tests.Media.Ffmpeg;
using VeniceStudio.Tests.Projects;
using VeniceStudio.Tests.Tracks;

namespace VeniceStudio.Tests.Filming;

public abstract class ComposingAFilm(IStudioWithVenice house, MediaBench bench)
{
    private readonly StudioApp studio = house.Studio;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ends_in_a_measured_file_as_long_as_the_song()
    {
        house.Venice.Reset();
        using var member = await studio.MemberAsync();
        var given = await studio.GivenAFilmAsync(member, bench);
        await given.RenderedAsync();
        await given.Client.PostAsync($"/api/projects/{given.Id}/films", new { }).OkAsync();
        Assert.Equal("The film is being composed.", (await given.Client.ReadProjectAsync(given.Id)).Standing.Needs);
        await studio.ComposeDueAsync();
        var film = (await given.FilmsAsync())[0];
        Assert.True(film.State == FilmState.Done, film.Failure?.Sentence);
        Assert.Equal((192, 192, true), (film.DoneFrames, film.TotalFrames, film.IsCurrent));
        Assert.Equal((192, 192, 3), (film.Scorecard!.FramesExpected, film.Scorecard.FramesFound, film.Scorecard.Cuts));
        Assert.True(film.Scorecard.IsWhole, film.Scorecard.Sentence);
        Assert.Equal(0, film.Scorecard.FreeCuts);

        var path = bench.Write($"film-{film.Id}.mp4", await given.Client.GetByteArrayAsync(film.Media!.Url, Ct));
        var facts = await new MediaProbe(bench.Tools).ProbeAsync(path, Ct);
        Assert.Equal(FilmGiven.Seconds, facts.DurationSeconds, 0.06);
        Assert.Equal((22050, 1), (facts.Audio!.SampleRate, facts.Audio.Channels));
        Assert.Equal(HttpStatusCode.OK, (await given.Client.GetAsync(film.Media.PosterUrl, Ct)).StatusCode);
        var project = await given.Client.GetAsync($"/api/projects/{given.Id}", Ct).OkAsync();
        Assert.Equal("export", project.GetProperty("standing").Text("step"));
    }

    [Fact]
    public async Task Clips_of_an_older_studio_are_looked_at_once()
    {
        house.Venice.Reset();
        using var member = await studio.MemberAsync();
        var given = await studio.GivenAFilmAsync(member, bench, 2);
        await given.RenderedAsync();
        await given.ComposedAsync();
        var clips = (await given.TakesAsync()).Select(take => take.Clip!.Media!.Id).ToList();
        var ofThem = $"id IN ({string.Join(',', clips.Select(id => $"'{id}'"))})";
        await using (var session = await studio.Db.BeginAsync(Ct))
        {
            Assert.Equal(2, await session.ExecuteAsync($"UPDATE media SET colour_matrix = NULL, colour_primaries = NULL WHERE {ofThem}"));
            await session.CommitAsync();
        }
        Assert.True((await given.FilmsAsync())[0].IsCurrent);
        Assert.Equal(2, await studio.CountAsync("media", $"{ofThem} AND colour_matrix = 'smpte170m' AND colour_primaries = 'bt709'"));
    }

    [Fact]
    public async Task After_one_shot_changed_makes_only_that_shot_anew_and_keeps_the_film_before_it()
    {
        house.Venice.Reset();
        using var member = await studio.MemberAsync();
        var given = await studio.GivenAFilmAsync(member, bench);
        await given.RenderedAsync();
        var first = await given.ComposedAsync();
        var before = Segments(given);
        var cut = await given.CutAsync();
        await given.Client.PutAsync($"/api/projects/{given.Id}/cut", new { version = cut.Version, cut = new { spans = new[] { new { shotId = given.Board.Shots[2].Id, inSeconds = 1.5 } } } }).OkAsync();
        Assert.False((await given.FilmsAsync())[0].IsCurrent);
        var second = await given.ComposedAsync();
        Assert.Equal((FilmState.Done, 2), (second.State, second.Number));
        Assert.Single(Segments(given).Except(before));
        Assert.Equal([second.Id, first.Id], (await given.FilmsAsync()).Select(film => film.Id));
        Assert.Equal(HttpStatusCode.OK, (await given.Client.GetAsync(first.Media!.Url, Ct)).StatusCode);

        await given.Client.PutAsync($"/api/projects/{given.Id}/cut", new { version = 0, cut = new { spans = Array.Empty<object>() } }).ProblemAsync(HttpStatusCode.Conflict, "stale");
        await given.Client.DeleteAsync($"/api/films/{first.Id}", Ct).NoContentAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await given.Client.GetAsync(first.Media.Url, Ct)).StatusCode);
    }

    [Fact]
    public async Task Goes_on_from_its_finished_pieces_after_the_process_died_and_gives_the_same_film()
    {
        house.Venice.Reset();
        using var member = await studio.MemberAsync();
        var given = await studio.GivenAFilmAsync(member, bench, 3, (shot, _) => shot with { MovingStill = true });
        var whole = await given.ComposedAsync();
        var segments = Segments(given);
        var kept = Directory.GetFiles(Folder(given)).Where(path => path.EndsWith(".mp4", StringComparison.Ordinal)).ToDictionary(path => path, File.GetCreationTimeUtc);
        File.Delete(kept.Keys.Order().First());

        await given.Client.PostAsync($"/api/projects/{given.Id}/films", new { }).OkAsync();
        var pipeline = studio.Services.GetRequiredService<IPipeline<Film>>();
        var dead = new WorkClaim("a process that was taken for dead", TimeSpan.FromSeconds(20));
        var held = (await pipeline.ClaimAsync(dead, Ct))!;
        studio.Clock.Advance(TimeSpan.FromSeconds(40));
        // It wakes up and goes on beside the one that took over: two at once do not fight, and one film comes of it.
        await Task.WhenAll(pipeline.StepAsync(held, dead, Ct), studio.ComposeDueAsync());
        await pipeline.StepAsync(held, dead, Ct);
        var again = (await given.FilmsAsync())[0];
        Assert.True(again.State == FilmState.Done, again.Failure?.Sentence);
        Assert.Equal(await given.Client.GetByteArrayAsync(whole.Media!.Url, Ct), await given.Client.GetByteArrayAsync(again.Media!.Url, Ct));
        Assert.Equal(segments, Segments(given));
        Assert.Empty(Directory.EnumerateFiles(studio.Services.GetRequiredService<MediaStore>().TemporaryFolder, "film-*"));
    }

    [Fact]
    public async Task On_a_full_disk_ends_with_a_sentence_keeps_the_last_film_and_can_be_made_once_there_is_room()
    {
        house.Venice.Reset();
        using var member = await studio.MemberAsync();
        var given = await studio.GivenAFilmAsync(member, bench, 1, (shot, _) => shot with { MovingStill = true });
        // What cannot be written to stands for what has no room: composing meets both in the same way.
        var blocked = Folder(given);
        Directory.CreateDirectory(Path.GetDirectoryName(blocked)!);
        await File.WriteAllTextAsync(blocked, "", Ct);
        var failed = await given.ComposedAsync();
        Assert.Equal((FilmState.Failed, "disk-full", true), (failed.State, failed.Failure!.Kind, failed.Failure.Sentence.Contains("Free some room", StringComparison.Ordinal)));
        File.Delete(blocked);
        var made = await given.ComposedAsync();
        Assert.Equal((FilmState.Done, 2), (made.State, made.Number));
    }

    [Fact]
    public async Task Is_asked_for_once_by_two_clicks_and_ends_when_cancelled()
    {
        house.Venice.Reset();
        using var member = await studio.MemberAsync();
        var given = await studio.GivenAFilmAsync(member, bench, 2);
        var one = await given.Client.PostAsync($"/api/projects/{given.Id}/films", new { }).OkAsync();
        var two = await given.Client.PostAsync($"/api/projects/{given.Id}/films", new { }).OkAsync();
        Assert.Equal(one.GetProperty("id").GetGuid(), two.GetProperty("id").GetGuid());
        var cancelled = await given.Client.PostAsync($"/api/films/{one.GetProperty("id").GetGuid()}/cancel", new { }).OkAsync();
        Assert.Equal("cancelled", cancelled.Text("state"));
        Assert.Equal(0, await studio.ComposeDueAsync());
        await given.Client.PostAsync($"/api/films/{one.GetProperty("id").GetGuid()}/cancel", new { }).ProblemAsync(HttpStatusCode.Conflict, "not-now");
    }

    [Fact]
    public async Task Is_handed_back_at_once_when_the_studio_closes()
    {
        house.Venice.Reset();
        using var member = await studio.MemberAsync();
        var given = await studio.GivenAFilmAsync(member, bench, 2);
        await given.Client.PostAsync($"/api/projects/{given.Id}/films", new { }).OkAsync();
        var pipeline = studio.Services.GetRequiredService<IPipeline<Film>>();
        var claim = new WorkClaim("a process that closes", TimeSpan.FromSeconds(20));
        var row = (await pipeline.ClaimAsync(claim, Ct))!;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pipeline.StepAsync(row, claim, new CancellationToken(true)));
        Assert.Equal(1, await studio.ComposeDueAsync());
        Assert.Equal(FilmState.Done, (await given.FilmsAsync())[0].State);
    }

    [Fact]
    public async Task With_words_cards_transitions_and_a_caption_track_is_whole()
    {
        house.Venice.Reset();
        using var member = await studio.MemberAsync();
        var given = await studio.GivenAFilmAsync(member, bench, 2);
        await given.RenderedAsync();
        await given.Client.PutAsync($"/api/projects/{given.Id}/cut", new
        {
            version = 0,
            cut = new
            {
                spans = new[] { new { shotId = given.Board.Shots[1].Id, transition = "crossFade", transitionSeconds = 0.5 } },
                titleCard = new { title = "Gondola", under = "by {nobody}", seconds = 1.5 },
                captions = new { style = "boxed", @as = "track" },
                fadeIn = 0.5, fadeOut = 0.5, fadeSong = true,
            },
        }).OkAsync();
        var film = await given.ComposedAsync();
        Assert.True(film.State == FilmState.Done, film.Failure?.Sentence);
        var path = bench.Write($"film-{film.Id}.mp4", await given.Client.GetByteArrayAsync(film.Media!.Url, Ct));
        var streams = await ToolRun.ReadAsync(
            new ToolCall(bench.Tools.Ffprobe, ["-v", "error", "-show_entries", "stream=codec_name", "-of", "csv=p=0", "file:" + path], TimeSpan.FromSeconds(30)), 4096, Ct);
        Assert.Equal(["h264", "aac", "mov_text"], streams.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim(',', '\r')));
        Assert.Equal(192, film.Scorecard!.FramesFound);
    }

    [Fact]
    public async Task Whose_picture_is_gone_says_which_shot_and_makes_nothing()
    {
        house.Venice.Reset();
        using var member = await studio.MemberAsync();
        var given = await studio.GivenAFilmAsync(member, bench, 2, approved: false);
        await using (var session = await studio.Db.BeginAsync(Ct))
        {
            await session.ExecuteAsync("UPDATE media SET deleted_at = 1 WHERE id = @still", new { still = given.Board.Shots[1].StillId });
            await session.CommitAsync();
        }
        var problem = await given.Client.PostAsync($"/api/projects/{given.Id}/films", new { }).ProblemAsync(HttpStatusCode.Conflict, "not-yet");
        Assert.StartsWith("Shot 2 has nothing to show", problem.Text("detail"), StringComparison.Ordinal);
        Assert.Empty(await given.FilmsAsync());
    }

    private string Folder(GivenFilm given) => Path.Combine(studio.Folder, "segments", given.Id.ToString());

    private List<string> Segments(GivenFilm given) => [.. Directory.GetFiles(Folder(given), "*.mp4").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
}

public sealed class ComposingAFilmOnSqlite(SqliteWithVenice house, MediaBench bench) : ComposingAFilm(house, bench), IClassFixture<SqliteWithVenice>, IClassFixture<MediaBench>;

public sealed class ComposingAFilmOnPostgres(PostgresWithVenice house, MediaBench bench) : ComposingAFilm(house, bench), IClassFixture<PostgresWithVenice>, IClassFixture<MediaBench>;
