using System.Text.Json.Nodes;
using VeniceStudio.Simulator.Faults;

namespace VeniceStudio.Tests.Simulator;

public sealed class SwitchingFaults
{
    [Theory]
    [InlineData("429", 429)]
    [InlineData("429-bare", 429)]
    [InlineData("abuse", 429)]
    [InlineData("401", 401)]
    [InlineData("402-no-key", 402)]
    [InlineData("402-balance", 402)]
    [InlineData("402-spend-limit", 402)]
    [InlineData("402-wallet", 402)]
    [InlineData("403-region", 403)]
    [InlineData("404-model", 404)]
    [InlineData("410", 410)]
    [InlineData("413", 413)]
    [InlineData("415", 415)]
    [InlineData("500", 500)]
    [InlineData("503", 503)]
    [InlineData("504", 504)]
    [InlineData("html", 502)]
    [InlineData("queue-500", 500)]
    [InlineData("refuse-content", 422)]
    [InlineData("refuse-provider", 422)]
    [InlineData("consent", 409)]
    public async Task A_tag_in_the_prompt_refuses_the_order_before_it_is_charged(string tag, int status)
    {
        await using var venice = await RehearsedVenice.StartAsync();

        var answer = await venice.QueueAsync(RehearsedVenice.Order($"a boat [sim:{tag}]"));

        Assert.Equal(status, answer.Status);
        Assert.Equal(0, venice.World.Purchases);
        Assert.Equal(100m, venice.World.Balance);
    }

    [Theory]
    [InlineData("queue-cut", 0)]
    [InlineData("abort", 0)]
    [InlineData("queue-cut-charged", 1)]
    public async Task A_cut_order_has_no_answer_whether_or_not_it_was_charged(string tag, int purchases)
    {
        await using var venice = await RehearsedVenice.StartAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => venice.QueueAsync(RehearsedVenice.Order($"a boat [sim:{tag}]")));

