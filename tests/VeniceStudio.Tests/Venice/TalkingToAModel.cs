using System.Text.Json;
using Microsoft.AspNetCore.Http;
using VeniceStudio.Venice;

namespace VeniceStudio.Tests.Venice;

public sealed class TalkingToAModel(VeniceStub venice) : IClassFixture<VeniceStub>
{
    private static readonly ChatRequest Request = new() { Model = "default", Messages = [new ChatMessage("user", "a theme")] };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task T20_no_foreign_system_prompt_and_no_thinking_unless_asked()
    {
        var client = venice.Begin();
        venice.Says(200, """{"choices":[{"message":{"content":"ok"},"finish_reason":"stop"}]}""");
        var schema = JsonDocument.Parse("""{"type":"json_schema","json_schema":{"name":"n","strict":true,"schema":{"maxLength":3}}}""").RootElement;

        await client.Chat.CompleteAsync(Request with { ResponseFormat = schema, Temperature = 0, MaxCompletionTokens = 900 }, Ct);

        var sent = venice.Last.Json;
        Assert.Equal(["max_completion_tokens", "messages", "model", "response_format", "temperature", "venice_parameters"], venice.Last.Fields);
        Assert.False(sent.GetProperty("venice_parameters").GetProperty("include_venice_system_prompt").GetBoolean());
        Assert.True(sent.GetProperty("venice_parameters").GetProperty("disable_thinking").GetBoolean());
        Assert.Equal("user", sent.GetProperty("messages")[0].GetProperty("role").GetString());
        Assert.Equal(schema.GetRawText(), sent.GetProperty("response_format").GetRawText());
    }

    [Theory]
    [InlineData("""{"choices":[{"message":{"content":"{\"a\":1"},"finish_reason":"length"}]}""", "{\"a\":1", true, false)]
    [InlineData("""{"choices":[{"message":{"content":null,"reasoning_content":"hm"},"finish_reason":"stop"}]}""", "", false, true)]
    [InlineData("""{"choices":[{"message":{"content":""},"finish_reason":"length"}]}""", "", true, true)]
    [InlineData("""{"choices":[{"message":{"content":[{"type":"text","text":"a"},{"type":"text","text":"b"}]},"finish_reason":"stop"}]}""", "ab", false, false)]
    [InlineData("""{"id":"x","object":"chat.completion"}""", "", false, true)]
    public async Task T20_a_cut_off_or_empty_answer_can_be_seen(string body, string text, bool truncated, bool empty)
    {
        var client = venice.Begin();
        venice.Says(200, body);

        var answer = await client.Chat.CompleteAsync(Request, Ct);
        Assert.Equal((text, truncated, empty), (answer.Text, answer.IsTruncated, answer.IsEmpty));
    }

