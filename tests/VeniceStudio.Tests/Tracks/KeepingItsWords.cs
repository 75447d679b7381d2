using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using VeniceStudio.Media.Lyrics;
using VeniceStudio.Server.Tracks;
using VeniceStudio.Tests.Media.Ffmpeg;

namespace VeniceStudio.Tests.Tracks;

public abstract class KeepingItsWords(StudioApp studio, MediaBench bench)
{
    private const string Text = "[Verse]\nthe water carries every light\nwe row until the morning\n\nand nobody is calling";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task As_they_were_typed_without_times()
    {
        using var member = await studio.MemberAsync();
        var id = await SongAsync(member);
        Assert.Equal("none", await StateAsync(member, id));
        var lyrics = await PutAsync(member, id, new { text = Text });
        Assert.Equal(Text, lyrics.Text("text"));
        Assert.All(lyrics.GetProperty("lines").EnumerateArray(), line => Assert.Equal("none", line.Text("support")));
        Assert.Equal("untimed", await StateAsync(member, id));
        await member.Client.GetAsync($"/api/tracks/{id}/lyrics/file?format=lrc", Ct).ProblemAsync(HttpStatusCode.Conflict, "not-yet");
        Assert.True((await PutAsync(member, id, new { instrumental = true })).GetProperty("instrumental").GetBoolean());
        Assert.Equal("instrumental", await StateAsync(member, id));
    }

    [Theory]
    [InlineData("lrc")]
    [InlineData("srt")]
    [InlineData("vtt")]
    public async Task Through_a_file_and_back(string format)
    {
        using var member = await studio.MemberAsync();
        var id = await SongAsync(member);
        object[] lines = [new { text = "the water carries every light", start = 1.25, end = 3.5 }, new { text = "we row until the morning", start = 4.0, end = 6.75 }];
        var before = await PutAsync(member, id, new { lines });
        using var file = await member.Client.GetAsync($"/api/tracks/{id}/lyrics/file?format={format}", Ct);
        Assert.EndsWith("." + format, file.Content.Headers.ContentDisposition!.FileNameStar ?? file.Content.Headers.ContentDisposition.FileName!.Trim('"'), StringComparison.Ordinal);
        await PutAsync(member, id, new { instrumental = true });
        var after = await ImportAsync(member, id, await file.Content.ReadAsByteArrayAsync(Ct), "words." + format).OkAsync();
        Assert.Equal(Starts(before), Starts(after));
        Assert.Equal(before.Text("text"), after.Text("text"));
        Assert.Equal("timed", await StateAsync(member, id));
    }

    [Fact]
    public async Task From_a_plain_text_and_not_from_a_broken_file()
    {
        using var member = await studio.MemberAsync();
        var id = await SongAsync(member);
        Assert.Equal(Text, (await ImportAsync(member, id, Encoding.UTF8.GetBytes(Text), "words.txt").OkAsync()).Text("text"));
        await ImportAsync(member, id, "1\n00:00:01,000 --> nonsense\nla la\n"u8.ToArray(), "words.srt").ProblemAsync(HttpStatusCode.BadRequest, "bad-input");
        await ImportAsync(member, id, "no times at all"u8.ToArray(), "words.lrc").ProblemAsync(HttpStatusCode.BadRequest, "bad-input");
        Assert.Equal(Text, (await member.Client.GetAsync($"/api/tracks/{id}/lyrics", Ct).OkAsync()).Text("text"));
    }

    [Fact]
    public async Task With_times_from_what_was_recognised_and_what_a_person_set_wins()
    {
        using var member = await studio.MemberAsync();
        var id = await SongAsync(member);
        await PutAsync(member, id, new { text = Text });
        await RecogniseAsync(id, "the water carries every light we row until the morning and nobody is calling");
        var lyrics = await member.Client.GetAsync($"/api/tracks/{id}/lyrics", Ct).OkAsync();
        Assert.Equal(Text, lyrics.Text("text"));
        Assert.Equal(("done", true), (lyrics.GetProperty("recognition").Text("state"), lyrics.GetProperty("recognition").GetProperty("trusted").GetBoolean()));
        var lines = lyrics.GetProperty("lines").EnumerateArray().ToList();
        Assert.Equal(["none", "heard", "heard", "none", "heard"], lines.Select(line => line.Text("support")));
        Assert.Equal(0.5, lines[1].GetProperty("start").GetDouble(), 0.05);

        var placed = lines.Select(line => new { text = line.Text("text"), start = Number(line, "start"), end = Number(line, "end") }).ToList();
        placed[2] = placed[2] with { start = 4.321, end = 5.5 };
        lines = [.. (await PutAsync(member, id, new { lines = placed })).GetProperty("lines").EnumerateArray()];
        Assert.Equal(["none", "heard", "byHand", "none", "heard"], lines.Select(line => line.Text("support")));

        // An edit elsewhere leaves the line that was set, and so does another recognition.
        lines = [.. (await PutAsync(member, id, new { text = Text.Replace("nobody", "somebody", StringComparison.Ordinal) })).GetProperty("lines").EnumerateArray()];
        Assert.Equal(("byHand", 4.321), (lines[2].Text("support"), lines[2].GetProperty("start").GetDouble()));
        await RecogniseAsync(id, "the water carries every light we row until the morning and somebody is calling");
        lines = [.. (await member.Client.GetAsync($"/api/tracks/{id}/lyrics", Ct).OkAsync()).GetProperty("lines").EnumerateArray()];
        Assert.Equal(("byHand", 4.321), (lines[2].Text("support"), lines[2].GetProperty("start").GetDouble()));
    }

