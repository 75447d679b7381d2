using System.Net;
using System.Net.Http.Json;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Orders;
using VeniceStudio.Tests.Clips;
using VeniceStudio.Tests.Media.Ffmpeg;
using VeniceStudio.Tests.Projects;

namespace VeniceStudio.Tests.Filming;

/// <summary>One press takes out of line what was not sent yet: whoever sees the first clips go wrong pays for no more of them.</summary>
public abstract class StoppingAFilm(IStudioWithVenice house, MediaBench bench)
{
    private const int Shots = 5;

    private readonly StudioApp studio = house.Studio;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_stands_in_line_is_never_bought_and_its_money_is_free_again()
    {
        house.Venice.Reset();
        using var member = await studio.MemberAsync();
        var film = await studio.GivenAFilmAsync(member, bench, Shots);
        await film.RenderAsync().OkAsync();
        var before = house.Venice.Balance;

        Assert.Equal(Shots, await StopAsync(member, $"projects/{film.Id}/takes"));
        Assert.Equal(0, await StopAsync(member, $"projects/{film.Id}/takes"));
        await studio.RunUntilIdleAsync();

        Assert.All(await film.TakesAsync(), take => Assert.Equal(ClipStatus.Cancelled, take.Clip!.Status));
        Assert.Equal(before, house.Venice.Balance);
        Assert.Equal(0, (await member.Client.GetFromJsonAsync<SpendView>("/api/spend", ClipJson.Options, Ct))!.Reserved);
        Assert.Equal("Every shot is approved. Make the clips.", (await film.Client.ReadProjectAsync(film.Id)).Standing.Needs);
    }

    [Fact]
    public async Task What_Venice_has_already_still_comes()
    {
        house.Venice.Reset();
        // Past whatever pause another test has left in the pacer.
        studio.Clock.Advance(TimeSpan.FromMinutes(2));
        using var member = await studio.MemberAsync();
        var film = await studio.GivenAFilmAsync(member, bench, Shots, (shot, index) => index == 0 ? shot with { Words = shot.Words with { Picture = "A canal [sim:status-while=RUNNING]" } } : shot);
        await film.RenderAsync("selected", FilmGiven.Price, null, film.Board.Shots[0].Id).OkAsync();
        await studio.RunUntilAsync(TimeSpan.FromSeconds(1));
        await film.RenderAsync(shown: (Shots - 1) * FilmGiven.Price).OkAsync();
        var batch = (await film.TakesAsync())[^1].Clip!.BatchId;

        Assert.Equal(Shots - 1, await StopAsync(member, $"clips/batches/{batch}"));
        Assert.Equal(0, await StopAsync(member, $"projects/{film.Id}/takes"));
        await studio.RunUntilIdleAsync();

        var takes = await film.TakesAsync();
        Assert.Equal(ClipStatus.Done, takes[0].Clip!.Status);
        Assert.All(takes.Skip(1), take => Assert.Equal(ClipStatus.Cancelled, take.Clip!.Status));
    }

    [Fact]
    public async Task Another_member_stops_nothing()
    {
        house.Venice.Reset();
        using var member = await studio.MemberAsync();
        var film = await studio.GivenAFilmAsync(member, bench, 1);
        await film.RenderAsync().OkAsync();
        using var stranger = await studio.MemberAsync();
        foreach (var path in new[] { $"projects/{film.Id}/takes", $"clips/batches/{(await film.TakesAsync())[0].Clip!.BatchId}", $"projects/{film.Id}/stills" })
        {
            using var answer = await stranger.Client.PostAsync(new Uri($"/api/{path}/stop", UriKind.Relative), null, Ct);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
        Assert.Equal(1, await StopAsync(member, $"projects/{film.Id}/takes"));
    }

    private static async Task<int> StopAsync(SignedIn member, string path)
    {
        using var answer = await member.Client.PostAsync(new Uri($"/api/{path}/stop", UriKind.Relative), null, Ct);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<StoppedView>(ClipJson.Options, Ct))!.Stopped;
    }
}

public sealed class StoppingAFilmOnSqlite(SqliteWithVenice house, MediaBench bench) : StoppingAFilm(house, bench), IClassFixture<SqliteWithVenice>, IClassFixture<MediaBench>;

public sealed class StoppingAFilmOnPostgres(PostgresWithVenice house, MediaBench bench) : StoppingAFilm(house, bench), IClassFixture<PostgresWithVenice>, IClassFixture<MediaBench>;
