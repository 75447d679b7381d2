using System.Net;
using System.Net.Http.Json;
using VeniceStudio.Media.Editing;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Projects;
using VeniceStudio.Tests.Clips;

namespace VeniceStudio.Tests.Projects;

public abstract class SavingAConcept(IStudioWithVenice house)
{
    private readonly StudioApp studio = house.Studio;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_typed_is_there_on_another_device_exactly_as_typed()
    {
        using var maker = await studio.MemberAsync();
        var project = await maker.Client.ProjectAsync(await studio.GivenASongAsync(maker.Id));
        var picture = await studio.GivenAPictureAsync(maker.Id);
        var brief = new Brief { Theme = "Fog.\n\nThen \"light\" 🌅", Pace = CutPace.Frantic, Platform = Platform.Tall, ReferenceIds = [picture] };
        var look = new Look { Style = "ink wash", LogoId = picture };
        var cast = new CastMember(Guid.NewGuid(), CastKind.Person, "Bruna", "a woman in a red coat", [picture]);
        var plan = new PlanSettings { FrameRate = 25, Longest = 6, Repeats = [new RepeatChoice(3, RepeatAs.SameFootage)], StillSections = [5] };
        var saved = await PutAsync(maker, project.Id, "brief", new SaveBrief(1, brief)).AsAsync<ProjectView>();
        saved = await PutAsync(maker, project.Id, "look", new SaveLook(saved.Version, look)).AsAsync<ProjectView>();
        saved = await PutAsync(maker, project.Id, "cast", new SaveCast(saved.Version, [cast])).AsAsync<ProjectView>();
        saved = await PutAsync(maker, project.Id, "plan", new SavePlan(saved.Version, plan)).AsAsync<ProjectView>();

        var read = await maker.Client.ReadProjectAsync(project.Id);
        Assert.Equal(5, read.Version);
        Assert.Equal(ProjectJson.Write(new ProjectDocs(brief, look, [cast], plan)), ProjectJson.Write(new ProjectDocs(read.Brief, read.Look, read.Cast, read.Plan)));
    }

