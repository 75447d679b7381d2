namespace VeniceStudio.Tests.Hardship;

public sealed class SeveralProcesses
{
    private const int Ordered = 10;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_one_database_share_the_work_and_one_that_dies_is_replaced_by_the_other()
    {
        await using var ground = await Ground.LaidAsync(postgres: true, Ct);
        using var first = ground.Serve();
        using var second = ground.Serve();
        using var here = ground.ClientOf(await first.OpenAsync(Ct));
        using var there = ground.ClientOf(await second.OpenAsync(Ct));
        var errands = Enumerable.Range(1, Ordered).Select(number => new Errand(number)).ToList();

        // Each order goes to both at once, as from two tabs behind a balancer: one key, one order.
        await Task.WhenAll(errands.SelectMany(errand => new[] { errand.SendAsync(here), errand.SendAsync(there) }));
        while (ground.Venice.World.Purchases < Ordered / 2) await Task.Delay(20, Ct);
        await first.KillAsync();

        await QuietEnd.SettleAsync(ground, there, errands, TimeSpan.FromMinutes(2), () => second.Output);
        await Aftermath.HoldsAsync(ground, errands);
        var clips = await ground.ClipsAsync(Ct);
        // No fault was set: only an order that died in the middle of its purchase may be missing at Venice.
        var inDoubt = clips.Count(clip => clip.Status == Server.Clips.ClipStatus.Uncertain);
        Assert.InRange(ground.Venice.World.Purchases, Ordered - inDoubt, Ordered);
        Assert.Equal(Ordered - inDoubt, clips.Count(clip => clip.Status == Server.Clips.ClipStatus.Done));
    }
}
