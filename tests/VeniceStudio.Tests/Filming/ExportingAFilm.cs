using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Films;
using VeniceStudio.Server.Storyboard;
using VeniceStudio.Server.Work;
using VeniceStudio.Tests.Clips;
using VeniceStudio.Tests.Media.Ffmpeg;
using VeniceStudio.Tests.Tracks;

namespace VeniceStudio.Tests.Filming;

public abstract class ExportingAFilm(IStudioWithVenice house, MediaBench bench)
{
    private readonly StudioApp studio = house.Studio;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Some twenty seconds of encoding, which no database sees.</summary>
    protected async Task EveryKindAsync()
    {
        house.Venice.Reset();
        using var member = await studio.MemberAsync();
        var given = await studio.GivenAFilmAsync(member, bench, 3, (shot, _) => shot with { MovingStill = true });
        Assert.Equal(FilmState.Done, (await given.ComposedAsync()).State);

        (string Kind, string Codec, int Width, int Height, double? Seconds)[] videos =
        [
            ("mp4Source", "h264", 480, 270, 8), ("mp4_1080", "h264", 480, 270, 8), ("mp4_720", "h264", 480, 270, 8), ("tall", "h264", 270, 480, 8), ("square", "h264", 270, 270, 8), ("wide", "h264", 480, 270, 8),
            ("webM", "vp9", 480, 270, 8), ("gif", "gif", 480, 270, null), ("teaser15", "h264", 480, 270, null), ("teaser30", "h264", 480, 270, 8), ("loop", "h264", 480, 270, null), ("poster", "mjpeg", 480, 270, null),
        ];
        foreach (var (kind, codec, width, height, seconds) in videos)
        {
            var export = await given.ExportedAsync(new { kind });
            Assert.True(export.State == ExportState.Done, $"{kind}: {export.Failure?.Sentence}");
            Assert.DoesNotContain(export.Name, letter => "\"*/:<>?\\|".Contains(letter, StringComparison.Ordinal));
            var path = await FetchAsync(given, export);
            var (found, size) = await DecodedAsync(path);
            Assert.Equal((codec, $"{width}x{height}"), (found, size));
            if (seconds is { } length) Assert.Equal(length, (await new MediaProbe(bench.Tools).ProbeAsync(path, Ct)).DurationSeconds, 0.1);
        }
        foreach (var kind in (string[])["srt", "vtt", "lrc"])
            Assert.Contains("Over the water", await File.ReadAllTextAsync(await FetchAsync(given, await given.ExportedAsync(new { kind })), Ct), StringComparison.Ordinal);
        Assert.Equal(15, (await given.Client.GetAsync("/api/exports", Ct).OkAsync()).GetArrayLength());
    }

    [Fact]
    public async Task Needs_a_film_where_it_is_made_from_one()
    {
        using var member = await studio.MemberAsync();
        var given = await studio.GivenAFilmAsync(member, bench, 1);
        await given.Client.PostAsync($"/api/projects/{given.Id}/exports", new { kind = "gif" }).ProblemAsync(HttpStatusCode.Conflict, "no-film");
    }

