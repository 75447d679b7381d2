using System.Net;
using System.Text.Json.Nodes;

namespace VeniceStudio.Tests.Simulator;

public sealed class CollectingByLink
{
    [Fact]
    public async Task A_private_clip_is_announced_by_retrieve_and_fetched_from_its_link_without_a_key()
    {
        await using var venice = await RehearsedVenice.StartAsync();
        var link = await LinkAsync(venice);
        using var stranger = new HttpClient();

        using var response = await stranger.GetAsync(link, TestContext.Current.CancellationToken);

        Assert.True((await Answer.OfAsync(response)).IsFilm);
        Assert.False(venice.World.Calls.ContainsKey("share-with-key"));
    }

    [Fact]
    public async Task A_key_sent_to_a_link_is_noticed()
    {
        await using var venice = await RehearsedVenice.StartAsync();
        await venice.GetAsync((await LinkAsync(venice)).AbsoluteUri);

        Assert.Equal(1, venice.World.Calls["share-with-key"]);
    }

    [Fact]
    public async Task A_revoked_link_is_gone_and_an_unknown_one_was_never_there()
    {
        await using var venice = await RehearsedVenice.StartAsync();
        var link = await LinkAsync(venice);

        using var revoked = await venice.Http.DeleteAsync(link, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);
        Assert.Equal(410, (await venice.GetAsync(link.AbsoluteUri)).Status);
        Assert.Equal(404, (await venice.GetAsync(link.AbsoluteUri + "0")).Status);
    }

    [Fact]
    public async Task A_link_serves_a_few_retries_and_then_asks_to_stop()
    {
        await using var venice = await RehearsedVenice.StartAsync();
        var link = (await LinkAsync(venice)).AbsoluteUri;
        for (var fetch = 0; fetch < 6; fetch++) Assert.Equal(200, (await venice.GetAsync(link)).Status);

        Assert.Equal(429, (await venice.GetAsync(link)).Status);
    }

    [Fact]
    public async Task A_link_shows_nothing_before_the_clip_is_finished()
    {
        var clock = new HandClock();
        await using var venice = await RehearsedVenice.StartAsync(RehearsedVenice.Instant with { Speed = 1 }, clock);
        var order = RehearsedVenice.With(RehearsedVenice.Order(model: RehearsedVenice.Private), "resolution", "480p");
        var link = (await venice.QueueAsync(order)).Json["download_url"]!.GetValue<string>();

        var early = await venice.GetAsync(link);
        clock.Pass(TimeSpan.FromMinutes(10));

        Assert.Equal(404, early.Status);
        Assert.True((await venice.GetAsync(link)).IsFilm);
    }

    private static async Task<Uri> LinkAsync(RehearsedVenice venice)
    {
        var order = RehearsedVenice.With(RehearsedVenice.Order(model: RehearsedVenice.Private), "resolution", "480p");
        var queued = await venice.QueueAsync(order);
        var ticket = (JsonObject)queued.Json;
        ticket.Remove("download_url");
        var announced = await venice.RetrieveAsync(ticket);
        Assert.Equal("COMPLETED", announced.Json["status"]!.GetValue<string>());
        return new Uri(queued.Json["download_url"]!.GetValue<string>());
    }
}
