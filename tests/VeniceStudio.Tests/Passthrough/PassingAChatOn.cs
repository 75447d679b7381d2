using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using VeniceStudio.Server.Passthrough;

namespace VeniceStudio.Tests.Passthrough;

public sealed class PassingAChatOn(SqliteWithAnUpstream studio) : IClassFixture<SqliteWithAnUpstream>
{
    private const string Question = """{"model":"llama","messages":[{"role":"user","content":"hello"}],"stream":true}""";

    [Fact]
    public async Task Words_arrive_as_they_are_said_and_the_cost_is_settled_at_the_end()
    {
        using var member = await studio.MemberAsync();
        var goOn = new TaskCompletionSource();
        studio.Venice.Answer = async context =>
        {
            context.Response.ContentType = "text/event-stream";
            await context.Response.WriteAsync("data: {\"choices\":[{\"delta\":{\"content\":\"\\\"usage\\\":{\\\"prompt_tokens\\\":9}\"}}]}\n\n");
            await context.Response.Body.FlushAsync();
            await goOn.Task;
            await context.Response.WriteAsync("data: {\"choices\":[],\"usage\":{\"prompt_tokens\":12,\"completion_tokens\":34},\"cost\":{\"usd\":0.0012341,\"diem\":0}}\n\ndata: [DONE]\n\n");
        };
        using var answer = await SendAsync(member.Client, HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(Ct));
        Assert.StartsWith("data: {\"choices\"", await lines.ReadLineAsync(Ct));
        goOn.SetResult();
        Assert.EndsWith("data: [DONE]\n\n", await lines.ReadToEndAsync(Ct));
        Assert.Equal(new ChatEnd(200, Sent: true, Whole: true, new ChatUsage(12, 34, 1235)), await studio.Purse.SettledAsync());
        Assert.Equal(Question, studio.Venice.Last.Body);
    }

    [Fact]
    public async Task A_whole_answer_is_settled_by_its_usage_however_long_it_is()
    {
        using var member = await studio.MemberAsync();
        var text = new string('w', 100_000);
        studio.Venice.Says(200, $$$"""{"choices":[{"message":{"content":"{{{text}}}"}}],"usage":{"prompt_tokens":1,"completion_tokens":20000,"total_tokens":20001}}""");
        using var answer = await SendAsync(member.Client);
        Assert.Contains(text, await answer.Content.ReadAsStringAsync(Ct));
        Assert.Equal(new ChatUsage(1, 20_000, null), (await studio.Purse.SettledAsync()).Usage);
    }

    [Fact]
    public async Task A_refusal_of_Venice_is_passed_on_and_settled_without_usage()
    {
        using var member = await studio.MemberAsync();
        studio.Venice.Says(429, """{"error":"Too many"}""");
        using var answer = await SendAsync(member.Client);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal(new ChatEnd(429, Sent: true, Whole: true, null), await studio.Purse.SettledAsync());
    }

    [Fact]
    public async Task A_torn_answer_is_settled_as_one_whose_cost_is_not_known()
    {
        using var member = await studio.MemberAsync();
        var breakOff = new TaskCompletionSource();
        studio.Venice.Answer = async context =>
        {
            context.Response.ContentType = "text/event-stream";
            await context.Response.WriteAsync("data: {}\n\n");
            await context.Response.Body.FlushAsync();
            await breakOff.Task;
            context.Abort();
        };
        using var answer = await SendAsync(member.Client, HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(Ct));
        Assert.Equal("data: {}", await lines.ReadLineAsync(Ct));
        breakOff.SetResult();
        await Assert.ThrowsAnyAsync<IOException>(() => lines.ReadToEndAsync(Ct));
        Assert.Equal(new ChatEnd(200, Sent: true, Whole: false, null), await studio.Purse.SettledAsync());
    }

    [Fact]
    public async Task Over_the_budget_nothing_reaches_Venice()
    {
        using var member = await studio.MemberAsync();
        var before = studio.Venice.Requests.Count;
        studio.Purse.Refusal = "Today's budget has $0.01 left; this may cost $0.05. Ask an owner to raise it.";
        try
        {
            using var answer = await SendAsync(member.Client);
            Assert.Equal(HttpStatusCode.PaymentRequired, answer.StatusCode);
            Assert.Equal(studio.Purse.Refusal, (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("error").GetString());
            Assert.Equal(before, studio.Venice.Requests.Count);
        }
        finally
        {
            studio.Purse.Refusal = null;
        }
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, HttpCompletionOption how = HttpCompletionOption.ResponseContentRead) =>
        client.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/api/chat/completions") { Content = new StringContent(Question, Encoding.UTF8, "application/json") }, how, Ct);
}

public sealed class VeniceIsAway : IAsyncLifetime
{
    private readonly SqliteWithAnUpstream _studio = new();

    [Fact]
    public async Task It_is_said_in_Venices_shape_and_a_chat_cost_nothing()
    {
        var ct = TestContext.Current.CancellationToken;
        using var member = await _studio.MemberAsync();
        await _studio.Venice.DisposeAsync();
        using var models = await member.Client.GetAsync("/api/models", ct);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, models.StatusCode);
        Assert.Contains("Venice cannot be reached", (await models.Content.ReadFromJsonAsync<JsonElement>(ct)).GetProperty("error").GetString());

        using var chat = await member.Client.PostAsJsonAsync("/api/chat/completions", new { model = "llama" }, ct);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, chat.StatusCode);
        Assert.Equal(new ChatEnd(null, Sent: false, Whole: false, null), await _studio.Purse.SettledAsync());
    }

    public ValueTask InitializeAsync() => _studio.InitializeAsync();

    public ValueTask DisposeAsync() => _studio.DisposeAsync();
}
