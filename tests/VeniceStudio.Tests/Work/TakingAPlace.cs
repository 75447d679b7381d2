using Microsoft.Extensions.DependencyInjection;
using VeniceStudio.Server.Orders;
using VeniceStudio.Server.Work;
using VeniceStudio.Tests.Clips;

namespace VeniceStudio.Tests.Work;

public sealed class TakingAPlace(SqliteWithVenice house) : IClassFixture<SqliteWithVenice>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Paced.Queue, 40)]
    [InlineData(Paced.Retrieve, 120)]
    public async Task For_a_film_the_whole_limit_is_used_at_once_and_never_more_of_it_within_any_minute(Paced kind, int limit)
    {
        house.Clock.Advance(TimeSpan.FromMinutes(5));
        var pacer = house.Services.GetRequiredService<Pacer>();
        var start = house.Clock.GetUtcNow();
        var taken = new List<DateTimeOffset>();
        while (taken.Count < limit * 2)
        {
            if (await pacer.TakeAsync(kind, Ct) is not { } later) taken.Add(house.Clock.GetUtcNow());
            else house.Clock.Advance(later - house.Clock.GetUtcNow());
        }
        Assert.Equal(start, taken[limit - 1]);
        Assert.All(taken.Skip(limit).Zip(taken), pair => Assert.InRange((pair.First - pair.Second).TotalSeconds, 60, 62));
    }

    [Fact]
    public void Looks_at_the_clips_of_a_film_are_as_close_together_as_the_limit_lets_all_of_them_be()
    {
        var polls = new PollPlan(house.Services.GetRequiredService<Pacer>());
        Assert.Equal(10, polls.NextLook(Paced.Retrieve, 72_000, 18).TotalSeconds, 0.01);
        Assert.Equal(6, polls.NextLook(Paced.Retrieve, 72_000, 3).TotalSeconds, 0.01);
        foreach (var clips in (int[])[1, 18, 40, 200])
            Assert.True(clips * 60 / polls.NextLook(Paced.Retrieve, 72_000, clips).TotalSeconds <= 120, $"{clips} clips");
    }
}