        Assert.Equal(purchases, venice.World.Purchases);
        Assert.Equal(100m - purchases * 0.25m, venice.World.Balance);
    }

    [Theory]
    [InlineData("queue-500-charged", 500, "Inference")]
    [InlineData("queue-garbled-charged", 200, "{\"model\":\"")]
    [InlineData("queue-html-charged", 200, "<html>")]
    public async Task A_spoilt_answer_can_hide_an_order_that_was_charged(string tag, int status, string text)
    {
        await using var venice = await RehearsedVenice.StartAsync();

        var answer = await venice.QueueAsync(RehearsedVenice.Order($"a boat [sim:{tag}]"));

        Assert.Equal(status, answer.Status);
        Assert.Contains(text, answer.Text, StringComparison.Ordinal);
        Assert.Equal(99.75m, venice.World.Balance);
        Assert.Single(venice.World.Jobs);
    }

    [Fact]
    public async Task A_remapped_answer_names_a_model_that_alone_finds_the_job()
    {
        await using var venice = await RehearsedVenice.StartAsync();

        var ticket = await venice.TicketAsync("[sim:remap=murano-3-text-to-video]");

        Assert.Equal("murano-3-text-to-video", ticket["model"]!.GetValue<string>());
        Assert.True((await venice.RetrieveAsync(ticket)).IsFilm);
        Assert.Equal(404, (await venice.RetrieveAsync(RehearsedVenice.With(ticket, "model", RehearsedVenice.Drift))).Status);
    }

    [Fact]
    public async Task A_rule_meets_its_route_as_often_as_it_says_and_no_other()
    {
        await using var venice = await RehearsedVenice.StartAsync();
        venice.Expect("video/queue", "503", times: 2);

        Assert.Equal(200, (await venice.GetAsync("billing/balance")).Status);
        Assert.Equal(503, (await venice.QueueAsync(RehearsedVenice.Order())).Status);
        Assert.Equal(503, (await venice.QueueAsync(RehearsedVenice.Order())).Status);
        Assert.Equal(200, (await venice.QueueAsync(RehearsedVenice.Order())).Status);
        Assert.Empty(venice.World.Faults.Rules);
    }

    [Fact]
    public async Task A_rule_with_a_chance_repeats_itself_from_its_seed()
    {
        async Task<string> RunAsync()
        {
            await using var venice = await RehearsedVenice.StartAsync();
            venice.World.Faults.Add(new FaultRule("billing/balance", "503", Probability: 0.5, Seed: 7));
            var statuses = new List<int>();
            for (var i = 0; i < 20; i++) statuses.Add((await venice.GetAsync("billing/balance")).Status);
            return string.Join(' ', statuses);
        }

        var first = await RunAsync();

        Assert.Contains("200", first, StringComparison.Ordinal);
        Assert.Contains("503", first, StringComparison.Ordinal);
        Assert.Equal(first, await RunAsync());
    }

    [Fact]
    public async Task A_service_that_is_down_refuses_everything_and_an_unreachable_one_cuts_everything()
    {
        await using var venice = await RehearsedVenice.StartAsync();
        venice.World.Faults.Down = Downtime.Unavailable;
        Assert.Equal(503, (await venice.GetAsync("models?type=video")).Status);

        venice.World.Faults.Down = Downtime.Unreachable;
        await Assert.ThrowsAsync<HttpRequestException>(() => venice.GetAsync("models?type=video"));

        venice.World.Faults.Clear();
        Assert.Equal(200, (await venice.GetAsync("models?type=video")).Status);
    }

    [Fact]
    public async Task A_rate_limit_says_when_to_come_back_unless_it_is_the_bare_one()
    {
        var clock = new HandClock();
        await using var venice = await RehearsedVenice.StartAsync(time: clock);

        var told = await venice.QueueAsync(RehearsedVenice.Order("[sim:429=30]"));
        var bare = await venice.QueueAsync(RehearsedVenice.Order("[sim:429-bare]"));

        Assert.Equal((clock.GetUtcNow().ToUnixTimeSeconds() + 30).ToString(System.Globalization.CultureInfo.InvariantCulture),
            told.Header("x-ratelimit-reset-requests"));
        Assert.Equal("30", told.Header("Retry-After"));
        Assert.Null(bare.Header("Retry-After"));
    }

    [Fact]
    public async Task A_missing_balance_is_absent_in_headers_and_null_in_the_account()
    {
        await using var venice = await RehearsedVenice.StartAsync();
        venice.Expect("billing/balance", "balance-missing");

        var answer = await venice.GetAsync("billing/balance");

        Assert.Null(answer.Header("x-venice-balance-usd"));
        Assert.Null(answer.Json["balances"]!["usd"]);
    }

    [Fact]
    public async Task A_mistyped_switch_is_an_error_and_not_a_healthy_run()
    {
        await using var venice = await RehearsedVenice.StartAsync();

        Assert.Equal(400, (await venice.QueueAsync(RehearsedVenice.Order("[sim:fial-after=2]"))).Status);
        Assert.Throws<ArgumentException>(() => venice.World.Faults.Add("video/queue", "fial-after"));
        Assert.Equal(FaultKinds.All.Count, FaultKinds.All.Select(kind => kind.Name).Distinct().Count());
    }

    [Fact]
    public async Task Consents_are_asked_once_for_the_same_picture_and_must_all_be_true()
    {
        await using var venice = await RehearsedVenice.StartAsync();
        JsonObject Order(JsonObject? consents)
        {
            var order = new JsonObject
            {
                ["model"] = "regata-2-5-image-to-video", ["prompt"] = "she turns", ["duration"] = "4s", ["resolution"] = "480p",
                ["image_url"] = SampleMedia.Png(400, 300),
            };
            if (consents is not null) order["consents"] = consents;
            return order;
        }
        JsonObject Word(bool last) => new()
        {
            ["seedance"] = new JsonObject { ["confirmed_terms_and_privacy"] = true, ["confirmed_legal_right"] = true,
                ["confirmed_screening_acknowledged"] = last },
        };

        var asked = await venice.QueueAsync(Order(null));

        Assert.Equal(409, asked.Status);
        Assert.Equal("needs_consent", asked.Json["error"]!["code"]!.GetValue<string>());
        Assert.Equal("image", asked.Json["face_media_roles"]![0]!.GetValue<string>());
        Assert.Equal(400, (await venice.QueueAsync(Order(Word(false)))).Status);
        Assert.Equal(200, (await venice.QueueAsync(Order(Word(true)))).Status);
        Assert.Equal(200, (await venice.QueueAsync(Order(null))).Status);
    }
}
