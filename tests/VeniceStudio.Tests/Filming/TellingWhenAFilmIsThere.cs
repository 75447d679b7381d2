using System.Net.Http.Json;
using VeniceStudio.Server.Clips;
using VeniceStudio.Simulator.Faults;
using VeniceStudio.Tests.Clips;
using VeniceStudio.Tests.Media.Ffmpeg;
using VeniceStudio.Tests.Projects;

namespace VeniceStudio.Tests.Filming;

/// <summary>How long a film still takes, also while most of its clips stand in line.</summary>
public abstract class TellingWhenAFilmIsThere(IStudioWithVenice house, MediaBench bench)
{
    private const int Shots = 5;

    private readonly StudioApp studio = house.Studio;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_instant_that_is_told_is_about_the_one_at_which_its_last_clip_comes()
    {
        house.Venice.Reset();
        studio.Clock.Advance(TimeSpan.FromMinutes(2));
        using var member = await studio.MemberAsync();
        var film = await InLineAsync(member);

        var told = Assert.Single(await ForecastAsync(member));
        Assert.Equal((film.Id, (await film.TakesAsync())[0].Clip!.BatchId), (told.ProjectId, told.BatchId));
        var asked = studio.Clock.GetUtcNow();
        await studio.RunUntilIdleAsync();
        var came = (await film.TakesAsync()).Max(take => take.Clip!.FinishedAt!.Value);
        // The simulator's clips take 0.6 to 1.05 of the time that it names, and are looked for every tenth second.
        Assert.InRange((came - asked) / (told.ReadyAt!.Value - asked), 0.55, 1.2);
        Assert.Empty(await ForecastAsync(member));
    }

    [Fact]
    public async Task Nobody_else_learns_of_it()
    {
        house.Venice.Reset();
        using var member = await studio.MemberAsync();
        await InLineAsync(member);
        using var other = await studio.MemberAsync();
        Assert.Empty(await ForecastAsync(other));
        await studio.RunUntilIdleAsync();
    }

    [Fact]
    public async Task Nothing_is_told_while_Venice_takes_no_orders()
    {
        house.Venice.Reset();
        studio.Clock.Advance(TimeSpan.FromMinutes(2));
        using var member = await studio.MemberAsync();
        var film = await InLineAsync(member);
        house.Venice.Faults.Down = Downtime.Unavailable;
        await studio.RunUntilAsync(TimeSpan.FromMinutes(3));
        Assert.Equal(3, (await film.TakesAsync()).Count(take => take.Clip!.Status == ClipStatus.Reserved));
        Assert.Null(Assert.Single(await ForecastAsync(member)).ReadyAt);

        house.Venice.Faults.Down = Downtime.None;
        await studio.RunUntilIdleAsync();
        Assert.Equal(Shots, house.Venice.Purchases);
    }

    /// <summary>A film of which two clips are at Venice, whose first looks have told how long they take, and three stand in line.</summary>
    private async Task<GivenFilm> InLineAsync(SignedIn member)
    {
        var film = await studio.GivenAFilmAsync(member, bench, Shots);
        await film.Client.PutAsync($"/api/projects/{film.Id}/plan", new { version = 1, plan = new { clipsAtOnce = 2 } }).OkAsync();
        await film.RenderAsync().OkAsync();
        await studio.RunUntilAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(3, (await film.TakesAsync()).Count(take => take.Clip!.Status == ClipStatus.Reserved));
        return film;
    }

    private static async Task<IReadOnlyList<ClipForecastView>> ForecastAsync(SignedIn member) =>
        (await member.Client.GetFromJsonAsync<IReadOnlyList<ClipForecastView>>("/api/clips/forecast", ClipJson.Options, Ct))!;
}

public sealed class TellingWhenAFilmIsThereOnSqlite(SqliteWithSlowVenice house, MediaBench bench) : TellingWhenAFilmIsThere(house, bench), IClassFixture<SqliteWithSlowVenice>, IClassFixture<MediaBench>;

public sealed class TellingWhenAFilmIsThereOnPostgres(PostgresWithSlowVenice house, MediaBench bench) : TellingWhenAFilmIsThere(house, bench), IClassFixture<PostgresWithSlowVenice>, IClassFixture<MediaBench>;
