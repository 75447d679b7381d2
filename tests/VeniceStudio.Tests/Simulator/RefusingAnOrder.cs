using System.Text.Json.Nodes;

namespace VeniceStudio.Tests.Simulator;

public sealed class RefusingAnOrder
{
    [Theory]
    [InlineData("guidance_scale", "3", "Unrecognized key(s) in object: 'guidance_scale'")]
    [InlineData("resolution", "\"720p\"", "does not support resolution")]
    [InlineData("audio", "true", "does not support audio")]
    [InlineData("image_url", "\"https://example.org/a.png\"", "does not support image_url")]
    [InlineData("duration", "\"8s\"", "'5s' | '10s'")]
    [InlineData("duration", "8", "duration must be a string")]
    [InlineData("aspect_ratio", "\"4:3\"", "'16:9' | '9:16' | '1:1'")]
    [InlineData("prompt", "\"\"", "prompt needs at least 1")]
    [InlineData("model", "\"nobody\"", "'lagoon-2-text-to-video'")]
    [InlineData("consents", "{}", "does not support consents")]
    public async Task A_field_that_the_model_does_not_take_is_a_400_that_names_it(string field, string json, string expected)
    {
        await using var venice = await RehearsedVenice.StartAsync();

        var answer = await venice.QueueAsync(RehearsedVenice.With(RehearsedVenice.Order(), field, JsonNode.Parse(json)));

        Assert.Equal(400, answer.Status);
        Assert.Contains(expected, answer.Text, StringComparison.Ordinal);
        Assert.Equal(0, venice.World.Purchases);
        Assert.Equal(100m, venice.World.Balance);
    }

    [Theory]
    [InlineData("duration")]
    [InlineData("aspect_ratio")]
    [InlineData("prompt")]
    [InlineData("model")]
    public async Task A_missing_field_is_named_in_the_details_tree(string field)
    {
        await using var venice = await RehearsedVenice.StartAsync();
        var order = RehearsedVenice.Order();
        order.Remove(field);

        var answer = await venice.QueueAsync(order);

        Assert.Equal("Field is required", answer.Json["details"]![field]!["_errors"]![0]!.GetValue<string>());
        Assert.Equal(field, answer.Json["issues"]![0]!["path"]![0]!.GetValue<string>());
    }

    [Theory]
    [InlineData("gondola-gen4-text-to-video", 1000)]
    [InlineData("lagoon-2-text-to-video", 2500)]
    [InlineData("aperol-h3-text-to-video", 7000)]
    [InlineData("regata-2-5-text-to-video", 15000)]
    public async Task Each_model_has_its_own_longest_prompt(string model, int limit)
    {
        await using var venice = await RehearsedVenice.StartAsync();

        var atLimit = await venice.QueueAsync(RehearsedVenice.Order(new string('a', limit), model));
        var above = await venice.QueueAsync(RehearsedVenice.Order(new string('a', limit + 1), model));

        Assert.Equal(200, atLimit.Status);
        Assert.Equal(limit, above.Json["issues"]![0]!["maximum"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("bora-text-to-video", 503)]
    [InlineData("doge-preview-text-to-video", 403)]
    [InlineData("marea-text-to-video", 403)]
    [InlineData("vela-0-text-to-video", 410)]
    public async Task A_model_that_is_not_to_be_had_says_so_and_costs_nothing(string model, int status)
    {
        await using var venice = await RehearsedVenice.StartAsync();

        Assert.Equal(status, (await venice.QueueAsync(RehearsedVenice.Order(model: model))).Status);
        Assert.Equal(0, venice.World.Purchases);
    }

    [Fact]
    public async Task No_key_is_an_offer_to_pay_and_a_wrong_key_is_a_401()
    {
        await using var venice = await RehearsedVenice.StartAsync(withKey: false);
        var none = await venice.QueueAsync(RehearsedVenice.Order());
        venice.Http.DefaultRequestHeaders.Authorization = new("Bearer", "wrong");

        Assert.Equal(402, none.Status);
        Assert.Equal(2, none.Json["x402Version"]!.GetValue<int>());
        Assert.NotNull(none.Header("PAYMENT-REQUIRED"));
        Assert.Equal(401, (await venice.QueueAsync(RehearsedVenice.Order())).Status);
        Assert.Equal(200, (await venice.GetAsync("models?type=video")).Status);
    }

    [Fact]
    public async Task Without_enough_money_nothing_is_taken()
    {
        await using var venice = await RehearsedVenice.StartAsync();
        venice.World.Balance = 0.1m;

        Assert.Equal(402, (await venice.QueueAsync(RehearsedVenice.Order())).Status);
        Assert.Equal(0.1m, venice.World.Balance);
        Assert.Empty(venice.World.Jobs);
    }

    [Fact]
    public async Task A_body_above_35_MB_is_refused_with_its_own_shape()
    {
        await using var venice = await RehearsedVenice.StartAsync();

        var answer = await venice.QueueAsync(RehearsedVenice.Order(new string('a', 36 * 1024 * 1024)));

        Assert.Equal(413, answer.Status);
        Assert.Equal("PAYLOAD_TOO_LARGE", answer.Json["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_quote_passes_what_the_order_refuses()
    {
        await using var venice = await RehearsedVenice.StartAsync();
        JsonObject Asked() => new() { ["model"] = "lagoon-2-image-to-video", ["duration"] = "5s", ["aspect_ratio"] = "16:9",
            ["audio"] = false };
        var order = RehearsedVenice.With(RehearsedVenice.With(Asked(), "prompt", "drift"), "image_url", "https://example.org/a.png");

        Assert.Equal(200, (await venice.PostAsync("video/quote", Asked())).Status);
        Assert.Equal(400, (await venice.QueueAsync(order)).Status);
    }
}
