using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Library;
using VeniceStudio.Tests.Media.Ffmpeg;

namespace VeniceStudio.Tests.Library;

public abstract class Uploading(StudioApp studio, MediaBench bench)
{
    private MediaStore Store => studio.Services.GetRequiredService<MediaStore>();

    [Theory]
    [InlineData("photo.png", "")]
    [InlineData("photo.jpg", "")]
    [InlineData("photo.webp", " -c:v libwebp")]
    public async Task A_picture_is_kept_as_a_JPEG_that_Venice_takes(string file, string how)
    {
        using var member = await studio.MemberAsync();
        var path = await bench.MakeAsync(file, "-f lavfi -i testsrc2=s=640x400 -frames:v 1" + how);
        using var answer = await SendAsync(member.Client, "images", await File.ReadAllBytesAsync(path, Ct), "my \u202Egnp.photo.png");

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var view = await ViewAsync(answer);
        Assert.Equal((MediaKind.Image, "image/jpeg", 640, 400, "my gnp.photo.jpg"), (view.Kind, view.MimeType, view.Width, view.Height, view.Name));
        Assert.Equal(view.Url, answer.Headers.Location!.ToString());
        var stored = await member.Client.GetByteArrayAsync(view.Url, Ct);
        Assert.Equal((ContentKind.Jpeg, view.Bytes), (ContentSniff.Of(stored), stored.Length));
        Assert.Empty(Directory.GetFiles(Store.TemporaryFolder));
    }

    [Fact]
    public async Task A_song_is_cut_to_the_stretch_that_was_asked_for()
    {
        using var member = await studio.MemberAsync();
        var song = await File.ReadAllBytesAsync(await bench.MakeAsync("song.flac", "-f lavfi -i sine=440:d=40"), Ct);
        using var whole = await SendAsync(member.Client, "audio", song, "song.flac");
        using var part = await SendAsync(member.Client, "audio?start=2.5&length=4", song, "song.flac");
        using var end = await SendAsync(member.Client, "audio?start=37", song, "song.flac");

        var view = await ViewAsync(part);
        Assert.Equal((30, 4, 3), (Round(await ViewAsync(whole)), Round(view), Round(await ViewAsync(end))));
        Assert.Equal((MediaKind.Audio, "audio/mpeg", "song.mp3"), (view.Kind, view.MimeType, view.Name));
        Assert.Equal(ContentKind.Mp3, ContentSniff.Of(await member.Client.GetByteArrayAsync(view.Url, Ct)));
    }

    [Fact]
    public async Task Every_unusable_file_is_refused_with_its_field_and_leaves_nothing()
    {
        using var member = await studio.MemberAsync();
        var png = await File.ReadAllBytesAsync(await bench.MakeAsync("whole.png", "-f lavfi -i testsrc2=s=640x400 -frames:v 1"), Ct);
        var wide = await File.ReadAllBytesAsync(await bench.MakeAsync("wide.png", "-f lavfi -i testsrc2=s=1600x400 -frames:v 1"), Ct);
        var film = await File.ReadAllBytesAsync(await bench.MakeAsync("clip.mp4", MediaBench.Clip), Ct);
        var before = studio.Stored();

        await RefusedAsync(member, "images", "GIF89a~~~~~~~~~~~~"u8.ToArray(), 415, "wrong-kind");
        await RefusedAsync(member, "images", "<!doctype html><html></html>"u8.ToArray(), 415, "wrong-kind");
        await RefusedAsync(member, "images", film, 415, "wrong-kind");
        await RefusedAsync(member, "audio", film, 415, "wrong-kind");
        await RefusedAsync(member, "audio", png, 415, "wrong-kind");
        await RefusedAsync(member, "images", [], 400, "bad-input");
        await RefusedAsync(member, "images", png[..(png.Length / 2)], 400, "bad-input");
        await RefusedAsync(member, "images", wide, 400, "bad-input");
        Assert.Contains("1 MB", await RefusedAsync(member, "images", new byte[1024 * 1024 + 1], 413, "too-large"));
        Assert.Contains("1 MB", await RefusedAsync(member, "audio", new byte[3 * 1024 * 1024], 413, "too-large"));
        Assert.Equal(before, studio.Stored());
    }