    [Fact]
    public async Task Is_fetched_in_ranges_cancelled_tried_again_and_deleted()
    {
        using var member = await studio.MemberAsync();
        var given = await studio.GivenAFilmAsync(member, bench, 1);
        var asked = await given.Client.PostAsync($"/api/projects/{given.Id}/exports", new { kind = "srt" }).OkAsync();
        var id = asked.GetProperty("id").GetGuid();
        Assert.Equal("cancelled", (await given.Client.PostAsync($"/api/exports/{id}/cancel", new { }).OkAsync()).Text("state"));
        Assert.Equal(HttpStatusCode.NotFound, (await given.Client.GetAsync($"/api/exports/{id}/file", Ct)).StatusCode);
        Assert.Equal("waiting", (await given.Client.PostAsync($"/api/exports/{id}/retry", new { }).OkAsync()).Text("state"));
        // A process that was taken for dead comes back when another one has made the file: it takes nothing away.
        var (pipeline, dead) = (studio.Services.GetRequiredService<IPipeline<Export>>(), new WorkClaim("a process that sleeps", TimeSpan.FromSeconds(20)));
        var held = (await pipeline.ClaimAsync(dead, Ct))!;
        studio.Clock.Advance(TimeSpan.FromSeconds(40));
        Assert.Equal(1, await studio.ExportDueAsync());
        await pipeline.StepAsync(held, dead, Ct);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/exports/{id}/file") { Headers = { Range = new(0, 3) } };
        using var part = await given.Client.SendAsync(request, Ct);
        Assert.Equal((HttpStatusCode.PartialContent, 4L), (part.StatusCode, part.Content.Headers.ContentLength));
        Assert.StartsWith("attachment", part.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        await given.Client.PostAsync($"/api/exports/{id}/retry", new { }).ProblemAsync(HttpStatusCode.Conflict, "not-now");
        // A disk that was lost: whoever fetches it has it made again.
        File.Delete(Directory.GetFiles(Path.Combine(studio.Folder, "exports"), id + ".*").Single());
        await given.Client.GetAsync($"/api/exports/{id}/file", Ct).ProblemAsync(HttpStatusCode.Conflict, "not-now");
        await studio.ExportDueAsync();
        Assert.Equal(HttpStatusCode.OK, (await given.Client.GetAsync($"/api/exports/{id}/file", Ct)).StatusCode);
        await given.Client.DeleteAsync($"/api/exports/{id}", Ct).NoContentAsync();
        Assert.Empty(Directory.GetFiles(Path.Combine(studio.Folder, "exports"), id + ".*"));
    }

    [Fact]
    public async Task As_an_archive_opens_for_somebody_else_with_its_board_its_takes_and_its_approvals()
    {
        house.Venice.Reset();
        using var member = await studio.MemberAsync("Maker");
        using var other = await studio.MemberAsync("Other");
        var given = await studio.GivenAFilmAsync(member, bench, 3, (shot, i) => i == 2 ? shot with { MovingStill = true } : shot);
        await given.RenderedAsync();
        var cut = await given.CutAsync();
        await given.Client.PutAsync($"/api/projects/{given.Id}/cut", new { version = cut.Version, cut = new { spans = new[] { new { shotId = given.Board.Shots[0].Id, takeId = cut.Spans[0].SourceId, inSeconds = 0.5 } }, fadeIn = 0.5 } }).OkAsync();
        var zip = await FetchAsync(given, await given.ExportedAsync(new { kind = "archive" }));

        var bytes = await File.ReadAllBytesAsync(zip, Ct);
        var upload = await other.Client.UploadAsync(bytes, "project.zip");
        var opened = await other.Client.PostAsync("/api/projects/import", new { uploadId = upload }).OkAsync();
        var id = opened.GetProperty("id").GetGuid();
        Assert.Equal(id, (await other.Client.PostAsync("/api/projects/import", new { uploadId = upload }).OkAsync()).GetProperty("id").GetGuid());
        Assert.Equal((3, 2, 0L), (opened.GetProperty("standing").GetProperty("approved").GetInt32(), opened.GetProperty("standing").GetProperty("takes").GetInt32(), opened.GetProperty("spent").GetInt64()));
        var theirs = (await other.Client.GetFromJsonAsync<CutView>($"/api/projects/{id}/cut", ClipJson.Options, Ct))!;
        Assert.Equal([SpanShows.Take, SpanShows.Take, SpanShows.Still], theirs.Spans.Select(span => span.Source));
        Assert.Equal((0.5, 0.5), (theirs.Spans[0].InSeconds, theirs.Cut.FadeIn));
        Assert.NotEqual(cut.Spans[0].SourceId, theirs.Spans[0].SourceId);
        var clip = await other.Client.GetByteArrayAsync(theirs.Spans[0].ClipUrl, Ct);
        Assert.Equal(await given.Client.GetByteArrayAsync(cut.Spans[0].ClipUrl, Ct), clip);
        // Nothing is left to buy: what was approved and paid came along.
        Assert.Equal(0, (await other.Client.PostAsync($"/api/projects/{id}/takes/quote", new { scope = "missing" }).OkAsync()).GetProperty("shots").GetInt32());

        // Shots that show one another's footage in a circle have footage of their own here.
        var round = await other.Client.UploadAsync(await TamperedAsync(zip, "circle"), "round.zip");
        var circle = (await other.Client.PostAsync("/api/projects/import", new { uploadId = round }).OkAsync()).GetProperty("id").GetGuid();
        Assert.Equal(3, (await other.Client.GetFromJsonAsync<CutView>($"/api/projects/{circle}/cut", ClipJson.Options, Ct))!.Spans.Count);
        Assert.All((await other.Client.GetAsync($"/api/projects/{circle}/board", Ct).OkAsync()).GetProperty("shots").EnumerateArray(), shot => Assert.Null(shot.Text("sameAs")));
    }

    [Theory]
    [InlineData("not-a-zip")]
    [InlineData("no-project")]
    [InlineData("garbled")]
    [InlineData("other-file")]
    [InlineData("gap")]
    public async Task As_an_archive_that_was_tampered_with_opens_nothing(string how)
    {
        house.Venice.Reset();
        using var member = await studio.MemberAsync();
        var given = await studio.GivenAFilmAsync(member, bench, 2);
        var zip = await FetchAsync(given, await given.ExportedAsync(new { kind = "archive" }));
        var bytes = how == "not-a-zip" ? "PK, or so it says."u8.ToArray() : await TamperedAsync(zip, how);
        var files = await studio.CountAsync("media");
        var upload = await member.Client.UploadAsync(bytes, "project.zip");
        using var answer = await member.Client.PostAsync("/api/projects/import", new { uploadId = upload });
        Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.UnsupportedMediaType, answer.StatusCode.ToString());
        Assert.Equal(files, await studio.CountAsync("media"));
        Assert.Equal(1, await studio.CountAsync("projects", $"account_id = '{member.Id}'"));
    }

