using System.Net;
using System.Net.Http.Json;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Projects;
using VeniceStudio.Tests.Clips;
using VeniceStudio.Tests.Tracks;

namespace VeniceStudio.Tests.Projects;

public abstract class AgreeingToFaces(IStudioWithVenice house)
{
    private const string Model = "seedance-2-0-image-to-video";
    private readonly StudioApp studio = house.Studio;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task T27_A_face_is_asked_about_and_who_agreed_when_and_for_which_file_is_kept()
    {
        using var maker = await studio.MemberAsync("Bruna");
        var project = await maker.Client.ProjectAsync(await studio.GivenASongAsync(maker.Id));
        var (face, place) = (await studio.GivenAPictureAsync(maker.Id), await studio.GivenAPictureAsync(maker.Id));
        var cast = new[] { new CastMember(Guid.NewGuid(), CastKind.Person, "Singer", "", [face]), new CastMember(Guid.NewGuid(), CastKind.Place, "Square", "", [place]) };
        await maker.Client.PutAsJsonAsync($"/api/projects/{project.Id}/cast", new SaveCast(1, cast), ClipJson.Options, Ct).OkAsync();

        var asked = (await ReadAsync(maker, project.Id)).Asked!;
        Assert.Equal([face], asked.MediaIds);
        Assert.Equal(3, asked.Statements.Count);
        Assert.Null(asked.PolicyText);

        await AgreeAsync(maker, project.Id, face, legalRight: false).ProblemAsync(HttpStatusCode.BadRequest, "bad-input");
        Assert.Equal(0, await studio.CountAsync("consents", $"project_id = '{project.Id}'"));
        var record = await AgreeAsync(maker, project.Id, face, legalRight: true).AsAsync<ConsentRecordView>();
        Assert.Equal((face, Model, "seedance", "Bruna"), (record.MediaId, record.ModelId, record.Flow, record.AgreedBy));
        Assert.Equal(studio.Clock.GetUtcNow().ToUnixTimeMilliseconds(), record.AgreedAt.ToUnixTimeMilliseconds());
        var after = await ReadAsync(maker, project.Id);
        Assert.Null(after.Asked);
        Assert.Single(after.Given);
    }

    [Fact]
    public async Task Nobody_agrees_for_a_picture_of_somebody_else_or_for_a_model_that_does_not_ask()
    {
        using var maker = await studio.MemberAsync();
        using var other = await studio.MemberAsync();
        var project = await maker.Client.ProjectAsync(await studio.GivenASongAsync(maker.Id));
        await AgreeAsync(maker, project.Id, await studio.GivenAPictureAsync(other.Id), true).ProblemAsync(HttpStatusCode.BadRequest, "bad-input");
        await AgreeAsync(maker, project.Id, await studio.GivenAPictureAsync(maker.Id), true, "lagoon-2-image-to-video").ProblemAsync(HttpStatusCode.BadRequest, "bad-input");
    }

    private static Task<ProjectConsentsView> ReadAsync(SignedIn maker, Guid project) =>
        maker.Client.GetAsync($"/api/projects/{project}/consents?model={Model}", Ct).AsAsync<ProjectConsentsView>();

    private static Task<HttpResponseMessage> AgreeAsync(SignedIn maker, Guid project, Guid media, bool legalRight, string model = Model) =>
        maker.Client.PostAsJsonAsync($"/api/projects/{project}/consents", new RecordConsent(media, model, null, true, legalRight, true), ClipJson.Options, Ct);
}

public sealed class AgreeingToFacesOnSqlite(SqliteWithVenice house) : AgreeingToFaces(house), IClassFixture<SqliteWithVenice>;

public sealed class AgreeingToFacesOnPostgres(PostgresWithVenice house) : AgreeingToFaces(house), IClassFixture<PostgresWithVenice>;
