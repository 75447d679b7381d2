using VeniceStudio.Simulator.Faults;

namespace VeniceStudio.Tests.Hardship;

/// <summary>
/// The promise that nothing is paid twice and nothing paid is lost, tried the hard way: the real process dies a hundred times, at
/// moments that nobody chose, while Venice has troubles of its own.
/// </summary>
public abstract class BeingKilled(bool postgres)
{
    private const int Kills = 100, Ordered = 20, OrderedBefore = 10;

    /// <summary>What goes wrong at Venice, for a share of the requests. Faults of a job are drawn when it is queued.</summary>
    private static readonly FaultRule[] Troubles =
    [
        new("video/queue", "queue-500-charged", Probability: 0.08, Seed: 11),
        new("video/queue", "queue-cut-charged", Probability: 0.08, Seed: 12),
        new("video/queue", "429", "1", Probability: 0.1, Seed: 13),
        new("video/queue", "refuse-content", Probability: 0.05, Seed: 14),
        new("video/queue", "fail-after", "1", Probability: 0.06, Seed: 15),
        new("video/queue", "refuse-422-refunded", Probability: 0.06, Seed: 16),
        new("video/queue", "poll-503", "1", Probability: 0.15, Seed: 17),
        new("video/queue", "cut-media", "1", Probability: 0.2, Seed: 18),
        new("video/queue", "html-media", "1", Probability: 0.06, Seed: 19),
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hundred_times_while_twenty_orders_run_pays_nothing_twice_and_loses_nothing_paid()
    {
        await using var ground = await Ground.LaidAsync(postgres, Ct);
        foreach (var trouble in Troubles) ground.Venice.World.Faults.Add(trouble);
        var errands = Enumerable.Range(1, Ordered).Select(number => new Errand(number)).ToList();
        var dice = new Random(20261121);

        await FirstLifeAsync(ground, errands.Take(OrderedBefore).ToList());
        for (var kill = 1; kill < Kills; kill++)
        {
            // One in six dies while it is still starting.
            if (dice.Next(6) == 0) await StillbornAsync(ground, TimeSpan.FromMilliseconds(dice.Next(500)));
            else await LiveAsync(ground, errands.Where(errand => !errand.Answered).Take(kill % 5 == 0 ? 1 : 0), dice);
        }

        await QuietEnd.ReachAsync(ground, errands, TimeSpan.FromMinutes(3));
        await Aftermath.HoldsAsync(ground, errands);
    }

    /// <summary>Takes orders, and dies as soon as all of them are answered.</summary>
    private static async Task FirstLifeAsync(Ground ground, List<Errand> errands)
    {
        using var server = ground.Serve();
        using var client = ground.ClientOf(await server.OpenAsync(Ct));
        while (errands.Any(errand => !errand.Answered)) await Task.WhenAll(errands.Where(errand => !errand.Answered).Select(errand => errand.SendAsync(client)));
        await server.KillAsync();
        ground.IsDiscreet(server.Output);
    }

    /// <summary>
    /// Starts, takes orders that may or may not be answered in time, and dies. The moment is drawn in calls that reached Venice, and then
    /// in milliseconds: a wall clock alone would kill a slow machine's studio before it did anything, every time.
    /// </summary>
    private static async Task LiveAsync(Ground ground, IEnumerable<Errand> errands, Random dice)
    {
        using var server = ground.Serve();
        using var client = ground.ClientOf(await server.OpenAsync(Ct));
        var sending = Task.WhenAll(errands.ToList().Select(errand => errand.SendAsync(client)));
        await ground.CallsAsync(dice.Next(8), TimeSpan.FromSeconds(1), Ct);
        await Task.Delay(dice.Next(300), Ct);
        await server.KillAsync();
        await sending;
        ground.IsDiscreet(server.Output);
    }

    private static async Task StillbornAsync(Ground ground, TimeSpan life)
    {
        using var server = ground.Serve();
        await Task.Delay(life, Ct);
        await server.KillAsync();
    }
}

[Collection("Killing on SQLite")]
public sealed class BeingKilledOnSqlite() : BeingKilled(postgres: false);

[Collection("Killing on PostgreSQL")]
public sealed class BeingKilledOnPostgres() : BeingKilled(postgres: true);
