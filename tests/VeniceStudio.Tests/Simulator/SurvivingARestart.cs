using VeniceStudio.Simulator;
using VeniceStudio.Simulator.Jobs;

namespace VeniceStudio.Tests.Simulator;

public sealed class SurvivingARestart : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("simulator-");

    [Fact]
    public async Task Jobs_purchases_and_money_are_there_after_a_restart_and_the_clip_is_the_same()
    {
        await using var before = await RehearsedVenice.StartAsync(Kept(folder.FullName));
        var ticket = await before.TicketAsync("");
        var film = await before.RetrieveAsync(ticket);
        var private_ = await before.QueueAsync(RehearsedVenice.With(RehearsedVenice.Order(model: RehearsedVenice.Private), "resolution",
            "480p"));
        var balance = before.World.Balance;
        await before.DisposeAsync();

        await using var after = await RehearsedVenice.StartAsync(Kept(folder.FullName));
        var link = new Uri(private_.Json["download_url"]!.GetValue<string>()).AbsolutePath;

        Assert.Equal(2, after.World.Purchases);
        Assert.Equal(balance, after.World.Balance);
        Assert.Equal(film.Bytes, (await after.RetrieveAsync(ticket)).Bytes);
        Assert.True((await after.GetAsync(new Uri(after.Root, link).AbsoluteUri)).IsFilm);
        Assert.Equal(JobState.Delivered, after.World.Jobs[0].State);
    }

    [Fact]
    public async Task A_kill_in_the_middle_of_a_line_loses_nothing_that_was_answered()
    {
        await using var running = await RehearsedVenice.StartAsync(Kept(folder.FullName));
        for (var order = 0; order < 5; order++) await running.TicketAsync($"take {order} [sim:fail-after=1][sim:refund]");
        await running.RetrieveAsync(new() { ["model"] = RehearsedVenice.Drift, ["queue_id"] = running.World.Jobs[0].QueueId });

        // The folder as a kill would leave it: copied under a running simulator, with the next line half written.
        var killed = Directory.CreateDirectory(Path.Combine(folder.FullName, "killed")).FullName;
        File.Copy(Path.Combine(folder.FullName, "journal.jsonl"), Path.Combine(killed, "journal.jsonl"));
        await File.AppendAllTextAsync(Path.Combine(killed, "journal.jsonl"), """{"Balance":3,"Purchases":9,"Jo""", TestContext.Current.CancellationToken);
        await using var after = await RehearsedVenice.StartAsync(Kept(killed));

        Assert.Equal(5, after.World.Purchases);
        Assert.Equal(running.World.Balance, after.World.Balance);
        Assert.Equal(running.World.Jobs.Select(job => (job.QueueId, job.State, job.Refunded)),
            after.World.Jobs.Select(job => (job.QueueId, job.State, job.Refunded)));
    }

    [Fact]
    public async Task A_reset_is_remembered_as_well()
    {
        await using var before = await RehearsedVenice.StartAsync(Kept(folder.FullName));
        await before.TicketAsync("");
        before.World.Reset();
        await before.DisposeAsync();

        await using var after = await RehearsedVenice.StartAsync(Kept(folder.FullName));

        Assert.Equal((0, 100m, 0), (after.World.Purchases, after.World.Balance, after.World.Jobs.Count));
    }

    [Fact]
    public async Task Forty_orders_at_once_are_forty_purchases_and_never_more_than_the_money()
    {
        await using var venice = await RehearsedVenice.StartAsync(RehearsedVenice.Instant with { StartingBalance = 2.5m });

        var answers = await Task.WhenAll(Enumerable.Range(0, 40)
            .Select(order => venice.QueueAsync(RehearsedVenice.Order($"take {order}"))));

        Assert.Equal(10, answers.Count(answer => answer.Status == 200));
        Assert.Equal(30, answers.Count(answer => answer.Status == 402));
        Assert.Equal((10, 0m), (venice.World.Purchases, venice.World.Balance));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static SimulatorOptions Kept(string folder) => RehearsedVenice.Instant with { StateFolder = folder };
}