    [Fact]
    public async Task Two_devices_do_not_undo_each_other()
    {
        using var maker = await studio.MemberAsync();
        var project = await maker.Client.ProjectAsync(await studio.GivenASongAsync(maker.Id));
        await PutAsync(maker, project.Id, "brief", new SaveBrief(1, new Brief { Theme = "one" })).AsAsync<ProjectView>();
        var stale = await PutAsync(maker, project.Id, "look", new SaveLook(1, new Look { Style = "two" })).ProblemAsync(HttpStatusCode.Conflict, "stale");
        Assert.Equal(2, stale.GetProperty("version").GetInt32());
        Assert.Equal("", (await maker.Client.ReadProjectAsync(project.Id)).Look.Style);

        var both = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => PutAsync(maker, project.Id, "brief", new SaveBrief(2, new Brief { Theme = $"{i}" }))));
        Assert.Single(both, answer => answer.StatusCode == HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_is_too_long_is_refused_with_its_field()
    {
        using var maker = await studio.MemberAsync();
        var project = await maker.Client.ProjectAsync(await studio.GivenASongAsync(maker.Id));
        await PutAsync(maker, project.Id, "brief", new SaveBrief(1, new Brief { Theme = new string('x', 10_000) })).AsAsync<ProjectView>();
        var tooLong = await PutAsync(maker, project.Id, "brief", new SaveBrief(2, new Brief { Theme = new string('x', 10_001) })).ProblemAsync(HttpStatusCode.BadRequest, "bad-input");
        Assert.Contains("theme", tooLong.Text("field")!, StringComparison.OrdinalIgnoreCase);
        var crowd = Enumerable.Range(0, 25).Select(i => new CastMember(Guid.NewGuid(), CastKind.Person, $"N{i}", "", [])).ToList();
        await PutAsync(maker, project.Id, "cast", new SaveCast(2, crowd)).ProblemAsync(HttpStatusCode.BadRequest, "bad-input");
        await PutAsync(maker, project.Id, "cast", new SaveCast(2, [new CastMember(Guid.NewGuid(), CastKind.Prop, " ", "", [])])).ProblemAsync(HttpStatusCode.BadRequest, "bad-input");
        var plan = await PutAsync(maker, project.Id, "plan", new SavePlan(2, new PlanSettings { Shortest = 5, Longest = 4 })).ProblemAsync(HttpStatusCode.BadRequest, "bad-input");
        Assert.Equal("plan.longest", plan.Text("field"));
        var model = await PutAsync(maker, project.Id, "plan", new SavePlan(2, new PlanSettings { VideoModel = "no-such-model" })).ProblemAsync(HttpStatusCode.BadRequest, "bad-input");
        Assert.Equal("plan.videoModel", model.Text("field"));
    }

    [Fact]
    public async Task Only_pictures_of_ones_own_go_into_a_project()
    {
        using var maker = await studio.MemberAsync();
        using var other = await studio.MemberAsync();
        var project = await maker.Client.ProjectAsync(await studio.GivenASongAsync(maker.Id));
        var theirs = await studio.GivenAPictureAsync(other.Id);
        foreach (var picture in new[] { theirs, Guid.NewGuid(), project.Track.Media.Id })
        {
            var refused = await PutAsync(maker, project.Id, "look", new SaveLook(1, new Look { LogoId = picture })).ProblemAsync(HttpStatusCode.BadRequest, "bad-input");
            Assert.Equal("look", refused.Text("field"));
        }
        Assert.Equal(1, (await maker.Client.ReadProjectAsync(project.Id)).Version);
    }

    [Fact]
    public async Task Pictures_of_a_project_and_of_a_look_are_never_reclaimed_until_it_is_deleted()
    {
        using var maker = await studio.MemberAsync();
        var project = await maker.Client.ProjectAsync(await studio.GivenASongAsync(maker.Id));
        var (used, kit, unused) = (await studio.GivenAPictureAsync(maker.Id), await studio.GivenAPictureAsync(maker.Id), await studio.GivenAPictureAsync(maker.Id));
        await PutAsync(maker, project.Id, "brief", new SaveBrief(1, new Brief { ReferenceIds = [used] })).AsAsync<ProjectView>();
        var look = await maker.Client.PostAsJsonAsync("/api/looks", new SaveLookKit("House", new Look { LogoId = kit }), ClipJson.Options, Ct);
        Assert.Equal(HttpStatusCode.Created, look.StatusCode);

        Assert.Equal([unused], await UnusedAsync(maker.Id));
        await maker.Client.DeleteAsync($"/api/projects/{project.Id}", Ct);
        await maker.Client.DeleteAsync(look.Headers.Location, Ct);
        Assert.Equal(new[] { used, kit, unused }.Order(), (await UnusedAsync(maker.Id)).Order());
    }

    [Fact]
    public async Task A_look_is_kept_under_a_name_and_taken_over_by_any_project()
    {
        using var maker = await studio.MemberAsync();
        var made = await maker.Client.PostAsJsonAsync("/api/looks", new SaveLookKit("Noir", new Look { Style = "film noir" }), ClipJson.Options, Ct).AsAsync<LookKitView>();
        await maker.Client.PutAsJsonAsync($"/api/looks/{made.Id}", new SaveLookKit("Noir 2", new Look { Style = "neo noir" }), ClipJson.Options, Ct).AsAsync<LookKitView>();
        var listed = Assert.Single(await maker.Client.GetAsync("/api/looks", Ct).AsAsync<List<LookKitView>>());
        Assert.Equal(("Noir 2", "neo noir"), (listed.Name, listed.Look.Style));
        using var other = await studio.MemberAsync();
        Assert.Empty(await other.Client.GetAsync("/api/looks", Ct).AsAsync<List<LookKitView>>());
    }

    private async Task<IReadOnlyList<Guid>> UnusedAsync(Guid account)
    {
        await using var session = await studio.Db.ReadAsync(Ct);
        return [.. (await session.UnusedAsync(account, session.Now.AddDays(1))).Select(media => media.Id)];
    }

    private static Task<HttpResponseMessage> PutAsync<T>(SignedIn maker, Guid project, string part, T body) =>
        maker.Client.PutAsJsonAsync($"/api/projects/{project}/{part}", body, ClipJson.Options, Ct);
}

public sealed class SavingAConceptOnSqlite(SqliteWithVenice house) : SavingAConcept(house), IClassFixture<SqliteWithVenice>;

public sealed class SavingAConceptOnPostgres(PostgresWithVenice house) : SavingAConcept(house), IClassFixture<PostgresWithVenice>;
