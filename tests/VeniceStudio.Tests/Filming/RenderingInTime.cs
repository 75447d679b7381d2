using VeniceStudio.Server.Clips;
using VeniceStudio.Tests.Clips;
using VeniceStudio.Tests.Media.Ffmpeg;
using RateLimits = VeniceStudio.Simulator.Limits.RateLimits;

namespace VeniceStudio.Tests.Filming;

/// <summary>Clips that take Venice as long as real ones, by a clock that only waiting moves: what the studio computes takes no time here.</summary>
public sealed class RenderingInTime(SqliteWithSlowVenice studio, MediaBench bench) : IClassFixture<SqliteWithSlowVenice>, IClassFixture<MediaBench>
{
    private const int Shots = 18;

    [Fact]
    public async Task Eighteen_clips_are_home_little_later_than_Venice_is_done_with_the_slowest_of_them()
    {
        studio.Venice.Limits = RateLimits.None with { Queue = 40, Retrieve = 120, AbuseGuard = true };
        using var member = await studio.MemberAsync();
        var given = await studio.GivenAFilmAsync(member, bench, Shots);
        var start = studio.Clock.GetUtcNow();
        await given.RenderAsync().OkAsync();
        await studio.RunUntilIdleAsync();

        var takes = await given.TakesAsync();
        Assert.All(takes, take => Assert.Equal(ClipStatus.Done, take.Clip!.Status));
        var jobs = studio.Venice.Jobs;
        Assert.Equal(Shots, jobs.Count);
        Assert.All(jobs, job => Assert.InRange((job.QueuedAt - start).TotalSeconds, 0, 1));
        var slowest = jobs.Max(job => job.RunSeconds);
        var home = takes.Max(take => take.Clip!.FinishedAt!.Value) - start;
        Assert.InRange(home.TotalSeconds, slowest, slowest * 1.15);
    }
}