    [Fact]
    public async Task As_a_receipt_names_every_file_word_and_price()
    {
        house.Venice.Reset();
        using var member = await studio.MemberAsync();
        var given = await studio.GivenAFilmAsync(member, bench, 2);
        await given.RenderedAsync();
        await given.ComposedAsync();
        var receipt = JsonDocument.Parse(await File.ReadAllTextAsync(await FetchAsync(given, await given.ExportedAsync(new { kind = "receipt" })), Ct)).RootElement;
        Assert.Equal(64, receipt.GetProperty("song").Text("sha256")!.Length);
        Assert.Equal(64, receipt.GetProperty("film").Text("sha256")!.Length);
        Assert.Equal(2 * FilmGiven.Price, receipt.GetProperty("money").GetProperty("paid").GetInt64());
        Assert.Equal(["Gondola 1 at dusk", "Gondola 2 at dusk"], receipt.GetProperty("shots").EnumerateArray().Select(shot => shot.GetProperty("clip").Text("prompt")));
        Assert.DoesNotContain(studio.Folder, receipt.ToString(), StringComparison.Ordinal);
    }

    private async Task<string> FetchAsync(GivenFilm given, ExportView export)
    {
        Assert.True(export.State == ExportState.Done, export.Failure?.Sentence);
        var bytes = await given.Client.GetByteArrayAsync(export.Url, Ct);
        Assert.Equal(export.Bytes, bytes.LongLength);
        return bench.Write(export.Id + Path.GetExtension(export.Name), bytes);
    }

    private async Task<(string Codec, string Size)> DecodedAsync(string path)
    {
        var run = await ToolRun.RunAsync(new ToolCall(bench.Tools.Ffmpeg, ["-v", "error", "-xerror", "-i", "file:" + path, "-f", "null", "-"], TimeSpan.FromSeconds(60)), null, null, Ct);
        Assert.True(run.ExitCode == 0 && run.ErrorTail.Length == 0, run.ErrorTail);
        var said = await ToolRun.ReadAsync(new ToolCall(
            bench.Tools.Ffprobe, ["-v", "error", "-select_streams", "v:0", "-show_entries", "stream=codec_name,width,height", "-of", "csv=p=0", "file:" + path], TimeSpan.FromSeconds(30)), 4096, Ct);
        var parts = said.Text.Trim().Split(',');
        return (parts[0], $"{parts[1]}x{parts[2]}");
    }

    private static string Circle(string text)
    {
        var project = JsonNode.Parse(text)!;
        var shots = project["board"]!["shots"]!.AsArray();
        for (var i = 0; i < shots.Count; i++) shots[i]!["sameAs"] = shots[(i + 1) % shots.Count]!["id"]!.GetValue<string>();
        return project.ToJsonString();
    }

    private async Task<byte[]> TamperedAsync(string zip, string how)
    {
        var copy = bench.PathOf($"{Guid.NewGuid():N}.zip");
        File.Copy(zip, copy);
        await using (var archive = await ZipFile.OpenAsync(copy, ZipArchiveMode.Update, Ct))
        {
            var entry = archive.GetEntry("project.json")!;
            string text;
            using (var reader = new StreamReader(await entry.OpenAsync(Ct))) text = await reader.ReadToEndAsync(Ct);
            if (how == "other-file")
            {
                var picture = archive.Entries.First(one => one.Name.EndsWith(".jpg", StringComparison.Ordinal));
                var inside = new byte[picture.Length];
                await using var stream = await picture.OpenAsync(Ct);
                "<html>"u8.CopyTo(inside);
                await stream.WriteAsync(inside, Ct);
            }
            else
            {
                entry.Delete();
                var changed = how switch { "garbled" => text[..(text.Length / 2)], "gap" => text.Replace("\"start\":4", "\"start\":-4", StringComparison.Ordinal), "circle" => Circle(text), _ => null };
                if (changed is not null)
                {
                    await using var writer = new StreamWriter(await archive.CreateEntry("project.json").OpenAsync(Ct));
                    await writer.WriteAsync(changed);
                }
            }
        }
        return await File.ReadAllBytesAsync(copy, Ct);
    }
}

public sealed class ExportingAFilmOnSqlite(SqliteWithVenice house, MediaBench bench) : ExportingAFilm(house, bench), IClassFixture<SqliteWithVenice>, IClassFixture<MediaBench>
{
    [Fact]
    public Task Gives_every_kind_of_file_whole_and_under_a_name_that_every_system_takes() => EveryKindAsync();
}

public sealed class ExportingAFilmOnPostgres(PostgresWithVenice house, MediaBench bench) : ExportingAFilm(house, bench), IClassFixture<PostgresWithVenice>, IClassFixture<MediaBench>;
