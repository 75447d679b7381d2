using Microsoft.Extensions.DependencyInjection;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Projects;
using VeniceStudio.Server.Storyboard;
using VeniceStudio.Tests.Clips;
using VeniceStudio.Tests.Media.Ffmpeg;
using VeniceStudio.Tests.Projects;
using VeniceStudio.Tests.Tracks;

namespace VeniceStudio.Tests.Filming;

/// <summary>What a project says it needs next, once its board is approved.</summary>
public abstract class TheNextStep(IStudioWithVenice house, MediaBench bench)
{
    private const string AllThere = "Every clip is there. Compose the film.";

    private readonly StudioApp studio = house.Studio;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Footage_of_ones_own_is_as_good_as_a_clip()
    {
        using var member = await studio.MemberAsync();
        var film = await GivenAsync(member, 2);
        Assert.Equal("1 shot has no clip yet.", await NeedsAsync(film));
        var own = await File.ReadAllBytesAsync(await bench.MakeAsync("own.png", "-f lavfi -i testsrc2=s=320x180:d=1 -frames:v 1"), Ct);
        using var page = studio.Services.GetRequiredService<EventHub>().Join(member.Id);
        await film.Client.PostAsync(
            $"/api/projects/{film.Id}/footage", new { shotId = film.Board.Shots[1].Id, uploadId = await film.Client.UploadAsync(own, "own.png") }).OkAsync();
        Assert.Equal(AllThere, await NeedsAsync(film));
        // Pages that show the step ask again.
        Assert.Contains("projects", page.Take());
    }

    [Fact]
    public async Task A_second_try_that_waits_for_a_word_does_not_hide_that_its_shot_has_a_clip()
    {
        using var member = await studio.MemberAsync();
        var film = await GivenAsync(member, 1);
        house.Venice.Faults.Add("video/queue", "queue-cut-charged", 1);
        await film.RenderAsync("selected", FilmGiven.Price, null, film.Board.Shots[0].Id).OkAsync();
        await studio.RunUntilIdleAsync();
        Assert.Contains(await film.TakesAsync(), take => take.Clip!.Status == ClipStatus.Uncertain);
        Assert.Equal(AllThere, await NeedsAsync(film));
    }

    [Fact]
    public async Task A_clip_whose_shot_has_left_the_board_stands_for_no_other_shot()
    {
        using var member = await studio.MemberAsync();
        var film = await GivenAsync(member, 1);
        Assert.Equal(AllThere, await NeedsAsync(film));
        await using (var session = await studio.Db.BeginAsync(Ct))
        {
            var project = (await session.ProjectOfAsync(member.Id, film.Id))!;
            await session.AddBoardAsync(project, film.Board with { Shots = [film.Board.Shots[0] with { Id = Guid.CreateVersion7() }] }, "Another", member.Id);
            await session.CommitAsync();
        }
        Assert.Equal("Every shot is approved. Make the clips.", await NeedsAsync(film));
    }

    /// <summary>A film whose first shot has its clip.</summary>
    private async Task<GivenFilm> GivenAsync(SignedIn member, int shots)
    {
        house.Venice.Reset();
        var film = await studio.GivenAFilmAsync(member, bench, shots);
        await film.RenderAsync("selected", FilmGiven.Price, null, film.Board.Shots[0].Id).OkAsync();
        await studio.RunUntilIdleAsync();
        return film;
    }

    private static async Task<string?> NeedsAsync(GivenFilm film) => (await film.Client.ReadProjectAsync(film.Id)).Standing.Needs;
}

public sealed class TheNextStepOnSqlite(SqliteWithVenice house, MediaBench bench) : TheNextStep(house, bench), IClassFixture<SqliteWithVenice>, IClassFixture<MediaBench>;

public sealed class TheNextStepOnPostgres(PostgresWithVenice house, MediaBench bench) : TheNextStep(house, bench), IClassFixture<PostgresWithVenice>, IClassFixture<MediaBench>;
