using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using VeniceStudio.Media.Audio;
using VeniceStudio.Media.Audio.Peaks;
using VeniceStudio.Server.Tracks;
using VeniceStudio.Server.Work;
using VeniceStudio.Tests.Media.Ffmpeg;

namespace VeniceStudio.Tests.Tracks;

public abstract class HearingASong(StudioApp studio, MediaBench bench)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Finds_its_beats_and_draws_it()
    {
        using var member = await studio.MemberAsync();
        var id = await studio.HeardSongAsync(member.Client, await bench.ClicksAsync("heard.wav"));
        var track = await member.Client.TrackAsync(id);
        Assert.Equal(120, track.GetProperty("tempo").GetDouble(), 0.1);
        Assert.True(track.GetProperty("steady").GetBoolean());
        var hearing = await member.Client.HearingAsync(id);
        Assert.InRange(hearing.Beats().Count, 29, 33);
        Assert.Equal(hearing.Beats().Count, hearing.GetProperty("positions").GetArrayLength());
        Assert.Equal(SongHearing.AnalyserVersion, hearing.GetProperty("analyserVersion").GetInt32());

        using var answer = await member.Client.GetAsync($"/api/tracks/{id}/waveform", Ct);
        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType!.MediaType);
        Assert.NotNull(answer.Headers.ETag);
        var drawn = await WaveformFile.ReadAsync(new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Ct)), Ct);
        Assert.Equal(16, drawn.Duration, 0.01);
        var live = await member.Client.GetByteArrayAsync($"/api/tracks/{id}/waveform/live", Ct);
        Assert.Equal(drawn.Levels[0].Points.ToArray(), live);
    }

    [Fact]
    public async Task Gives_lists_its_shape_also_after_the_drawing_is_gone()
    {
        using var member = await studio.MemberAsync();
        var id = await member.Client.SongAsync(await bench.ClicksAsync("shape.wav", hertz: 730));
        var address = $"/api/tracks/{id}/shape";
        await member.Client.GetAsync(address, Ct).ProblemAsync(HttpStatusCode.NotFound, "not-yet");
        await studio.ListenAsync();

        using var answer = await member.Client.GetAsync(address, Ct);
        var shape = await answer.Content.ReadAsByteArrayAsync(Ct);
        Assert.Equal(WaveformShape.Columns * WaveformShape.ColumnBytes, shape.Length);
        // 32 clicks in 16 seconds, and silence between them.
        Assert.InRange(shape.Chunk(WaveformShape.ColumnBytes).Count(column => column[0] > 0), 32, 64);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);

        foreach (var path in Directory.GetFiles(studio.Folder, "*.waveform", SearchOption.AllDirectories)) File.Delete(path);
        Assert.Equal(shape, await member.Client.GetByteArrayAsync(address, Ct));
        using var again = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { IfNoneMatch = { answer.Headers.ETag! } } };
        Assert.Equal(HttpStatusCode.NotModified, (await member.Client.SendAsync(again, Ct)).StatusCode);
        using var other = await studio.MemberAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await other.Client.GetAsync(address, Ct)).StatusCode);
    }

    [Fact]
    public async Task Gives_lists_no_shape_while_its_drawing_is_gone_and_one_after_it_was_opened()
    {
        using var member = await studio.MemberAsync();
        var id = await studio.HeardSongAsync(member.Client, await bench.ClicksAsync("shapeless.wav", hertz: 740));
        foreach (var path in Directory.GetFiles(studio.Folder, "*.waveform", SearchOption.AllDirectories)) File.Delete(path);
        using var answer = await member.Client.GetAsync($"/api/tracks/{id}/shape", Ct);
        Assert.Equal((HttpStatusCode.OK, 0L), (answer.StatusCode, answer.Content.Headers.ContentLength));
        Assert.DoesNotContain("immutable", answer.Headers.CacheControl?.ToString() ?? "", StringComparison.Ordinal);

        await member.Client.GetByteArrayAsync($"/api/tracks/{id}/waveform", Ct);
        Assert.NotEmpty(await member.Client.GetByteArrayAsync($"/api/tracks/{id}/shape", Ct));
    }

    [Fact]
    public async Task Of_the_same_file_happens_once_whoever_brings_it()
    {
        using var first = await studio.MemberAsync("First");
        using var second = await studio.MemberAsync("Second");
        var song = await bench.ClicksAsync("shared.wav", 12, hertz: 600);
        var one = await studio.HeardSongAsync(first.Client, song);
        await MarkAsync(one);
        var other = await studio.HeardSongAsync(second.Client, song);
        Assert.NotEqual(one, other);
        // The stored hearing was marked by hand: whoever has the mark was answered from it.
        Assert.Equal(99, (await second.Client.HearingAsync(other)).GetProperty("tempo").GetDouble());

        await first.Client.DeleteAsync($"/api/tracks/{one}", Ct).NoContentAsync();
        Assert.Equal(99, (await second.Client.HearingAsync(other)).GetProperty("tempo").GetDouble());
        Assert.Equal(HttpStatusCode.OK, (await second.Client.GetAsync($"/api/tracks/{other}/waveform", Ct)).StatusCode);
        await second.Client.DeleteAsync($"/api/tracks/{other}", Ct).NoContentAsync();
        Assert.Equal(0, await studio.CountAsync("hearings", "song LIKE '%\"tempo\":99,%'"));
        Assert.Equal(HttpStatusCode.NotFound, (await second.Client.GetAsync($"/api/tracks/{other}", Ct)).StatusCode);
    }

    [Fact]
    public async Task Goes_on_at_the_next_start_when_the_studio_died_in_the_middle()
    {
        using var member = await studio.MemberAsync();
        var id = await member.Client.SongAsync(await bench.ClicksAsync("restarted.wav", 10, hertz: 650));
        var pipeline = studio.Services.GetRequiredService<IPipeline<Track>>();
        Assert.NotNull(await pipeline.ClaimAsync(new WorkClaim("a process that dies", TimeSpan.FromSeconds(20)), Ct));
        await studio.RestartAsync();
        if (studio.Db.IsPostgres) studio.Clock.Advance(TimeSpan.FromSeconds(21));
        await studio.ListenAsync();
        Assert.Equal("heard", (await member.Client.TrackAsync(id)).Text("state"));
    }

    [Fact]
    public async Task Is_handed_back_at_once_when_the_studio_closes()
    {
        using var member = await studio.MemberAsync();
        var id = await member.Client.SongAsync(await bench.ClicksAsync("closing.wav", 10, hertz: 660));
        var pipeline = studio.Services.GetRequiredService<IPipeline<Track>>();
        var claim = new WorkClaim("a process that closes", TimeSpan.FromSeconds(20));
        var row = (await pipeline.ClaimAsync(claim, Ct))!;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pipeline.StepAsync(row, claim, new CancellationToken(true)));
        Assert.Equal(1, await studio.ListenAsync());
        Assert.Equal("heard", (await member.Client.TrackAsync(id)).Text("state"));
    }

    [Fact]
    public async Task That_kills_process_after_process_is_given_up_with_a_sentence()
    {
        using var member = await studio.MemberAsync();
        var id = await member.Client.SongAsync(await bench.ClicksAsync("killer.wav", 10, hertz: 670));
        var pipeline = studio.Services.GetRequiredService<IPipeline<Track>>();
        for (var death = 0; death < 6; death++)
        {
            await pipeline.ClaimAsync(new WorkClaim($"process {death}", TimeSpan.FromSeconds(20)), Ct);
            studio.Clock.Advance(TimeSpan.FromSeconds(40));
        }
        await studio.ListenAsync();
        var track = await member.Client.TrackAsync(id);
        Assert.Equal(("failed", "stuck"), (track.Text("state"), track.GetProperty("failure").Text("kind")));
        // The person may ask again all the same.
        await member.Client.PostAsync($"/api/tracks/{id}/listen", new { }).OkAsync();
        await studio.ListenAsync();
        Assert.Equal("heard", (await member.Client.TrackAsync(id)).Text("state"));
    }

    [Fact]
    public async Task Streams_its_picture_meanwhile_and_ends_at_once_when_cancelled()
    {
        using var member = await studio.MemberAsync();
        var id = await member.Client.SongAsync(await File.ReadAllBytesAsync(await bench.MakeAsync("long.flac", "-f lavfi -i sine=440:d=400:r=22050"), Ct));
        using var live = await member.Client.GetAsync($"/api/tracks/{id}/waveform/live", HttpCompletionOption.ResponseHeadersRead, Ct);
        await using var points = await live.Content.ReadAsStreamAsync(Ct);
        var listening = studio.ListenAsync();
        var first = new byte[WaveformPoint.Bytes * WaveformBuilder.ChunkPoints];
        await points.ReadExactlyAsync(first, Ct);
        Assert.Contains(first, value => value != 0);

        var cancelled = await member.Client.PostAsync($"/api/tracks/{id}/cancel", new { }).OkAsync();
        Assert.Equal("cancelled", cancelled.Text("state"));
        await listening;
        Assert.Equal("cancelled", (await member.Client.TrackAsync(id)).Text("state"));
        await points.CopyToAsync(Stream.Null, Ct);
        await member.Client.GetAsync($"/api/tracks/{id}/hearing", Ct).ProblemAsync(HttpStatusCode.Conflict, "not-yet");
        await member.Client.GetAsync($"/api/tracks/{id}/waveform", Ct).ProblemAsync(HttpStatusCode.NotFound, "not-yet");
        await member.Client.DeleteAsync($"/api/tracks/{id}", Ct).NoContentAsync();
    }

    [Fact]
    public async Task Tells_how_far_it_is_by_stage()
    {
        using var member = await studio.MemberAsync();
        var id = await member.Client.SongAsync(await bench.ClicksAsync("stages.wav", 30, hertz: 690));
        var pipeline = studio.Services.GetRequiredService<IPipeline<Track>>();
        var claim = new WorkClaim("this test", TimeSpan.FromSeconds(20));
        var row = (await pipeline.ClaimAsync(claim, Ct))!;
        row.Listening(HearingStage.Rhythm, 0.5);
        await using (var session = await studio.Db.BeginAsync(Ct))
        {
            Assert.True(await session.ProgressAsync(row, claim));
            await session.CommitAsync();
        }
        var track = await member.Client.TrackAsync(id);
        Assert.Equal(("listening", "rhythm", 0.5), (track.Text("state"), track.Text("stage"), track.GetProperty("share").GetDouble()));
        await pipeline.StepAsync(row, claim, Ct);
        track = await member.Client.TrackAsync(id);
        Assert.Equal(("heard", JsonValueKind.Null), (track.Text("state"), track.GetProperty("stage").ValueKind));
    }

    [Fact]
    public async Task Of_a_song_without_a_beat_says_so()
    {
        using var member = await studio.MemberAsync();
        var noise = await File.ReadAllBytesAsync(await bench.MakeAsync("noise.flac", "-f lavfi -i anoisesrc=d=12:c=white:r=22050:seed=4"), Ct);
        var id = await studio.HeardSongAsync(member.Client, noise);
        var track = await member.Client.TrackAsync(id);
        Assert.False(track.GetProperty("steady").GetBoolean());
        Assert.Equal(JsonValueKind.Null, track.GetProperty("tempo").ValueKind);
        Assert.Empty((await member.Client.HearingAsync(id)).Beats());
    }

    [Fact]
    public async Task Of_a_file_that_is_gone_ends_with_a_sentence()
    {
        using var member = await studio.MemberAsync();
        var id = await member.Client.SongAsync(await bench.ClicksAsync("gone.wav", 8, hertz: 710));
        var media = (await member.Client.TrackAsync(id)).GetProperty("media").GetProperty("id").GetGuid();
        foreach (var path in Directory.GetFiles(studio.Folder, media + ".*", SearchOption.AllDirectories)) File.Delete(path);
        await studio.ListenAsync();
        Assert.Equal("missing", (await member.Client.TrackAsync(id)).GetProperty("failure").Text("kind"));
    }

    [Fact]
    public async Task Keeps_its_file_from_being_reclaimed_as_unused()
    {
        using var member = await studio.MemberAsync();
        var id = await member.Client.SongAsync(await bench.ClicksAsync("kept.wav", 8, hertz: 720));
        studio.Clock.Advance(TimeSpan.FromDays(2));
        await member.Client.PostAsync("/api/library/reclaim", new { unused = true }).OkAsync();
        var url = (await member.Client.TrackAsync(id)).GetProperty("media").Text("url");
        Assert.Equal(HttpStatusCode.OK, (await member.Client.GetAsync(url, Ct)).StatusCode);
        await studio.ListenAsync();
    }

    private async Task MarkAsync(Guid track)
    {
        await using var session = await studio.Db.BeginAsync(Ct);
        var row = (await session.TrackAsync(track))!;
        var song = StoredHearing.Read((await session.HearingAsync(row.Sha256, SongHearing.AnalyserVersion))!);
        await session.KeepHearingAsync(row.Sha256, SongHearing.AnalyserVersion, StoredHearing.Write(song with { Grid = song.Grid with { Tempo = 99 } }));
        await session.CommitAsync();
    }
}

public sealed class HearingASongOnSqlite(QuietSqlite studio, MediaBench bench) : HearingASong(studio, bench), IClassFixture<QuietSqlite>, IClassFixture<MediaBench>;

public sealed class HearingASongOnPostgres(QuietPostgres studio, MediaBench bench) : HearingASong(studio, bench), IClassFixture<QuietPostgres>, IClassFixture<MediaBench>;