    [Fact]
    public async Task Recognised_become_lines_where_nobody_typed_any()
    {
        using var member = await studio.MemberAsync();
        var id = await SongAsync(member);
        await RecogniseAsync(id, "the water carries every light");
        await studio.Services.GetRequiredService<TrackLyrics>().AlignAsync(id, Ct);
        Assert.Equal("timed", await StateAsync(member, id));
        Assert.Equal("the water carries every light", (await member.Client.GetAsync($"/api/tracks/{id}/lyrics", Ct).OkAsync()).Text("text"));
    }

    [Fact]
    public async Task Whose_recognition_failed_says_why_and_keeps_what_there_was()
    {
        using var member = await studio.MemberAsync();
        var id = await SongAsync(member);
        await PutAsync(member, id, new { text = Text });
        await using (var session = await studio.Db.BeginAsync(Ct))
        {
            await session.StartRecognitionAsync(id, null, "a-model");
            await session.FailRecognitionAsync(id, "Venice could not hear any words. Try another model.");
            await session.CommitAsync();
        }
        var lyrics = await member.Client.GetAsync($"/api/tracks/{id}/lyrics", Ct).OkAsync();
        Assert.Equal(("failed", "a-model"), (lyrics.GetProperty("recognition").Text("state"), lyrics.GetProperty("recognition").Text("model")));
        Assert.Equal(Text, lyrics.Text("text"));
    }

    [Fact]
    public async Task With_times_outside_of_the_song_are_refused()
    {
        using var member = await studio.MemberAsync();
        var id = await SongAsync(member);
        foreach (var (start, end) in new (double?, double?)[] { (-1, 2), (5, 4), (900, 901), (null, 4) })
        {
            object[] lines = [new { text = "la", start, end }];
            Assert.Equal("lines", (await member.Client.PutAsync($"/api/tracks/{id}/lyrics", new { lines }).ProblemAsync(HttpStatusCode.BadRequest, "bad-input")).Text("field"));
        }
    }

    private async Task<Guid> SongAsync(SignedIn member) => await member.Client.SongAsync(await bench.ClicksAsync("words.wav", 10, hertz: 810));

    private static async Task<JsonElement> PutAsync(SignedIn member, Guid id, object body) => await member.Client.PutAsync($"/api/tracks/{id}/lyrics", body).OkAsync();

    private static async Task<string?> StateAsync(SignedIn member, Guid id) => (await member.Client.TrackAsync(id)).Text("lyrics");

    private static Task<HttpResponseMessage> ImportAsync(SignedIn member, Guid id, byte[] content, string name) =>
        member.Client.PostAsync($"/api/tracks/{id}/lyrics/import", new MultipartFormDataContent { { new ByteArrayContent(content), "file", name } }, Ct);

    private static List<double> Starts(JsonElement lyrics) => [.. lyrics.GetProperty("lines").EnumerateArray().Select(line => Math.Round(line.GetProperty("start").GetDouble(), 2))];

    private static double? Number(JsonElement line, string name) => line.GetProperty(name) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null;

    /// <summary>What the paid call leaves behind: a word every half a second.</summary>
    private async Task RecogniseAsync(Guid id, string words)
    {
        await using var session = await studio.Db.BeginAsync(Ct);
        await session.StartRecognitionAsync(id, null, "a-model");
        await session.FinishRecognitionAsync(id, [.. words.Split(' ').Select((word, i) => new HeardWord(word, 0.5 + i * 0.5, 0.8 + i * 0.5))]);
        await session.CommitAsync();
    }
}

public sealed class KeepingItsWordsOnSqlite(QuietSqlite studio, MediaBench bench) : KeepingItsWords(studio, bench), IClassFixture<QuietSqlite>, IClassFixture<MediaBench>;

public sealed class KeepingItsWordsOnPostgres(QuietPostgres studio, MediaBench bench) : KeepingItsWords(studio, bench), IClassFixture<QuietPostgres>, IClassFixture<MediaBench>;