    [Fact]
    public async Task Tokens_and_cost_are_told()
    {
        var client = venice.Begin();
        venice.Says(200, """{"choices":[{"message":{"content":"x"}}],"usage":{"prompt_tokens":10,"completion_tokens":5,"total_tokens":15,"completion_tokens_details":{"reasoning_tokens":2}},"cost":{"usd":0.0012345,"diem":0}}""");

        var answer = await client.Chat.CompleteAsync(Request, Ct);
        Assert.Equal(new ChatUsage(10, 5, 15, 2), answer.Usage);
        Assert.Equal(1235, answer.CostMicroDollars);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Words_are_not_paid_twice(int status)
    {
        var client = venice.Begin();
        venice.Says(status, "");

        var e = await Assert.ThrowsAsync<VeniceException>(() => client.Chat.CompleteAsync(Request, Ct));
        Assert.Single(venice.Heard);
        Assert.True(e.MayHaveBought);
    }

    [Fact]
    public async Task A_refused_question_to_a_model_is_put_again()
    {
        var client = venice.Begin();
        venice.Says(429, "").Says(200, """{"choices":[{"message":{"content":"ok"}}]}""");

        Assert.Equal("ok", (await client.Chat.CompleteAsync(Request, Ct)).Text);
    }

    [Fact]
    public async Task A_stream_brings_words_skips_thoughts_and_ends_with_its_cost()
    {
        var client = venice.Begin();
        Streams(": hello", "", "event: message", """data: {"choices":[{"index":0,"delta":{"role":"assistant","reasoning_content":"hm"},"finish_reason":null}]}""", "",
            """data: {"choices":[{"delta":{"content":"Zwei "}}]}""", "", """data:{"choices":[{"delta":{"content":" Gondeln — ☂"}}]}""", "",
            """data: {"choices":[{"delta":{},"finish_reason":"stop"}]}""", "",
            """data: {"usage":{"prompt_tokens":3,"completion_tokens":4,"total_tokens":7},"cost":{"usd":0.00001}}""", "", "data: [DONE]", "");

        var pieces = await client.Chat.StreamAsync(Request, Ct).ToListAsync(Ct);

        Assert.Equal("Zwei  Gondeln — ☂", string.Concat(pieces.Select(piece => piece.Text)));
        Assert.Equal(4, pieces.Count);
        Assert.Equal("stop", pieces[2].FinishReason);
        Assert.Equal((7, 10L), (pieces[3].Usage!.TotalTokens, pieces[3].CostMicroDollars!.Value));
        Assert.True(venice.Last.Json.GetProperty("stream").GetBoolean());
        Assert.True(venice.Last.Json.GetProperty("stream_options").GetProperty("include_usage").GetBoolean());
    }

    [Fact]
    public async Task A_word_is_here_before_the_next_is_written()
    {
        var client = venice.Begin();
        var firstWasRead = new TaskCompletionSource();
        venice.Does(async context =>
        {
            context.Response.ContentType = "text/event-stream";
            await context.Response.WriteAsync("data: {\"choices\":[{\"delta\":{\"content\":\"one\"}}]}\n\n", Ct);
            await context.Response.Body.FlushAsync(Ct);
            await firstWasRead.Task;
            await context.Response.WriteAsync("data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n", Ct);
        });

        var reasons = new List<string?>();
        await foreach (var piece in client.Chat.StreamAsync(Request, Ct))
        {
            firstWasRead.TrySetResult();
            reasons.Add(piece.FinishReason);
        }

        Assert.Equal([null, "stop"], reasons);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task T20_a_stream_that_breaks_off_is_no_short_answer(bool cut)
    {
        var client = venice.Begin();
        var firstWasRead = new TaskCompletionSource();
        venice.Does(async context =>
        {
            context.Response.ContentType = "text/event-stream";
            await context.Response.WriteAsync("data: {\"choices\":[{\"delta\":{\"content\":\"one\"}}]}\n\n", Ct);
            await context.Response.Body.FlushAsync(Ct);
            await firstWasRead.Task;
            if (cut) context.Abort();
        });

        await using var pieces = client.Chat.StreamAsync(Request, Ct).GetAsyncEnumerator(Ct);
        Assert.True(await pieces.MoveNextAsync());
        firstWasRead.SetResult();

        var e = await Assert.ThrowsAsync<VeniceException>(() => pieces.MoveNextAsync().AsTask());
        Assert.Equal(VeniceErrorKind.TornDownload, e.Kind);
    }

    [Theory]
    [InlineData("""data: {"error":{"message":"The model fell over"}}""", VeniceErrorKind.Failed, "The model fell over")]
    [InlineData("""data: {"error":"The model fell over"}""", VeniceErrorKind.Failed, "The model fell over")]
    [InlineData("data: {\"choi", VeniceErrorKind.Unreadable, "no sense")]
    public async Task An_error_inside_a_stream_is_an_error(string frame, VeniceErrorKind kind, string words)
    {
        var client = venice.Begin();
        Streams("""data: {"choices":[{"delta":{"content":"one"}}]}""", "", frame, "");

        var e = await Assert.ThrowsAsync<VeniceException>(() => client.Chat.StreamAsync(Request, Ct).ToListAsync(Ct).AsTask());
        Assert.Equal(kind, e.Kind);
        Assert.Contains(words, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_cannot_stream_answers_in_one_piece()
    {
        var client = venice.Begin();
        venice.Says(200, """{"choices":[{"message":{"content":"whole"},"finish_reason":"stop"}]}""");

        var piece = Assert.Single(await client.Chat.StreamAsync(Request, Ct).ToListAsync(Ct));
        Assert.Equal(("whole", "stop"), (piece.Text, piece.FinishReason));
    }

    private void Streams(params string[] lines) => venice.Says(200, string.Join('\n', lines) + "\n", "text/event-stream; charset=utf-8");
}
