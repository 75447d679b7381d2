using System.Text;
using Microsoft.AspNetCore.Http;
using VeniceStudio.Venice;

namespace VeniceStudio.Tests.Venice;

public sealed class AskingHowAVideoGoes(VeniceStub venice) : IClassFixture<VeniceStub>
{
    private static readonly VideoTicket Ticket = new("wan-2.6-text-to-video", "q1", null);
    private static readonly byte[] Mp4 = [0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 2, 0, .. "isomiso2avc1mp41"u8];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task T5_Venice_is_never_told_to_delete_on_delivery()
    {
        var client = venice.Begin();
        venice.Says(200, """{"status":"PROCESSING","average_execution_time":145000,"execution_duration":53200}""");

        await client.Video.RetrieveAsync(Ticket, Ct);

        Assert.Equal(["model", "queue_id"], venice.Last.Fields);
    }

    [Theory]
    [InlineData("""{"status":"PROCESSING","average_execution_time":145000,"execution_duration":53200}""")]
    [InlineData("""{"status":"processing","average_execution_time":"145000","execution_duration":"53200","eta":1}""")]
    [InlineData("""{"status":"Running","average_execution_time":145000.0,"execution_duration":53200}""")]
    public async Task T15_job_times_are_milliseconds(string body)
    {
        var client = venice.Begin();
        venice.Says(200, body, "application/json; charset=utf-8");

        var working = Assert.IsType<VideoProgress.Working>(await client.Video.RetrieveAsync(Ticket, Ct));

        Assert.Equal(TimeSpan.FromSeconds(145), working.Average);
        Assert.Equal(TimeSpan.FromSeconds(53.2), working.Elapsed);
    }

    [Fact]
    public async Task T3_completed_without_bytes_is_success_and_points_to_the_ticket_s_link()
    {
        var client = venice.Begin();
        var link = new Uri("https://private-share.venice.ai/v1/share/read/abc");
        venice.Says(200, """{"status":"COMPLETED","average_execution_time":145000,"execution_duration":150210}""");

        var done = Assert.IsType<VideoProgress.Finished>(await client.Video.RetrieveAsync(Ticket with { DownloadUrl = link }, Ct));

        Assert.Equal(link, done.DownloadUrl);
        Assert.Equal(TimeSpan.FromMilliseconds(150210), done.Elapsed);
    }

    [Theory]
    [InlineData("""{"status":"COMPLETED"}""", null)]
    [InlineData("""{"status":"completed","url":"https://x/v.mp4"}""", "https://x/v.mp4")]
    [InlineData("""{"status":"COMPLETED","download_url":"file:///etc/passwd"}""", null)]
    public async Task T3_a_completed_job_takes_a_link_from_the_answer_only_if_it_is_one(string body, string? link)
    {
        var client = venice.Begin();
        venice.Says(200, body);

        var done = Assert.IsType<VideoProgress.Finished>(await client.Video.RetrieveAsync(Ticket, Ct));
        Assert.Equal(link, done.DownloadUrl?.AbsoluteUri);
    }

    [Theory]
    [InlineData("""{"status":"FAILED","average_execution_time":0,"execution_duration":0,"error":"GPU lost"}""", "FAILED", "GPU lost")]
    [InlineData("""{"status":"CANCELLED","message":"by operator"}""", "CANCELLED", "by operator")]
    [InlineData("""{"status":"FAILED","error":{"message":"no luck"}}""", "FAILED", "no luck")]
    [InlineData("""{"status":"VAPORISED"}""", "VAPORISED", null)]
    public async Task T4_every_other_status_is_the_end_with_its_reason(string body, string status, string? reason)
    {
        var client = venice.Begin();
        venice.Says(200, body);

        Assert.Equal(new VideoProgress.Ended(status, reason), await client.Video.RetrieveAsync(Ticket, Ct));
    }

    [Theory]
    [InlineData("<html><title>Just a moment</title></html>", "text/html")]
    [InlineData("{}", "application/json")]
    [InlineData("", null)]
    [InlineData("not a video", "application/octet-stream")]
    [InlineData("""{"status":7""", "application/json")]
    public async Task An_answer_without_sense_ends_nothing_and_may_pass(string body, string? type)
    {
        var client = venice.Begin();
        venice.Says(200, body, type);

        var e = await Assert.ThrowsAsync<VeniceException>(() => client.Video.RetrieveAsync(Ticket, Ct));

        Assert.Equal(VeniceErrorKind.Unreadable, e.Kind);
        Assert.True(e.MayPass);
    }

    [Theory]
    [InlineData("video/mp4", "video/mp4")]
    [InlineData("Video/MP4; codecs=avc1", "video/mp4")]
    [InlineData("application/octet-stream", "video/mp4")]
    [InlineData(null, "video/mp4")]
    [InlineData("video/webm", "video/webm")]
    public async Task The_media_type_decides_and_the_first_bytes_where_it_says_nothing(string? type, string told)
    {
        var client = venice.Begin();
        venice.Does(context =>
        {
            if (type is not null) context.Response.ContentType = type;
            context.Response.ContentLength = Mp4.Length;
            return context.Response.Body.WriteAsync(Mp4, Ct).AsTask();
        });

        var delivered = Assert.IsType<VideoProgress.Delivered>(await client.Video.RetrieveAsync(Ticket, Ct));

        await using var video = delivered.Video;
        Assert.Equal(told, video.ContentType);
        Assert.Equal(Mp4.Length, video.Length);
        Assert.Equal(Mp4, await ReadAsync(video));
    }

    [Fact]
    public async Task A_word_under_octet_stream_is_still_a_word()
    {
        var client = venice.Begin();
        venice.Says(200, """{"status":"PROCESSING"}""", "application/octet-stream");

        Assert.Equal(new VideoProgress.Working(null, null), await client.Video.RetrieveAsync(Ticket, Ct));
    }

    [Theory]
    [InlineData("<html>sorry</html>")]
    [InlineData("""{"status":"FAILED"}""")]
    [InlineData("")]
    public async Task What_calls_itself_a_video_is_delivered_for_others_to_judge(string body)
    {
        var client = venice.Begin();
        venice.Says(200, body, "video/mp4");

        var delivered = Assert.IsType<VideoProgress.Delivered>(await client.Video.RetrieveAsync(Ticket, Ct));
        await using var video = delivered.Video;
        Assert.Equal(body, Encoding.UTF8.GetString(await ReadAsync(video)));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task T6_polls_are_not_multiplied_behind_the_pollers_back(int status)
    {
        var client = venice.Begin();
        venice.Says(status, """{"error":"The model is at capacity. Please try again later."}""");

        var e = await Assert.ThrowsAsync<VeniceException>(() => client.Video.RetrieveAsync(Ticket, Ct));

        Assert.Single(venice.Heard);
        Assert.True(e is { MayPass: true, MayHaveBought: false });
    }

    [Fact]
    public async Task Cleaning_up_reports_what_Venice_did()
    {
        var client = venice.Begin();
        venice.Says(200, """{"success":true}""").Says(200, """{"success":false}""");

        Assert.True(await client.Video.CompleteAsync(Ticket, Ct));
        Assert.False(await client.Video.CompleteAsync(Ticket, Ct));
        Assert.Equal(["model", "queue_id"], venice.Last.Fields);
    }

    private static async Task<byte[]> ReadAsync(VideoDownload video)
    {
        var bytes = new MemoryStream();
        await video.Content.CopyToAsync(bytes, Ct);
        return bytes.ToArray();
    }
}
