using System.Text.Json.Nodes;

namespace VeniceStudio.Tests.Simulator;

public sealed class WritingText
{
    [Theory]
    [InlineData("Write one prompt of at most 200 characters.", 200)]
    [InlineData("Stay under 1,000 characters.", 1000)]
    [InlineData("The limit is 60 chars; be vivid.", 60)]
    [InlineData("Character limit: 300. Never use 2000 characters.", 300)]
    public async Task A_prompt_is_made_of_the_theme_and_keeps_to_the_stated_length(string instructions, int limit)
    {
        await using var venice = await RehearsedVenice.StartAsync();

        var text = Content(await venice.PostAsync("chat/completions", Ask("a gondola at night", instructions)));

        Assert.InRange(text.Length, 20, limit);
        if (limit > 100) Assert.Contains("gondola at night", text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(text, Content(await venice.PostAsync("chat/completions", Ask("a gondola at night", instructions))));
        Assert.NotEqual(text, Content(await venice.PostAsync("chat/completions", Ask("a train in the snow", instructions))));
    }

    [Fact]
    public async Task A_stream_joins_to_the_whole_text_and_ends_with_its_price()
    {
        await using var venice = await RehearsedVenice.StartAsync();
        var whole = await venice.PostAsync("chat/completions", Ask("neon rain"));
        var order = Ask("neon rain");
        (order["stream"], order["stream_options"]) = (true, new JsonObject { ["include_usage"] = true });

        var stream = await venice.PostAsync("chat/completions", order);

        Assert.Equal("text/event-stream", stream.Type);
        Assert.EndsWith("data: [DONE]\n\n", stream.Text, StringComparison.Ordinal);
        var chunks = Chunks(stream);
        Assert.Equal(Content(whole),
            string.Concat(chunks.Select(chunk => (string?)chunk["choices"]!.AsArray().FirstOrDefault()?["delta"]?["content"])));
        Assert.Equal(whole.Json["usage"]!.ToJsonString(), chunks[^1]["usage"]!.ToJsonString());
        Assert.Equal(100m - 2 * (decimal)whole.Json["cost"]!["usd"]!, venice.World.Balance);
    }

    [Fact]
    public async Task A_schema_is_answered_by_a_value_that_fits_it()
    {
        await using var venice = await RehearsedVenice.StartAsync();
        var order = Ask("two dancers on a roof");
        order["response_format"] = JsonNode.Parse("""
            {"type":"json_schema","json_schema":{"name":"board","strict":true,"schema":{"type":"object","additionalProperties":false,"required":["title","shots","note"],
             "properties":{"title":{"type":"string","maxLength":30},"note":{"type":["string","null"]},"mood":{"enum":["calm","wild"]},
             "shots":{"type":"array","minItems":5,"maxItems":6,"items":{"$ref":"#/$defs/shot"}}},
             "$defs":{"shot":{"type":"object","properties":{"prompt":{"type":"string","maxLength":120},"energy":{"type":"number","minimum":0,"maximum":1},"slot":{"type":"integer","minimum":1},"still":{"type":"boolean"}}}}}}}
            """);

        var board = JsonNode.Parse(Content(await venice.PostAsync("chat/completions", order)))!;

        Assert.InRange(board["title"]!.GetValue<string>().Length, 1, 30);
        Assert.Contains(board["mood"]!.GetValue<string>(), (string[])["calm", "wild"]);
        Assert.InRange(board["shots"]!.AsArray().Count, 5, 6);
        Assert.All(board["shots"]!.AsArray(), shot =>
        {
            Assert.InRange(shot!["prompt"]!.GetValue<string>().Length, 1, 120);
            Assert.InRange(shot["energy"]!.GetValue<double>(), 0, 1);
            Assert.InRange(shot["slot"]!.GetValue<int>(), 1, 100);
        });
        Assert.Equal(board["shots"]!.AsArray().Count, board["shots"]!.AsArray().Select(shot => shot!["prompt"]!.GetValue<string>())
            .Distinct().Count());
    }

    [Theory]
    [InlineData("chat-empty", "length", "")]
    [InlineData("chat-truncated", "length", null)]
    [InlineData("chat-fenced", "stop", "```")]
    public async Task An_answer_can_be_spoilt_with_status_200(string tag, string finish, string? start)
    {
        await using var venice = await RehearsedVenice.StartAsync();

        var answer = await venice.PostAsync("chat/completions", Ask($"a boat [sim:{tag}]"));

        Assert.Equal(finish, answer.Json["choices"]![0]!["finish_reason"]!.GetValue<string>());
        if (start is { Length: 0 }) Assert.Empty(Content(answer));
        else if (start is not null) Assert.StartsWith(start, Content(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_can_break_or_carry_an_error()
    {
        await using var venice = await RehearsedVenice.StartAsync();

        await Assert.ThrowsAnyAsync<HttpRequestException>(() =>
            venice.PostAsync("chat/completions", RehearsedVenice.With(Ask("a boat [sim:chat-cut]"), "stream", true)));
        var erring = await venice.PostAsync("chat/completions", RehearsedVenice.With(Ask("a boat [sim:chat-error-frame]"), "stream", true));

        Assert.Contains("\"error\"", erring.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task JSON_can_miss_the_schema_and_a_small_budget_cuts_the_text()
    {
        await using var venice = await RehearsedVenice.StartAsync();
        var off = Ask("a boat [sim:chat-off-schema]");
        off["response_format"] = JsonNode.Parse("""{"type":"json_schema","json_schema":{"name":"x","schema":{"type":"object","properties":{"title":{"type":"string"}}}}}""");

        var cut = await venice.PostAsync("chat/completions", RehearsedVenice.With(Ask("a boat"), "max_completion_tokens", 10));

        Assert.DoesNotContain("title", Content(await venice.PostAsync("chat/completions", off)), StringComparison.Ordinal);
        Assert.Equal("length", cut.Json["choices"]![0]!["finish_reason"]!.GetValue<string>());
        Assert.Equal(10, cut.Json["usage"]!["completion_tokens"]!.GetValue<int>());
    }

    [Fact]
    public async Task Text_models_are_found_by_trait_and_strangers_are_not()
    {
        await using var venice = await RehearsedVenice.StartAsync();
        var traits = await venice.GetAsync("models/traits?type=text");

        var byTrait = await venice.PostAsync("chat/completions", RehearsedVenice.With(Ask("a boat"), "model", "default_vision"));

        Assert.Equal(traits.Json["data"]!["default_vision"]!.GetValue<string>(), byTrait.Header("x-venice-model-id"));
        Assert.Equal(404, (await venice.PostAsync("chat/completions", RehearsedVenice.With(Ask("a boat"), "model", "nobody"))).Status);
        Assert.Equal(400, (await venice.PostAsync("chat/completions", RehearsedVenice.With(Ask("a boat"), "guidance", 1))).Status);
    }

    private static JsonObject Ask(string theme, string instructions = "You write film prompts.") => new()
    {
        ["model"] = "default",
        ["messages"] = new JsonArray(new JsonObject { ["role"] = "system", ["content"] = instructions },
            new JsonObject { ["role"] = "user", ["content"] = $"Theme: {theme}" }),
    };

    private static string Content(Answer answer) => answer.Json["choices"]![0]!["message"]!["content"]!.GetValue<string>();

    private static List<JsonNode> Chunks(Answer stream) =>
        [.. stream.Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line.StartsWith("data: {", StringComparison.Ordinal)).Select(line => JsonNode.Parse(line[6..])!)];
}
