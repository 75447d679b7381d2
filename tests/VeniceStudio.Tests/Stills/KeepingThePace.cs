using Microsoft.Extensions.DependencyInjection;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Work;
using VeniceStudio.Simulator.Limits;
using VeniceStudio.Tests.Clips;

namespace VeniceStudio.Tests.Stills;

public abstract class KeepingThePace(IStudioWithVenice house)
{
    /// <summary>Forty pictures at twenty a minute: the second twenty begin a minute after the first.</summary>
    protected static readonly TimeSpan Forced = TimeSpan.FromMinutes(1);

    protected StudioApp Studio => house.Studio;

    protected IStudioWithVenice House => house;

    [Fact]
    public async Task Twenty_pictures_go_at_once_the_next_twenty_a_minute_later_and_never_more_within_any_minute()
    {
        var ct = TestContext.Current.CancellationToken;
        Studio.Clock.Advance(TimeSpan.FromMinutes(5));
        var pacer = Studio.Services.GetRequiredService<Pacer>();
        var start = Studio.Clock.GetUtcNow();
        var taken = new List<DateTimeOffset>();
        while (taken.Count < 60)
        {
            if (await pacer.TakeAsync(Paced.Image, ct) is not { } later) taken.Add(Studio.Clock.GetUtcNow());
            else Studio.Clock.Advance(later - Studio.Clock.GetUtcNow());
            // The calls of a burst do not all begin at the same moment.
            if (taken.Count % 7 == 0) Studio.Clock.Advance(TimeSpan.FromMilliseconds(300));
        }
        Assert.InRange(taken[39] - start, Forced, Forced * 1.15);
        Assert.All(taken.Skip(20).Zip(taken), pair => Assert.True(pair.First - pair.Second > TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task Ten_failures_within_half_a_minute_make_pictures_wait_before_Venice_shuts_the_door()
    {
        var ct = TestContext.Current.CancellationToken;
        Studio.Clock.Advance(TimeSpan.FromMinutes(5));
        var standing = Studio.Services.GetRequiredService<VeniceStudio.Server.Hosting.VeniceStanding>();
        for (var failure = 0; failure < 10; failure++) standing.Failures.Enqueue(Studio.Clock.GetUtcNow());
        Assert.Equal(Studio.Clock.GetUtcNow().AddSeconds(30), await Studio.Services.GetRequiredService<Pacer>().TakeAsync(Paced.Image, ct));
        Studio.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await Studio.Services.GetRequiredService<Pacer>().TakeAsync(Paced.Image, ct));
    }
}

public sealed class KeepingThePaceOnSqlite(SqliteWithVenice house) : KeepingThePace(house), IClassFixture<SqliteWithVenice>
{
    [Fact]
    public async Task A_board_of_forty_stills_takes_the_time_that_Venices_limit_forces_and_meets_no_refusal()
    {
        House.Venice.Reset();
        Studio.Clock.Advance(TimeSpan.FromMinutes(5));
        House.Venice.Limits = RateLimits.None with { Image = 20 };
        using var owner = await Studio.OwnerAsync();
        var film = await Studio.GivenAFilmAsync(owner.Id, [.. Enumerable.Range(1, 40).Select(shot => $"canal number {shot}")]);
        await owner.Client.OrderStillsAsync(film.Id, new { missing = true, shownTotal = 400_000 });
        var took = await Studio.RunStillsAsync();

        Assert.All(await owner.Client.StillsOfAsync(film.Id), still => Assert.Equal(ClipStatus.Done, still.Status));
        Assert.All((await Studio.BoardAsync(film.Id)).Shots, shot => Assert.NotNull(shot.StillId));
        Assert.Equal(40, House.Venice.Calls["image/generate"]);
        Assert.InRange(took, Forced, Forced * 1.15);
    }
}

public sealed class KeepingThePaceOnPostgres(PostgresWithVenice house) : KeepingThePace(house), IClassFixture<PostgresWithVenice>;
