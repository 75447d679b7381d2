using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using VeniceStudio.Venice;

namespace VeniceStudio.Tests.Venice;

public sealed class OrderingAVideo(VeniceStub venice) : IClassFixture<VeniceStub>
{
    private const string Taken = """{"model":"wan-2.6-text-to-video","queue_id":"123e4567-e89b-12d3-a456-426614174000"}""";
    private static readonly VideoOrder Order = new() { Model = "wan-2.6-text-to-video", Prompt = "a gondola at dusk", Duration = "5s" };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(520)]
    [InlineData(408)]
    [InlineData(302)]
    public async Task T1_a_failure_of_Venice_is_never_answered_with_a_second_order(int status)
    {
        var client = venice.Begin();
        venice.Says(status, """{"error":"Inference failed"}""");

        var e = await Assert.ThrowsAsync<VeniceException>(() => client.Video.QueueAsync(Order, Ct));

        Assert.Single(venice.Heard);
        Assert.True(e.MayHaveBought);
        Assert.False(e.MayPass);
        Assert.Contains("balance", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task T1_a_connection_cut_after_the_order_went_out_leaves_the_purchase_in_doubt_and_orders_once()
    {
        var client = venice.Begin();
        venice.Says(200, Taken).HangsUp();
        await client.Video.QueueAsync(Order, Ct);

        // On a connection that was used before: there an HTTP library is most tempted to try again by itself.
        var e = await Assert.ThrowsAsync<VeniceException>(() => client.Video.QueueAsync(Order, Ct));

        Assert.Equal(2, venice.Heard.Count);
        Assert.Equal(VeniceErrorKind.Unreachable, e.Kind);
        Assert.Null(e.Status);
        Assert.True(e.MayHaveBought);
    }

    [Fact]
    public async Task T1_a_timeout_leaves_the_purchase_in_doubt_and_orders_once()
    {
        var clock = new HurriedClock();
        var client = venice.Begin(clock);
        venice.StaysSilent();

        var ordering = client.Video.QueueAsync(Order, Ct);
        await venice.ArrivalAsync();
        clock.Advance(TimeSpan.FromSeconds(31));
        Assert.False(ordering.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(90));

        var e = await Assert.ThrowsAsync<VeniceException>(() => ordering);
        Assert.Equal(VeniceErrorKind.TimedOut, e.Kind);
        Assert.True(e.MayHaveBought);
        Assert.Single(venice.Heard);
    }

    [Theory]
    [InlineData("<html><title>One moment</title></html>", "text/html")]
    [InlineData("", "application/json")]
    [InlineData("""{"model":"wan-2.6-text-to-video","queue_id":"12""", "application/json")]
    [InlineData("""{"model":"wan-2.6-text-to-video"}""", "application/json")]
    [InlineData("""["queued"]""", "application/json")]
    public async Task T1_a_yes_that_cannot_be_read_leaves_the_purchase_in_doubt(string body, string type)
    {
        var client = venice.Begin();
        venice.Says(200, body, type);

        var e = await Assert.ThrowsAsync<VeniceException>(() => client.Video.QueueAsync(Order, Ct));

        Assert.Equal(VeniceErrorKind.Unreadable, e.Kind);
        Assert.True(e.MayHaveBought);
        Assert.Single(venice.Heard);
    }

    [Fact]
    public async Task T1_a_yes_that_breaks_off_leaves_the_purchase_in_doubt()
    {
        var client = venice.Begin();
        venice.Does(context =>
        {
            context.Response.ContentLength = 200;
            return context.Response.WriteAsync("""{"model":"wan""", Ct);
        });

        var e = await Assert.ThrowsAsync<VeniceException>(() => client.Video.QueueAsync(Order, Ct));

        Assert.Equal(VeniceErrorKind.Unreadable, e.Kind);
        Assert.True(e.MayHaveBought);
        Assert.Single(venice.Heard);
    }

    [Fact]
    public async Task A_line_that_is_cut_before_it_is_used_is_no_purchase_either()
    {
        using var http = new HttpClient(new CutLine());
        var client = new VeniceClient(http, new VeniceOptions { BaseUrl = new Uri("http://127.0.0.1:1/api/v1"), ApiKey = VeniceStub.Key }, new HurriedClock());

        var e = await Assert.ThrowsAsync<VeniceException>(() => client.Video.QueueAsync(Order, Ct));

        Assert.Equal(VeniceErrorKind.Unreachable, e.Kind);
        Assert.False(e.MayHaveBought);
    }

    [Fact]
    public async Task An_order_that_never_left_is_no_purchase()
    {
        using var http = new HttpClient();
        var nowhere = new VeniceOptions { BaseUrl = new Uri("http://127.0.0.1:1/api/v1"), ApiKey = VeniceStub.Key };
        var client = new VeniceClient(http, nowhere, new HurriedClock());

        var e = await Assert.ThrowsAsync<VeniceException>(() => client.Video.QueueAsync(Order, Ct));

        Assert.Equal(VeniceErrorKind.Unreachable, e.Kind);
        Assert.False(e.MayHaveBought);
        Assert.True(e.MayPass);
        Assert.Contains("Nothing was charged", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_outright_refusal_is_asked_again_when_Venice_says_and_bought_once()
    {
        var clock = new HurriedClock();
        var client = venice.Begin(clock);
        var reset = clock.GetUtcNow().AddSeconds(4).ToUnixTimeSeconds().ToString();
        venice.Says(429, """{"error":"Rate limit exceeded"}""", headers: ("x-ratelimit-reset-requests", reset)).Says(200, Taken);

        var ticket = await client.Video.QueueAsync(Order, Ct);

        Assert.Equal("123e4567-e89b-12d3-a456-426614174000", ticket.QueueId);
        Assert.Equal(2, venice.Heard.Count);
        Assert.InRange(Assert.Single(clock.Waits).TotalSeconds, 4, 4.5);
    }

    [Fact]
    public async Task Refusals_without_end_are_given_back_with_their_moment_after_three_tries()
    {
        var clock = new HurriedClock();
        var client = venice.Begin(clock);
        venice.Says(429, """{"error":"Rate limit exceeded"}""");

        var e = await Assert.ThrowsAsync<VeniceException>(() => client.Video.QueueAsync(Order, Ct));

        Assert.Equal(3, venice.Heard.Count);
        Assert.True(e is { Kind: VeniceErrorKind.RateLimited, MayPass: true, MayHaveBought: false });
    }

    [Fact]
    public async Task A_long_pause_is_left_to_the_caller()
    {
        var clock = new HurriedClock();
        var client = venice.Begin(clock);
        var reset = clock.GetUtcNow().AddSeconds(45);
        venice.Says(429, """{"error":"Rate limit exceeded"}""", headers: ("x-ratelimit-reset-requests", reset.ToUnixTimeSeconds().ToString()));

        var e = await Assert.ThrowsAsync<VeniceException>(() => client.Video.QueueAsync(Order, Ct));

        Assert.Single(venice.Heard);
        Assert.Equal(reset, e.RetryAt);
        Assert.Contains("45 seconds", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task T7_the_abuse_guard_is_left_alone_for_its_half_minute()
    {
        var clock = new HurriedClock();
        var client = venice.Begin(clock);
        venice.Says(429, """{"error":"Too many failed attempts (> 20) resulting in a non-success status code. Please wait 30s."}""");

        var e = await Assert.ThrowsAsync<VeniceException>(() => client.Video.QueueAsync(Order, Ct));

        Assert.Single(venice.Heard);
        Assert.Equal(VeniceErrorKind.AbuseBlocked, e.Kind);
        Assert.Equal(clock.GetUtcNow().AddSeconds(30), e.RetryAt);
    }

    [Fact]
    public async Task T2_the_download_link_is_handed_over_with_the_ticket_and_never_printed()
    {
        var client = venice.Begin();
        venice.Says(200, """{"model":"grok-imagine-text-to-video-private","queue_id":"q1","download_url":"https://private-share.venice.ai/v1/share/read/s3cr3t"}""");

        var ticket = await client.Video.QueueAsync(Order, Ct);

        Assert.Equal("https://private-share.venice.ai/v1/share/read/s3cr3t", ticket.DownloadUrl!.AbsoluteUri);
        Assert.DoesNotContain("s3cr3t", ticket.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("private-share", new VideoProgress.Finished(ticket.DownloadUrl, null).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task T22_the_ticket_carries_the_model_that_Venice_put_to_work()
    {
        var client = venice.Begin();
        venice.Says(200, """{"model":"wan-2-7-text-to-video","queue_id":"q1","position":4,"new_thing":{"a":[1]}}""");

        Assert.Equal("wan-2-7-text-to-video", (await client.Video.QueueAsync(Order, Ct)).Model);
    }

    [Fact]
    public async Task T8_only_what_was_chosen_is_sent()
    {
        var client = venice.Begin();
        venice.Says(200, Taken);

        await client.Video.QueueAsync(Order, Ct);

        Assert.Equal(["duration", "model", "prompt"], venice.Last.Fields);
        Assert.Equal($"Bearer {VeniceStub.Key}", venice.Last.Authorization);
        Assert.Equal("/api/v1/video/queue", venice.Last.Target);
    }

    [Fact]
    public async Task A_full_order_is_spelled_as_Venice_spells_it_and_T13_base64_is_not_blown_up()
    {
        var client = venice.Begin();
        venice.Says(200, Taken);
        var picture = "data:image/png;base64," + new string('+', 300) + "/==";

        await client.Video.QueueAsync(Full(picture), Ct);

        var sent = venice.Last.Json;
        Assert.Equal("9:16", sent.GetProperty("aspect_ratio").GetString());
        Assert.False(sent.GetProperty("audio").GetBoolean());
        Assert.Equal(picture, sent.GetProperty("image_url").GetString());
        Assert.Contains(picture, venice.Last.Body, StringComparison.Ordinal);
        Assert.Equal("https://x/e.png", sent.GetProperty("elements")[0].GetProperty("frontal_image_url").GetString());
        Assert.Equal("https://x/s.png", sent.GetProperty("scene_image_urls")[0].GetString());
        var stated = sent.GetProperty("consents").GetProperty("seedance").EnumerateObject().ToList();
        Assert.Equal(3, stated.Count);
        Assert.All(stated, statement => Assert.True(statement.Value.GetBoolean()));
        Assert.DoesNotContain("base64", Full(picture).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task T9_the_price_is_asked_with_every_field_that_moves_it()
    {
        var client = venice.Begin();
        venice.Says(200, """{"quote":0.56}""");

        Assert.Equal(560_000, await client.Video.QuoteAsync(Full("https://x/i.png").ToQuote(12.5), Ct));

        Assert.Equal(["aspect_ratio", "audio", "duration", "model", "reference_video_total_duration", "resolution", "upscale_factor", "video_url"], venice.Last.Fields);
        Assert.False(venice.Last.Json.GetProperty("audio").GetBoolean());
    }

    [Fact]
    public async Task T27_nobody_agrees_in_part()
    {
        var client = venice.Begin();
        var half = Order with
        {
            Consents = new SeedanceConsents { ConfirmedTermsAndPrivacy = true, ConfirmedLegalRight = false, ConfirmedScreeningAcknowledged = true },
        };

        await Assert.ThrowsAsync<ArgumentException>(() => client.Video.QueueAsync(half, Ct));
        Assert.Empty(venice.Heard);
    }

    private static VideoOrder Full(string picture) => Order with
    {
        NegativePrompt = "music",
        AspectRatio = "9:16",
        Resolution = "720p",
        Audio = false,
        ImageUrl = picture,
        EndImageUrl = picture,
        AudioUrl = "https://x/a.mp3",
        VideoUrl = "https://x/v.mp4",
        ReferenceImageUrls = [picture],
        UpscaleFactor = 2,
        SceneImageUrls = ["https://x/s.png"],
        Elements = [new VideoElement { FrontalImageUrl = "https://x/e.png" }],
        Consents = new SeedanceConsents { ConfirmedTermsAndPrivacy = true, ConfirmedLegalRight = true, ConfirmedScreeningAcknowledged = true },
    };

    /// <summary>As the framework fails when the other side hangs up between being called and being asked: with the socket's own exception.</summary>
    private sealed class CutLine : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new SocketException((int)SocketError.NotConnected);
    }
}
