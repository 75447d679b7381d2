using System.Net;
using VeniceStudio.Server.Projects;
using VeniceStudio.Tests.Clips;
using VeniceStudio.Tests.Tracks;

namespace VeniceStudio.Tests.Projects;

public abstract class KeepingProjects(IStudioWithVenice house)
{
    private readonly StudioApp studio = house.Studio;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_project_begins_with_a_song_has_its_title_and_says_what_it_needs_next()
    {
        using var maker = await studio.MemberAsync();
        var song = await studio.GivenASongAsync(maker.Id, title: "Acqua alta");
        var project = await maker.Client.ProjectAsync(song);
        Assert.Equal(("Acqua alta", 1, ProjectStep.Concept), (project.Title, project.Version, project.Standing.Step));
        Assert.Equal(song, project.Track.Id);
        Assert.Equal(project.Track.CoverUrl, project.PosterUrl);
        Assert.EndsWith(".", project.Standing.Needs!, StringComparison.Ordinal);

        using var other = await studio.MemberAsync();
        await other.Client.PostAsync("/api/projects", new { trackId = song }).ProblemAsync(HttpStatusCode.BadRequest, "bad-input");
    }

    [Fact]
    public async Task Projects_are_listed_last_touched_first_a_page_at_a_time()
    {
        using var maker = await studio.MemberAsync();
        var song = await studio.GivenASongAsync(maker.Id);
        var made = new List<Guid>();
        for (var i = 0; i < 5; i++)
        {
            made.Add((await maker.Client.ProjectAsync(song, $"Film {i}")).Id);
            studio.Clock.Advance(TimeSpan.FromSeconds(1));
        }
        await maker.Client.PatchAsync($"/api/projects/{made[0]}", new { title = "Touched" }).OkAsync();

        var first = await maker.Client.GetAsync("/api/projects?limit=3", Ct).AsAsync<ProjectPageView>();
        var rest = await maker.Client.GetAsync($"/api/projects?limit=3&cursor={first.Next}", Ct).AsAsync<ProjectPageView>();
        Assert.Equal([made[0], made[4], made[3], made[2], made[1]], first.Items.Concat(rest.Items).Select(project => project.Id));
        Assert.Null(rest.Next);
        Assert.Equal("Touched", first.Items[0].Title);
    }

    [Fact]
    public async Task A_budget_is_set_and_taken_away_and_a_title_is_never_empty()
    {
        using var maker = await studio.MemberAsync();
        var project = await maker.Client.ProjectAsync(await studio.GivenASongAsync(maker.Id));
        Assert.Equal(5_000_000, (await maker.Client.PatchAsync($"/api/projects/{project.Id}", new { budget = 5_000_000 }).AsAsync<ProjectView>()).Budget);
        Assert.Null((await maker.Client.PatchAsync($"/api/projects/{project.Id}", new { budget = 0 }).AsAsync<ProjectView>()).Budget);
        var problem = await maker.Client.PatchAsync($"/api/projects/{project.Id}", new { title = " \n " }).ProblemAsync(HttpStatusCode.BadRequest, "bad-input");
        Assert.Equal("title", problem.Text("field"));
    }

    [Fact]
    public async Task The_song_changes_only_while_there_is_no_board()
    {
        using var maker = await studio.MemberAsync();
        var project = await maker.Client.ProjectAsync(await studio.GivenASongAsync(maker.Id));
        var other = await studio.GivenASongAsync(maker.Id, title: "Another");
        var changed = await maker.Client.PatchAsync($"/api/projects/{project.Id}", new { trackId = other }).AsAsync<ProjectView>();
        Assert.Equal(other, changed.Track.Id);
        await maker.Client.MakeBoardAsync(project.Id, null);
        await maker.Client.PatchAsync($"/api/projects/{project.Id}", new { trackId = project.Track.Id }).ProblemAsync(HttpStatusCode.Conflict, "has-board");
    }

    [Fact]
    public async Task A_song_stays_as_long_as_a_project_is_made_of_it()
    {
        using var maker = await studio.MemberAsync();
        var song = await studio.GivenASongAsync(maker.Id);
        var project = await maker.Client.ProjectAsync(song, "Regata");
        var problem = await maker.Client.DeleteAsync($"/api/tracks/{song}", Ct).ProblemAsync(HttpStatusCode.Conflict, "in-use");
        Assert.Contains("Regata", problem.Text("detail")!, StringComparison.Ordinal);

        await maker.Client.DeleteAsync($"/api/projects/{project.Id}", Ct).NoContentAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await maker.Client.GetAsync($"/api/projects/{project.Id}", Ct)).StatusCode);
        await maker.Client.DeleteAsync($"/api/tracks/{song}", Ct).NoContentAsync();
    }
}

public sealed class KeepingProjectsOnSqlite(SqliteWithVenice house) : KeepingProjects(house), IClassFixture<SqliteWithVenice>;

public sealed class KeepingProjectsOnPostgres(PostgresWithVenice house) : KeepingProjects(house), IClassFixture<PostgresWithVenice>;
