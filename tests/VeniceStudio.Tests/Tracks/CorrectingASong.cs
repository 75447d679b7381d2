using System.Net;
using System.Text.Json;
using VeniceStudio.Tests.Media.Ffmpeg;

namespace VeniceStudio.Tests.Tracks;

public abstract class CorrectingASong(StudioApp studio, MediaBench bench)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Shows_in_the_hearing_and_in_lists_and_leaves_what_was_heard()
    {
        using var member = await studio.MemberAsync();
        var id = await studio.HeardSongAsync(member.Client, await bench.ClicksAsync("halved.wav", 16, hertz: 730));
        var heard = await member.Client.HearingAsync(id);
        var halved = await member.Client.PutAsync($"/api/tracks/{id}/corrections", new { version = 0, octave = -1, nudgeMs = 5 }).OkAsync();
        Assert.Equal(60, halved.GetProperty("tempo").GetDouble(), 0.1);
        Assert.Equal(1, halved.GetProperty("corrections").GetProperty("version").GetInt32());
        Assert.InRange(halved.Beats().Count, heard.Beats().Count / 2, heard.Beats().Count / 2 + 1);
        Assert.Equal(60, (await member.Client.TrackAsync(id)).GetProperty("tempo").GetDouble(), 0.1);
        Assert.Equal(heard.Beats(), (await member.Client.HearingAsync(id, "heard")).Beats());
        Assert.Equal(halved.Beats(), (await member.Client.HearingAsync(id)).Beats());

        await member.Client.PutAsync($"/api/tracks/{id}/corrections", new { version = 1 }).OkAsync();
        Assert.Equal(heard.Beats(), (await member.Client.HearingAsync(id)).Beats());
    }

    [Fact]
    public async Task From_an_old_page_is_refused_with_the_present_version()
    {
        using var member = await studio.MemberAsync();
        var id = await studio.HeardSongAsync(member.Client, await bench.ClicksAsync("stale.wav", 10, hertz: 740));
        await member.Client.PutAsync($"/api/tracks/{id}/corrections", new { version = 0, octave = 1 }).OkAsync();
        var problem = await member.Client.PutAsync($"/api/tracks/{id}/corrections", new { version = 0, octave = -1 }).ProblemAsync(HttpStatusCode.Conflict, "stale");
        Assert.Equal(1, problem.GetProperty("version").GetInt32());
        Assert.Equal(1, (await member.Client.HearingAsync(id)).GetProperty("corrections").GetProperty("octave").GetInt32());
    }

    [Fact]
    public async Task Survives_being_listened_to_again_and_a_restart()
    {
        using var member = await studio.MemberAsync();
        var id = await studio.HeardSongAsync(member.Client, await bench.ClicksAsync("again.wav", 12, hertz: 750));
        var sections = new[] { new { start = 0.0, end = 6.2, role = "intro", name = "Wind" }, new { start = 6.2, end = 12.0, role = "chorus", name = "Light" } };
        var corrected = await member.Client.PutAsync($"/api/tracks/{id}/corrections", new { version = 0, octave = 1, sections }).OkAsync();
        await using (var session = await studio.Db.BeginAsync(Ct))
        {
            // As if a newer analyser had come: nothing that it would know is there.
            await session.ExecuteAsync("DELETE FROM hearings");
            await session.CommitAsync();
        }
        using var accepted = await member.Client.PostAsync($"/api/tracks/{id}/listen", new { });
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        await studio.RestartAsync();
        await studio.ListenAsync();
        var now = await member.Client.HearingAsync(id);
        Assert.Equal(corrected.Beats(), now.Beats());
        Assert.Equal(["Wind", "Light"], now.GetProperty("sections").EnumerateArray().Select(section => section.Text("name")));
        Assert.Equal(240, (await member.Client.TrackAsync(id)).GetProperty("tempo").GetDouble(), 0.5);
    }

    [Fact]
    public async Task Of_section_edges_snaps_to_bars_unless_it_is_exact()
    {
        using var member = await studio.MemberAsync();
        var id = await studio.HeardSongAsync(member.Client, await bench.ClicksAsync("edges.wav", 16, hertz: 760));
        var song = await member.Client.HearingAsync(id);
        var bars = song.Beats().Zip(song.GetProperty("positions").EnumerateArray()).Where(beat => beat.Second.GetInt32() == 1).Select(beat => beat.First).ToList();
        var bar = bars[2];
        object[] sections = [new { start = 0.3, end = bar + 0.21, role = "verse" }, new { start = bar + 0.21, end = 11.1, role = "chorus" }, new { start = 11.1, end = 15.0, role = "outro", exact = true }];
        var snapped = await member.Client.PutAsync($"/api/tracks/{id}/corrections", new { version = 0, sections }).OkAsync();
        var edges = snapped.GetProperty("sections").EnumerateArray().Select(section => (section.GetProperty("start").GetDouble(), section.GetProperty("end").GetDouble())).ToList();
        Assert.Equal((0, bar), edges[0]);
        Assert.Equal((bar, 11.1), edges[1]);
        Assert.Equal(11.1, edges[2].Item1);
        Assert.Equal(song.GetProperty("duration").GetDouble(), edges[2].Item2);
    }

    [Theory]
    [InlineData("""{"version":0,"octave":3}""", "octave")]
    [InlineData("""{"version":0,"nudgeMs":501}""", "nudgeMs")]
    [InlineData("""{"version":0,"meter":1}""", "meter")]
    [InlineData("""{"version":0,"tapped":{"tempo":0,"anchor":1}}""", "tapped")]
    [InlineData("""{"version":0,"free":[{"start":5,"end":4}]}""", "free")]
    [InlineData("""{"version":0,"free":[null]}""", "free")]
    [InlineData("""{"version":0,"sections":[{"start":0,"end":9999,"role":"verse"}]}""", "sections")]
    public async Task Beyond_its_limits_is_refused_with_its_field(string body, string field)
    {
        using var member = await studio.MemberAsync();
        var id = await studio.HeardSongAsync(member.Client, await bench.ClicksAsync("limits.wav", 6, hertz: 770));
        var said = JsonDocument.Parse(body).RootElement;
        Assert.Equal(field, (await member.Client.PutAsync($"/api/tracks/{id}/corrections", said).ProblemAsync(HttpStatusCode.BadRequest, "bad-input")).Text("field"));
    }

    [Fact]
    public async Task Before_it_was_heard_has_to_wait()
    {
        using var member = await studio.MemberAsync();
        var id = await member.Client.SongAsync(await bench.ClicksAsync("early.wav", 6, hertz: 780));
        await member.Client.PutAsync($"/api/tracks/{id}/corrections", new { version = 0 }).ProblemAsync(HttpStatusCode.Conflict, "not-yet");
        await studio.ListenAsync();
    }

    [Fact]
    public async Task Of_title_and_artist_keeps_them_clean()
    {
        using var member = await studio.MemberAsync();
        var id = await member.Client.SongAsync(await bench.ClicksAsync("named.wav", 6, hertz: 790));
        var track = await member.Client.PatchAsync($"/api/tracks/{id}", new { title = "  Was/ist\u0000 \u202E das?  ", artist = "Tessera" }).OkAsync();
        Assert.Equal(("Was/ist das?", "Tessera"), (track.Text("title"), track.Text("artist")));
        await member.Client.PatchAsync($"/api/tracks/{id}", new { title = "\u200B" }).ProblemAsync(HttpStatusCode.BadRequest, "bad-input");
        Assert.Equal(JsonValueKind.Null, (await member.Client.PatchAsync($"/api/tracks/{id}", new { artist = "" }).OkAsync()).GetProperty("artist").ValueKind);
        await studio.ListenAsync();
    }
}

public sealed class CorrectingASongOnSqlite(QuietSqlite studio, MediaBench bench) : CorrectingASong(studio, bench), IClassFixture<QuietSqlite>, IClassFixture<MediaBench>;

public sealed class CorrectingASongOnPostgres(QuietPostgres studio, MediaBench bench) : CorrectingASong(studio, bench), IClassFixture<QuietPostgres>, IClassFixture<MediaBench>;
