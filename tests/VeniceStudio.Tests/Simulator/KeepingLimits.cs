using VeniceStudio.Simulator;
using VeniceStudio.Simulator.Limits;

namespace VeniceStudio.Tests.Simulator;

public sealed class KeepingLimits
{
    private static readonly SimulatorOptions Strict = RehearsedVenice.Instant with { LimitSpeed = 1,
        Limits = new RateLimits { Queue = 3 } };

    [Fact]
    public async Task Orders_above_the_limit_wait_for_the_next_minute()
    {
        var clock = new HandClock();
        await using var venice = await RehearsedVenice.StartAsync(Strict, clock);
        var first = await venice.QueueAsync(RehearsedVenice.Order());
        for (var order = 0; order < 2; order++) await venice.QueueAsync(RehearsedVenice.Order());

        var fourth = await venice.QueueAsync(RehearsedVenice.Order());
        clock.Pass(TimeSpan.FromSeconds(61));

        Assert.Equal("2", first.Header("x-ratelimit-remaining-requests"));
        Assert.Equal(429, fourth.Status);
        Assert.Equal((clock.GetUtcNow().ToUnixTimeSeconds() - 1).ToString(System.Globalization.CultureInfo.InvariantCulture),
            fourth.Header("x-ratelimit-reset-requests"));
        Assert.Equal(200, (await venice.QueueAsync(RehearsedVenice.Order())).Status);
        Assert.Equal(4, venice.World.Purchases);
    }

    [Fact]
    public async Task More_than_twenty_failures_block_the_key_for_half_a_minute()
    {
        var clock = new HandClock();
        await using var venice = await RehearsedVenice.StartAsync(Strict, clock);
        var wrong = new System.Text.Json.Nodes.JsonObject { ["model"] = "x", ["queue_id"] = "y" };
        for (var poll = 0; poll < 20; poll++) Assert.Equal(404, (await venice.RetrieveAsync(wrong)).Status);
        Assert.Equal(200, (await venice.GetAsync("billing/balance")).Status);
        await venice.RetrieveAsync(wrong);

        Assert.Equal(429, (await venice.GetAsync("billing/balance")).Status);
        clock.Pass(TimeSpan.FromSeconds(31));
        Assert.Equal(200, (await venice.GetAsync("billing/balance")).Status);
    }

    [Fact]
    public async Task Limits_can_be_lifted_while_running_and_are_told_to_whoever_asks()
    {
        await using var venice = await RehearsedVenice.StartAsync(Strict, new HandClock());
        var told = await venice.GetAsync("api_keys/rate_limits");
        venice.World.Limits = RateLimits.None;

        for (var order = 0; order < 8; order++) Assert.Equal(200, (await venice.QueueAsync(RehearsedVenice.Order())).Status);
        Assert.Contains("\"amount\":3", told.Text, StringComparison.Ordinal);
        Assert.True(told.Json["data"]!["accessPermitted"]!.GetValue<bool>());
    }
}
