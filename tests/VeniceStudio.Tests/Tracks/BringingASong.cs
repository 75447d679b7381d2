using System.Net;
using System.Text;
using VeniceStudio.Tests.Library;
using VeniceStudio.Tests.Media.Ffmpeg;

namespace VeniceStudio.Tests.Tracks;

public abstract class BringingASong(StudioApp studio, MediaBench bench)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reads_title_artist_and_cover_from_its_tags()
    {
        using var member = await studio.MemberAsync();
        await bench.MakeAsync("cover.png", "-f lavfi -i testsrc2=s=600x600 -frames:v 1");
        var song = await bench.ClicksAsync("tagged.mp3", 8,
            $" -i {bench.PathOf("cover.png")} -map 0:a -map 1:v -c:v mjpeg -disposition:v attached_pic -metadata title=Acqua -metadata artist=Tessera -c:a libmp3lame");
        using var answer = await member.Client.BringAsync(song, "whatever.mp3");
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var track = await answer.JsonAsync();
        Assert.Equal(("Acqua", "Tessera", "waiting", "upload", true), (track.Text("title"), track.Text("artist"), track.Text("state"), track.Text("source"), track.GetProperty("hasCover").GetBoolean()));
        Assert.Equal(8, track.GetProperty("seconds").GetDouble(), 0.2);
        var cover = await member.Client.GetAsync(track.Text("coverUrl"), Ct);
        Assert.Equal("image/jpeg", cover.Content.Headers.ContentType!.MediaType);
        Assert.Equal(song, await member.Client.GetByteArrayAsync(track.GetProperty("media").Text("url"), Ct));
    }

    [Fact]
    public async Task Survives_tags_that_are_huge_or_full_of_control_signs()
    {
        using var member = await studio.MemberAsync();
        var plain = await bench.ClicksAsync("plain.mp3", 7, " -map_metadata -1 -id3v2_version 0 -c:a libmp3lame");
        var title = "Ti\u0007tle\u202Egnp.exe\r\n" + new string('x', 5000);
        var track = await member.Client.BringAsync([.. Id3(("TIT2", title), ("TPE1", "A\u0000\u001B[31mrtist"), ("COMM", new string('c', 3_000_000))), .. plain], "evil.mp3").OkAsync();
        Assert.StartsWith("Titlegnp.exe xxx", track.Text("title"), StringComparison.Ordinal);
        Assert.Equal(200, track.Text("title")!.Length);
        Assert.DoesNotContain(track.Text("artist") ?? "", char.IsControl);
    }

    [Fact]
    public async Task Without_tags_is_called_like_its_file()
    {
        using var member = await studio.MemberAsync();
        var song = await bench.ClicksAsync("bare.wav", 6);
        Assert.Equal("Notte di luna", (await member.Client.BringAsync(song, "C:\\music\\Notte di luna.wav").OkAsync()).Text("title"));
    }

    [Fact]
    public async Task Is_refused_with_a_sentence_when_it_is_no_song_and_nothing_of_it_stays()
    {
        using var member = await studio.MemberAsync();
        var film = await File.ReadAllBytesAsync(await bench.MakeAsync("film.mp4", MediaBench.Clip), Ct);
        var wav = await bench.ClicksAsync("whole.wav", 9);
        var m4a = await bench.ClicksAsync("whole.m4a", 9, " -c:a aac");
        var silentFilm = await File.ReadAllBytesAsync(await bench.MakeAsync("mute.mp4", "-f lavfi -i testsrc2=s=160x90:r=24:d=6 -c:v libx264 -pix_fmt yuv420p"), Ct);
        var day = (byte[])wav.Clone();
        // The sizes of the file and of its samples claim 24 hours.
        BitConverter.TryWriteBytes(day.AsSpan(4), 24 * 3600 * 22_050u * 2 + 36);
        BitConverter.TryWriteBytes(day.AsSpan(day.AsSpan().IndexOf("data"u8) + 4), 24 * 3600 * 22_050u * 2);
        var before = studio.Stored();

        await RefusedAsync(member, film, HttpStatusCode.UnsupportedMediaType, "wrong-kind", "video");
        await RefusedAsync(member, silentFilm, HttpStatusCode.UnsupportedMediaType, "wrong-kind", "video");
        await RefusedAsync(member, "<!doctype html><html></html>"u8.ToArray(), HttpStatusCode.UnsupportedMediaType, "wrong-kind", "web page");
        await RefusedAsync(member, day, HttpStatusCode.BadRequest, "bad-input", "breaks off");
        await RefusedAsync(member, wav[..(wav.Length / 2)], HttpStatusCode.BadRequest, "bad-input", "breaks off");
        await RefusedAsync(member, m4a[..(m4a.Length / 2)], HttpStatusCode.BadRequest, "bad-input", "breaks off");
        await RefusedAsync(member, await bench.ClicksAsync("short.flac", 3), HttpStatusCode.BadRequest, "bad-input", "at least 5 s");
        await RefusedAsync(member, await bench.ClicksAsync("endless.flac", 1300), HttpStatusCode.BadRequest, "bad-input", "up to 20");
        Assert.Equal(before, studio.Stored());
        Assert.Equal(0, await studio.CountAsync("tracks", $"account_id = '{member.Id}'"));
        Assert.Equal(0, await studio.CountAsync("uploads", $"account_id = '{member.Id}'"));
    }

    [Fact]
    public async Task Cut_off_or_flipped_anywhere_ends_as_a_song_a_failure_or_a_refusal_and_never_breaks_the_studio()
    {
        using var member = await studio.MemberAsync();
        var random = new Random(11);
        foreach (var (name, how) in new[] { ("fuzz.mp3", " -c:a libmp3lame"), ("fuzz.flac", ""), ("fuzz.ogg", " -c:a libvorbis"), ("fuzz.m4a", " -c:a aac"), ("fuzz.wav", "") })
        {
            var whole = await bench.ClicksAsync(name, 6, how, 700);
            for (var round = 0; round < 5; round++)
            {
                var broken = whole[..random.Next(1, whole.Length)];
                for (var flip = 0; flip < round * 4; flip++) broken[random.Next(broken.Length)] ^= (byte)random.Next(1, 256);
                using var answer = await member.Client.BringAsync(broken, name);
                Assert.True((int)answer.StatusCode is 200 or 201 or 400 or 415, $"{name} cut at {broken.Length}: {answer.StatusCode}");
            }
        }
        await studio.ListenAsync();
        var items = (await member.Client.GetAsync("/api/tracks?limit=100", Ct).OkAsync()).GetProperty("items").EnumerateArray().ToList();
        Assert.All(items, track => Assert.Contains(track.Text("state"), new[] { "heard", "failed" }));
        Assert.All(items.Where(track => track.Text("state") == "failed"), track => Assert.EndsWith(".", track.GetProperty("failure").Text("sentence"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Asked_for_twice_is_the_same_song()
    {
        using var member = await studio.MemberAsync();
        var song = await bench.ClicksAsync("twice.wav", 6, hertz: 500);
        var upload = await member.Client.UploadAsync(song);
        using var first = await member.Client.PostAsync("/api/tracks", new { uploadId = upload });
        using var again = await member.Client.PostAsync("/api/tracks", new { uploadId = upload });
        using var anew = await member.Client.BringAsync(song, "copy.wav");
        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.OK], new[] { first, again, anew }.Select(answer => answer.StatusCode));
        var ids = new[] { await first.JsonAsync(), await again.JsonAsync(), await anew.JsonAsync() }.Select(track => track.GetProperty("id").GetGuid());
        Assert.Single(ids.Distinct());
        Assert.Equal(1, await studio.CountAsync("tracks", $"account_id = '{member.Id}'"));
    }

    [Fact]
    public async Task Half_uploaded_waits_for_its_rest()
    {
        using var member = await studio.MemberAsync();
        var id = (await member.Client.PostAsync("/api/uploads", new { name = "song.mp3", bytes = 1000 }).OkAsync()).GetProperty("id").GetGuid();
        await member.Client.SendPieceAsync(id, 0, new byte[400]).OkAsync();
        var problem = await member.Client.PostAsync("/api/tracks", new { uploadId = id }).ProblemAsync(HttpStatusCode.Conflict, "stale");
        Assert.Equal(400, problem.GetProperty("received").GetInt64());
    }

    private static async Task RefusedAsync(SignedIn member, byte[] content, HttpStatusCode status, string type, string words)
    {
        var problem = await member.Client.BringAsync(content).ProblemAsync(status, type);
        Assert.Contains(words, problem.Text("detail"), StringComparison.Ordinal);
    }

    /// <summary>An ID3v2.3 tag with text frames in UTF-16.</summary>
    private static byte[] Id3(params (string Frame, string Text)[] frames)
    {
        var body = frames.SelectMany(frame =>
        {
            byte[] text = [1, 0xFF, 0xFE, .. Encoding.Unicode.GetBytes(frame.Text)];
            if (frame.Frame == "COMM") text = [1, .. "eng"u8, 0xFF, 0xFE, 0, 0, .. text[1..]];
            return (byte[])[.. Encoding.ASCII.GetBytes(frame.Frame), (byte)(text.Length >> 24), (byte)(text.Length >> 16), (byte)(text.Length >> 8), (byte)text.Length, 0, 0, .. text];
        }).ToArray();
        return [.. "ID3"u8, 3, 0, 0, (byte)(body.Length >> 21 & 127), (byte)(body.Length >> 14 & 127), (byte)(body.Length >> 7 & 127), (byte)(body.Length & 127), .. body];
    }
}

public sealed class BringingASongOnSqlite(QuietSqlite studio, MediaBench bench) : BringingASong(studio, bench), IClassFixture<QuietSqlite>, IClassFixture<MediaBench>;

public sealed class BringingASongOnPostgres(QuietPostgres studio, MediaBench bench) : BringingASong(studio, bench), IClassFixture<QuietPostgres>, IClassFixture<MediaBench>;