    [Fact]
    public async Task A_file_without_an_announced_length_is_stopped_at_the_limit()
    {
        using var member = await studio.MemberAsync();
        var before = studio.Stored();
        var form = FormOf(new byte[3 * 1024 * 1024], "big.png");
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/uploads/images") { Content = form };
        request.Headers.TransferEncodingChunked = true;
        form.Headers.ContentLength = null;
        using var answer = await member.Client.SendAsync(request, Ct);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("file", (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("field").GetString());
        Assert.Equal(before, studio.Stored());
    }

    [Fact]
    public async Task A_form_without_the_file_is_told_what_is_missing()
    {
        using var member = await studio.MemberAsync();
        using var json = await member.Client.PostAsJsonAsync("/api/uploads/images", new { file = "x" }, Ct);
        Assert.Equal("file", await FieldOf(json, HttpStatusCode.UnsupportedMediaType));
        using var empty = await member.Client.PostAsync("/api/uploads/images", new MultipartFormDataContent { { new StringContent("x"), "note" } }, Ct);
        Assert.Equal("file", await FieldOf(empty, HttpStatusCode.BadRequest));
        using var far = await SendAsync(member.Client, "audio?length=31", [1], "x.mp3");
        Assert.Equal("length", await FieldOf(far, HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing()
    {
        using var member = await studio.MemberAsync();
        var before = studio.Stored();
        Directory.CreateDirectory(Store.TemporaryFolder);
        using var watcher = new FileSystemWatcher(Store.TemporaryFolder) { EnableRaisingEvents = true };
        var (begun, gone) = (new TaskCompletionSource(), new TaskCompletionSource());
        watcher.Created += (_, _) => begun.TrySetResult();
        watcher.Deleted += (_, _) => gone.TrySetResult();

        using (var socket = new TcpClient())
        {
            await socket.ConnectAsync(studio.Address.Host, studio.Address.Port, Ct);
            using var script = await studio.WithTokenAsync(member.Id);
            var head = $"POST /api/uploads/images HTTP/1.1\r\nHost: {studio.Address.Authority}\r\nAuthorization: {script.DefaultRequestHeaders.Authorization}\r\n"
                + "Content-Type: multipart/form-data; boundary=cut\r\nContent-Length: 500000\r\n\r\n"
                + "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\n" + new string('x', 100_000);
            await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), Ct);
            await begun.Task.WaitAsync(TimeSpan.FromSeconds(10), Ct);
        }
        await gone.Task.WaitAsync(TimeSpan.FromSeconds(10), Ct);
        Assert.Equal(before, studio.Stored());
    }

    [Fact]
    public async Task A_full_disk_is_told_and_leaves_nothing()
    {
        using var member = await studio.MemberAsync();
        var before = studio.Stored();
        var opening = Store.Opening;
        try
        {
            Store.Opening = _ => new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, 0);
            await RefusedAsync(member, "images", new byte[2000], 507, "disk-full");
        }
        finally
        {
            Store.Opening = opening;
        }
        Assert.Equal(before, studio.Stored());
    }

    [Fact]
    public async Task Nobody_uploads_anything()
    {
        using var nobody = studio.NewBrowser();
        foreach (var route in new[] { "images", "audio" })
        {
            using var answer = await SendAsync(nobody, route, [1, 2, 3], "x.png");
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_stored_picture_goes_into_an_order_as_a_data_URL_of_its_true_kind()
    {
        using var member = await studio.MemberAsync();
        var urls = studio.Services.GetRequiredService<MediaDataUrl>();
        var jpeg = await File.ReadAllBytesAsync(await bench.MakeAsync("data.jpg", "-f lavfi -i testsrc2=s=320x320 -frames:v 1"), Ct);
        var media = await studio.GivenMediaAsync(member.Id, jpeg, MediaKind.Image, "data.jpg");
        Assert.Equal("data:image/jpeg;base64," + Convert.ToBase64String(jpeg), await urls.OfAsync(media, Ct));

        File.Delete(studio.PathOf(media));
        Assert.Contains("no longer there", (await Assert.ThrowsAsync<MediaException>(() => urls.OfAsync(media, Ct))).Message);
    }

    [Fact]
    public void Inputs_that_together_pass_what_Venice_takes_are_refused_beforehand()
    {
        Assert.Null(MediaDataUrl.Refusal(Enumerable.Repeat(Sized(4), 6)));
        Assert.Contains("26 MB", MediaDataUrl.Refusal(Enumerable.Repeat(Sized(4), 7)));

        static MediaFile Sized(int megabytes) => new()
        {
            Id = Guid.Empty, AccountId = Guid.Empty, Kind = MediaKind.Image, MimeType = "", Extension = "", Name = "",
            Bytes = megabytes * 1024L * 1024, Sha256 = "", CreatedAt = default,
        };
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static MultipartFormDataContent FormOf(byte[] content, string name)
    {
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return new MultipartFormDataContent { { file, "file", name } };
    }

    /// <summary>Asks before it sends, so that the refusal of a large file is read before its bytes are on the way.</summary>
    private static Task<HttpResponseMessage> SendAsync(HttpClient client, string route, byte[] content, string name) =>
        client.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/api/uploads/{route}") { Content = FormOf(content, name), Headers = { ExpectContinue = true } }, Ct);

    private static async Task<string> RefusedAsync(SignedIn member, string route, byte[] content, int status, string type)
    {
        using var answer = await SendAsync(member.Client, route, content, "x.png");
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.Equal((status, type, "file"), ((int)answer.StatusCode, problem.GetProperty("type").GetString()!, problem.GetProperty("field").GetString()!));
        return problem.GetProperty("detail").GetString()!;
    }

    private static async Task<string?> FieldOf(HttpResponseMessage answer, HttpStatusCode status)
    {
        Assert.Equal(status, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("field").GetString();
    }

    private static async Task<MediaView> ViewAsync(HttpResponseMessage answer)
    {
        var json = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Api.Shape(json);
        return (await answer.Content.ReadFromJsonAsync<MediaView>(json, Ct))!;
    }

    private static int Round(MediaView view) => (int)Math.Round(view.Seconds!.Value);
}

/// <summary>Studios that take files of one megabyte.</summary>
public sealed class SmallUploadsOnSqlite : SqliteStudio
{
    protected override StudioOptions Options => base.Options with { UploadMegabytes = 1 };
}

public sealed class SmallUploadsOnPostgres : PostgresStudio
{
    protected override StudioOptions Options => base.Options with { UploadMegabytes = 1 };
}

public sealed class UploadingOnSqlite(SmallUploadsOnSqlite studio, MediaBench bench)
    : Uploading(studio, bench), IClassFixture<SmallUploadsOnSqlite>, IClassFixture<MediaBench>;

public sealed class UploadingOnPostgres(SmallUploadsOnPostgres studio, MediaBench bench)
    : Uploading(studio, bench), IClassFixture<SmallUploadsOnPostgres>, IClassFixture<MediaBench>;
