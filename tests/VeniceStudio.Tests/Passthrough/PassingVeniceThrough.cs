using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace VeniceStudio.Tests.Passthrough;

public sealed class PassingVeniceThrough(SqliteWithAnUpstream studio) : IClassFixture<SqliteWithAnUpstream>
{
    private static readonly string[] Returning = ["Cache-Control", "Retry-After", "x-venice-model-id", "x-ratelimit-reset-requests"];

    private static readonly string[] Staying = ["Set-Cookie", "Authorization", "x-venice-echo", "X-Other", "x-venice-balance-usd"];

    private Upstream Venice => studio.Venice;

    [Fact]
    public async Task The_studios_key_goes_out_and_nothing_of_the_visitor()
    {
        using var member = await studio.MemberAsync();
        Venice.Says(200, """{"quote":0.5}""");
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/video/quote?x=1") { Content = JsonContent.Create(new { model = "wan", duration = "5s" }) };
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", "203.0.113.9");
        request.Headers.TryAddWithoutValidation("X-Secret", "visitor");
        using var answer = await member.Client.SendAsync(request, Ct);

        Assert.Equal("""{"quote":0.5}""", await answer.Content.ReadAsStringAsync(Ct));
        var heard = Venice.Last;
        Assert.Equal(("POST", "/some/api/v1/video/quote?x=1", """{"model":"wan","duration":"5s"}"""), (heard.Method, heard.Target, heard.Body));
        Assert.Equal($"Bearer {Upstream.Key}", heard.Headers["Authorization"]);
        Assert.Subset(new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "Authorization", "Host", "Accept", "Content-Type", "Content-Length", "Transfer-Encoding", "User-Agent" },
            heard.Headers.Keys.ToHashSet(StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_scripts_own_token_is_replaced_by_the_key()
    {
        using var member = await studio.MemberAsync();
        using var script = await studio.WithTokenAsync(member.Id);
        Venice.Says(200, """{"data":[]}""");
        using var answer = await script.GetAsync("/api/models?type=video", Ct);
        Assert.Equal(("/some/api/v1/models?type=video", $"Bearer {Upstream.Key}"), (Venice.Last.Target, Venice.Last.Headers["Authorization"]));
        using var traits = await script.GetAsync("/api/models/traits?type=text", Ct);
        Assert.Equal("/some/api/v1/models/traits?type=text", Venice.Last.Target);
    }

    [Fact]
    public async Task Neither_cookies_nor_the_key_come_back_even_when_Venice_repeats_it()
    {
        using var member = await studio.MemberAsync();
        using var boss = await studio.OwnerAsync();
        Venice.Says(400, $$"""{"error":"Bad key {{Upstream.Key}}!","again":"{{Upstream.Key}}"}""", "application/json",
            ("Set-Cookie", "tracker=1"), ("Authorization", $"Bearer {Upstream.Key}"), ("x-venice-echo", Upstream.Key), ("X-Other", "other"),
            ("x-venice-model-id", "wan"), ("x-ratelimit-reset-requests", "170"), ("x-venice-balance-usd", "12.5"), ("Retry-After", "7"));
        using var answer = await member.Client.GetAsync("/api/models", Ct);
        var text = answer + await answer.Content.ReadAsStringAsync(Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain(Upstream.Key, text);
        Assert.Contains("\"Bad key ****", text);
        Assert.Equal("no-store, 7, wan, 170", string.Join(", ", Returning.Select(name => string.Join(',', answer.Headers.GetValues(name)))));
        Assert.All(Staying, name => Assert.False(answer.Headers.NonValidated.Contains(name), name));
        using var toBoss = await boss.Client.GetAsync("/api/models", Ct);
        Assert.True(toBoss.Headers.Contains("x-venice-balance-usd"));
    }

    [Fact]
    public async Task The_key_is_masked_also_when_it_comes_in_pieces()
    {
        using var member = await studio.MemberAsync();
        Venice.Answer = async context =>
        {
            context.Response.ContentType = "text/plain";
            foreach (var letter in $"vk-plan <{Upstream.Key}> vk-planted-")
            {
                await context.Response.WriteAsync(letter.ToString());
                await context.Response.Body.FlushAsync();
            }
        };
        Assert.Equal($"vk-plan <{new string('*', Upstream.Key.Length)}> vk-planted-", await member.Client.GetStringAsync("/api/models", Ct));
    }

    [Fact]
    public async Task A_video_begins_to_come_before_Venice_has_sent_all_of_it()
    {
        using var member = await studio.MemberAsync();
        var (first, second) = (LibraryBytes(100_000), LibraryBytes(150_000));
        var goOn = new TaskCompletionSource();
        Venice.Answer = async context =>
        {
            context.Response.ContentType = "video/mp4";
            await context.Response.Body.WriteAsync(first);
            await context.Response.Body.FlushAsync();
            await goOn.Task;
            await context.Response.Body.WriteAsync(second);
        };
        using var answer = await SendAsync(member.Client, "/api/video/retrieve", """{"model":"wan","queue_id":"not-ours"}""", HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("video/mp4", answer.Content.Headers.ContentType!.ToString());
        await using var body = await answer.Content.ReadAsStreamAsync(Ct);
        var begin = new byte[first.Length];
        await body.ReadExactlyAsync(begin, Ct);
        goOn.SetResult();
        using var rest = new MemoryStream();
        await body.CopyToAsync(rest, Ct);
        Assert.Equal((first, second), (begin, rest.ToArray()), new Bytewise());
    }

    [Fact]
    public async Task A_video_that_breaks_off_at_Venice_breaks_off_here_and_is_not_taken_for_whole()
    {
        using var member = await studio.MemberAsync();
        var breakOff = new TaskCompletionSource();
        Venice.Answer = async context =>
        {
            context.Response.ContentType = "video/mp4";
            await context.Response.Body.WriteAsync(LibraryBytes(50_000));
            await context.Response.Body.FlushAsync();
            await breakOff.Task;
            context.Abort();
        };
        using var answer = await SendAsync(member.Client, "/api/video/retrieve", """{"model":"wan","queue_id":"not-ours"}""", HttpCompletionOption.ResponseHeadersRead);
        await using var body = await answer.Content.ReadAsStreamAsync(Ct);
        await body.ReadExactlyAsync(new byte[50_000], Ct);
        breakOff.SetResult();
        await Assert.ThrowsAnyAsync<IOException>(() => body.CopyToAsync(Stream.Null, Ct));
    }

    [Fact]
    public async Task Deleting_on_delivery_is_refused_because_a_torn_download_would_lose_the_video()
    {
        using var member = await studio.MemberAsync();
        var before = Venice.Requests.Count;
        foreach (var body in new[]
        {
            """{"model":"wan","queue_id":"not-ours","delete_media_on_completion":true}""",
            """{"model":"wan","queue_id":"not-ours","delete_media_on_completion":false,"delete_media_on_completion":true}""",
        })
        {
            using var answer = await SendAsync(member.Client, "/api/video/retrieve", body);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Equal(JsonValueKind.String, (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("error").ValueKind);
        }
        Assert.Equal(before, Venice.Requests.Count);
    }

    [Fact]
    public async Task An_order_goes_through_the_ledger_and_never_straight_to_Venice()
    {
        using var member = await studio.MemberAsync();
        var before = Venice.Requests.Count;
        using var answer = await SendAsync(member.Client, "/api/video/queue", """{"model":"wan","prompt":"a gondola"}""");
        Assert.Equal((member.Id, """{"model":"wan","prompt":"a gondola"}"""), studio.Purse.Queued.Last());
        Assert.Equal(before, Venice.Requests.Count);
    }

    [Theory]
    [InlineData("/api/video/retrieve", "no json")]
    [InlineData("/api/video/complete", "[1]")]
    [InlineData("/api/video/queue", "")]
    [InlineData("/api/chat/completions", "{")]
    public async Task What_is_no_JSON_object_is_refused_in_Venices_shape(string route, string body)
    {
        using var member = await studio.MemberAsync();
        using var answer = await SendAsync(member.Client, route, body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).TryGetProperty("error", out _));
    }

    [Fact]
    public async Task Pictures_of_thirty_five_megabytes_pass_and_more_than_forty_do_not()
    {
        using var member = await studio.MemberAsync();
        Venice.Says(200, """{"success":true}""");
        using var passes = await SendAsync(member.Client, "/api/video/complete", $$"""{"x":"{{new string('a', 35 * 1024 * 1024)}}"}""");
        Assert.Equal(HttpStatusCode.OK, passes.StatusCode);
        using var refused = await SendAsync(member.Client, "/api/video/complete", $$"""{"x":"{{new string('a', 41 * 1024 * 1024)}}"}""");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
    }

    [Fact]
    public async Task Nobody_reaches_Venice()
    {
        using var nobody = studio.NewBrowser();
        var before = Venice.Requests.Count;
        foreach (var route in new[] { "/api/video/quote", "/api/video/queue", "/api/video/retrieve", "/api/video/complete", "/api/chat/completions" })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(nobody, route, "{}")).StatusCode);
        }
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync("/api/models", Ct)).StatusCode);
        Assert.Equal(before, Venice.Requests.Count);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static byte[] LibraryBytes(int count) => Library.LibraryGiven.Bytes(count);

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, string route, string body, HttpCompletionOption how = HttpCompletionOption.ResponseContentRead) =>
        client.SendAsync(new HttpRequestMessage(HttpMethod.Post, route) { Content = new StringContent(body, Encoding.UTF8, "application/json"), Headers = { ExpectContinue = body.Length > 1_000_000 } }, how, Ct);

    private sealed class Bytewise : IEqualityComparer<(byte[], byte[])>
    {
        public bool Equals((byte[], byte[]) one, (byte[], byte[]) two) =>
            one.Item1.AsSpan().SequenceEqual(two.Item1) && one.Item2.AsSpan().SequenceEqual(two.Item2);

        public int GetHashCode((byte[], byte[]) pair) => pair.Item1.Length;
    }
}
