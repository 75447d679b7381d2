using System.Globalization;
using System.Text.Json.Nodes;
using VeniceStudio.Simulator.Jobs;

namespace VeniceStudio.Tests.Simulator;

public sealed class OrderingAClip
{
    [Fact]
    public async Task An_order_costs_what_the_quote_said_and_ends_as_a_film()
    {
        await using var venice = await RehearsedVenice.StartAsync();
        var quote = await venice.PostAsync("video/quote", new JsonObject { ["model"] = RehearsedVenice.Drift, ["duration"] = "5s",
            ["aspect_ratio"] = "16:9" });

        var queued = await venice.QueueAsync(RehearsedVenice.Order());
        var film = await venice.RetrieveAsync((JsonObject)queued.Json);

        Assert.Equal("100", queued.Header("x-venice-balance-usd"));
        Assert.Equal(100m - quote.Json["quote"]!.GetValue<decimal>(), venice.World.Balance);
        Assert.Equal(venice.World.Balance.ToString(CultureInfo.InvariantCulture), film.Header("x-venice-balance-usd"));
        Assert.Equal("video/mp4", film.Type);
        Assert.True(film.IsFilm);
        Assert.NotNull(film.Header("CF-RAY"));
        Assert.Equal(1, venice.World.Purchases);
    }

    [Fact]
    public async Task A_job_reports_progress_in_milliseconds_of_the_clock_of_whoever_asks()
    {
        var clock = new HandClock();
        await using var venice = await RehearsedVenice.StartAsync(RehearsedVenice.Instant with { Speed = 10 }, clock);
        var ticket = await venice.TicketAsync(RehearsedVenice.Order());
        clock.Pass(TimeSpan.FromSeconds(2));

        var working = await venice.RetrieveAsync(ticket);
        clock.Pass(TimeSpan.FromMinutes(1));

        Assert.Equal("PROCESSING", working.Json["status"]!.GetValue<string>());
        Assert.Equal(2_000, working.Json["execution_duration"]!.GetValue<long>());
        Assert.InRange(working.Json["average_execution_time"]!.GetValue<long>(), 6_000, 24_000);
        Assert.True((await venice.RetrieveAsync(ticket)).IsFilm);
    }

    [Fact]
    public async Task A_finished_clip_can_be_fetched_again_until_it_is_cleaned_up()
    {
        await using var venice = await RehearsedVenice.StartAsync();
        var ticket = await venice.TicketAsync(RehearsedVenice.Order());
        var first = await venice.RetrieveAsync(ticket);
        var again = await venice.RetrieveAsync(ticket);

        var removed = await venice.PostAsync("video/complete", (JsonObject)ticket.DeepClone());

        Assert.Equal(first.Bytes, again.Bytes);
        Assert.True(removed.Json["success"]!.GetValue<bool>());
        Assert.Equal(404, (await venice.RetrieveAsync(ticket)).Status);
        Assert.Equal(JobState.Deleted, Assert.Single(venice.World.Jobs).State);
    }

    [Fact]
    public async Task Deleting_on_completion_leaves_nothing_for_a_second_try()
    {
        await using var venice = await RehearsedVenice.StartAsync();
        var ticket = await venice.TicketAsync(RehearsedVenice.Order());

        var film = await venice.PostAsync("video/retrieve", RehearsedVenice.With((JsonObject)ticket.DeepClone(),
            "delete_media_on_completion", true));

        Assert.True(film.IsFilm);
        Assert.Equal(404, (await venice.RetrieveAsync(ticket)).Status);
    }

    [Fact]
    public async Task Clips_are_kept_for_the_retention_and_then_gone()
    {
        var clock = new HandClock();
        await using var venice = await RehearsedVenice.StartAsync(RehearsedVenice.Instant with { Retention = TimeSpan.FromHours(1) },
            clock);
        var ticket = await venice.TicketAsync(RehearsedVenice.Order());
        clock.Pass(TimeSpan.FromMinutes(59));
        var inTime = await venice.RetrieveAsync(ticket);
        clock.Pass(TimeSpan.FromMinutes(2));

        Assert.True(inTime.IsFilm);
        Assert.Equal(404, (await venice.RetrieveAsync(ticket)).Status);
    }

    [Fact]
    public async Task A_remapped_model_answers_under_its_new_name_and_only_there()
    {
        await using var venice = await RehearsedVenice.StartAsync();
        var order = RehearsedVenice.Order(model: "vela-1-text-to-video");
        order["duration"] = "4s";

        var queued = await venice.QueueAsync(order);

        Assert.Equal("ponte-3-text-to-video", queued.Json["model"]!.GetValue<string>());
        Assert.NotNull(queued.Header("x-venice-model-deprecation-date"));
        Assert.True((await venice.RetrieveAsync((JsonObject)queued.Json)).IsFilm);
        Assert.Equal(404, (await venice.RetrieveAsync(RehearsedVenice.With((JsonObject)queued.Json, "model", "vela-1-text-to-video")))
            .Status);
    }
}
