using Microsoft.AspNetCore.Http;
using VeniceStudio.Venice;

namespace VeniceStudio.Tests.Venice;

public sealed class FetchingAVideo(VeniceStub venice) : IClassFixture<VeniceStub>
{
    private static readonly VideoTicket Ticket = new("wan-2.6-text-to-video", "q1", null);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Uri Link => new(venice.Root, "/v1/share/read/s3cr3t");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task T29_the_first_bytes_are_here_before_the_last_are_sent(bool lengthKnown)
    {
        var client = venice.Begin();
        var firstWasRead = new TaskCompletionSource();
        venice.Does(async context =>
        {
            context.Response.ContentType = "video/mp4";
            if (lengthKnown) context.Response.ContentLength = 2_000_000;
            await context.Response.Body.WriteAsync(new byte[1_000_000], Ct);
            await context.Response.Body.FlushAsync(Ct);
            await firstWasRead.Task;
            await context.Response.Body.WriteAsync(new byte[1_000_000], Ct);
        });

        var delivered = Assert.IsType<VideoProgress.Delivered>(await client.Video.RetrieveAsync(Ticket, Ct));
        await using var video = delivered.Video;
        var half = new byte[1_000_000];
        await video.Content.ReadExactlyAsync(half, Ct);
        firstWasRead.SetResult();
        var rest = new MemoryStream();
        await video.Content.CopyToAsync(rest, Ct);

        Assert.Equal(lengthKnown ? 2_000_000 : null, video.Length);
        Assert.Equal(1_000_000, rest.Length);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_torn_download_is_told_from_a_short_one(bool lengthKnown)
    {
        var client = venice.Begin();
        var someWasRead = new TaskCompletionSource();
        venice.Does(context => TearAsync(context, lengthKnown, someWasRead.Task));

        await using var video = await client.Video.DownloadAsync(Link, Ct);
        await video.Content.ReadExactlyAsync(new byte[100_000], Ct);
        someWasRead.SetResult();
        var e = await Assert.ThrowsAsync<VeniceException>(() => video.Content.CopyToAsync(Stream.Null, Ct));

        Assert.Equal(VeniceErrorKind.TornDownload, e.Kind);
        Assert.True(e is { MayPass: true, MayHaveBought: false });
    }

    [Fact]
    public async Task A_download_that_falls_silent_is_given_up_after_its_idle_time_and_not_before()
    {
        var clock = new HurriedClock();
        var client = venice.Begin(clock);
        venice.Does(async context =>
        {
            context.Response.ContentType = "video/mp4";
            await context.Response.Body.WriteAsync(new byte[100], Ct);
            await context.Response.Body.FlushAsync(Ct);
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
        });

        await using var video = await client.Video.DownloadAsync(Link, Ct);
        clock.Advance(TimeSpan.FromMinutes(10));
        await video.Content.ReadExactlyAsync(new byte[100], Ct);
        clock.Advance(TimeSpan.FromMinutes(10));
        var reading = video.Content.ReadAsync(new byte[100], Ct).AsTask();
        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.False(reading.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(2));

        var e = await Assert.ThrowsAsync<VeniceException>(() => reading);
        Assert.Equal(VeniceErrorKind.TornDownload, e.Kind);
    }

    [Fact]
    public async Task A_reader_who_stops_gets_a_cancellation_and_not_a_torn_download()
    {
        var client = venice.Begin();
        using var stop = new CancellationTokenSource();
        venice.Does(async context =>
        {
            context.Response.ContentType = "video/mp4";
            await context.Response.Body.FlushAsync(Ct);
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
        });

        await using var video = await client.Video.DownloadAsync(Link, Ct);
        var reading = video.Content.ReadAsync(new byte[100], stop.Token).AsTask();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    [Fact]
    public async Task T28_the_key_is_not_shown_to_a_download_link_and_the_link_not_to_the_log()
    {
        var log = new Observations();
        var client = venice.Begin(observer: log);
        venice.Says(200, "bytes", "video/mp4").Says(204, "", null);

        await (await client.Video.DownloadAsync(Link, Ct)).DisposeAsync();
        await client.Video.DeleteDownloadAsync(Link, Ct);

        Assert.Equal(["GET", "DELETE"], venice.Heard.Select(request => request.Method));
        Assert.All(venice.Heard, request => Assert.Empty(request.Authorization));
        Assert.All(log.All, answer => Assert.DoesNotContain("s3cr3t", answer.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(404, VeniceErrorKind.NotFound)]
    [InlineData(410, VeniceErrorKind.NotFound)]
    [InlineData(429, VeniceErrorKind.RateLimited)]
    [InlineData(401, VeniceErrorKind.Forbidden)]
    [InlineData(402, VeniceErrorKind.Forbidden)]
    [InlineData(503, VeniceErrorKind.AtCapacity)]
    public async Task A_link_that_does_not_open_says_so_once_and_blames_no_key(int status, VeniceErrorKind kind)
    {
        var client = venice.Begin();
        venice.Says(status, "", null);

        var e = await Assert.ThrowsAsync<VeniceException>(() => client.Video.DownloadAsync(Link, Ct));

        Assert.Equal(kind, e.Kind);
        Assert.Single(venice.Heard);
        Assert.DoesNotContain("s3cr3t", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_behind_a_link_is_not_taken_for_a_video()
    {
        var client = venice.Begin();
        venice.Says(200, "<title>Almost ready</title>", "text/html");

        var e = await Assert.ThrowsAsync<VeniceException>(() => client.Video.DownloadAsync(Link, Ct));
        Assert.Equal(VeniceErrorKind.Unreadable, e.Kind);
        Assert.Equal("Almost ready", e.VeniceText);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    public async Task A_link_that_is_gone_counts_as_revoked(int status)
    {
        var client = venice.Begin();
        venice.Says(status, "", null);

        await client.Video.DeleteDownloadAsync(Link, Ct);
        Assert.Single(venice.Heard);
    }

    [Fact]
    public void A_client_that_would_leak_the_key_by_itself_is_refused()
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", VeniceStub.Key);

        Assert.Throws<ArgumentException>(() => new VeniceClient(http, new VeniceOptions(), TimeProvider.System));
    }

    // A reset overtakes bytes that are still on their way, so it waits until they were read.
    private static async Task TearAsync(HttpContext context, bool lengthKnown, Task someWasRead)
    {
        context.Response.ContentType = "video/mp4";
        if (lengthKnown) context.Response.ContentLength = 5_000_000;
        await context.Response.Body.WriteAsync(new byte[100_000], Ct);
        await context.Response.Body.FlushAsync(Ct);
        await someWasRead;
        context.Abort();
    }
}
