using VeniceStudio.Server.Clips;

namespace VeniceStudio.Tests.Hardship;

public abstract class BeingToldToStop(bool postgres)
{
    private static readonly TimeSpan Allowed = TimeSpan.FromSeconds(10);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_the_middle_of_a_download_ends_within_ten_seconds_and_the_clip_comes_home_afterwards()
    {
        await using var ground = await Ground.LaidAsync(postgres, Ct);
        // A kilobyte a second: the download would take far longer than the studio may take to stop.
        ground.Venice.World.Faults.Add("video/retrieve", "slow-media", times: 1, argument: "1");
        List<Errand> errands = [new Errand(1)];
        using (var server = ground.Serve())
        {
            using var client = ground.ClientOf(await server.OpenAsync(Ct));
            while (!errands[0].Answered) await errands[0].SendAsync(client);
            while ((await ground.ClipsAsync(Ct))[0].Status != ClipStatus.Collecting) await Task.Delay(20, Ct);

            // Media lie on the disk here: what talks to S3 stores must not cost anybody else memory.
            Assert.False(server.HasLoaded("AWSSDK"));
            Assert.InRange(await server.TerminateAsync(), TimeSpan.Zero, Allowed);
            Assert.Equal(0, server.ExitCode);
        }
        await QuietEnd.ReachAsync(ground, errands, TimeSpan.FromMinutes(1));
        await Aftermath.HoldsAsync(ground, errands);
        Assert.Equal(ClipStatus.Done, (await ground.ClipsAsync(Ct))[0].Status);
        Assert.Equal(1, ground.Venice.World.Purchases);
    }
}

public sealed class BeingToldToStopOnSqlite() : BeingToldToStop(postgres: false)
{
    // At each of these moments another part of the start is under way; which one depends on the machine.
    [Theory]
    [InlineData(150)]
    [InlineData(300)]
    [InlineData(450)]
    [InlineData(600)]
    [InlineData(800)]
    public async Task Before_it_is_open_ends_without_a_complaint(int milliseconds)
    {
        await using var ground = await Ground.LaidAsync(postgres: false, TestContext.Current.CancellationToken);
        using var server = ground.Serve();
        await Task.Delay(milliseconds, TestContext.Current.CancellationToken);
        await server.TerminateAsync();
        Assert.DoesNotContain("Unhandled exception", server.Output, StringComparison.Ordinal);
    }
}

public sealed class BeingToldToStopOnPostgres() : BeingToldToStop(postgres: true);
