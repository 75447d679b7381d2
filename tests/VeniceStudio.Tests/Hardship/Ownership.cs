using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using VeniceStudio.Media.Editing;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Projects;
using VeniceStudio.Server.Storyboard;
using VeniceStudio.Server.Tracks;
using VeniceStudio.Tests.Clips;
using VeniceStudio.Tests.Library;
using VeniceStudio.Tests.Sounds;
using VeniceStudio.Tests.Stills;

namespace VeniceStudio.Tests.Hardship;

/// <summary>
/// What belongs to somebody else is not there: every route that names a thing by its id is tried with a thing that exists. (That
/// nobody gets in without an account, and no member into the owner's routes, EveryRoute says.)
/// </summary>
public abstract partial class Ownership(StudioApp studio)
{
    /// <summary>A body that every deciding route can read, so that a refusal is not one for its shape.</summary>
    private static readonly object Decision = new
    {
        shownEach = 1, termsAndPrivacy = true, legalRight = true, screeningAcknowledged = true, cleanUp = true,
        version = 1, name = "A look", brief = new { }, look = new { }, cast = Array.Empty<object>(), plan = new { }, under = 1,
        all = true, shownTotal = 1, shownMost = 0, shotIds = new[] { Guid.NewGuid() }, sentence = "Make it night.", changes = new[] { new { kind = "lock", shotId = Guid.NewGuid() } },
        scope = "everything", takeId = Guid.NewGuid(), uploadId = Guid.NewGuid(), cut = new { spans = Array.Empty<object>() },
    };

    /// <summary>The same for an agreement, whose version is a provider's word and no number.</summary>
    private static readonly object Agreement = new { mediaId = Guid.NewGuid(), modelId = "seedance", termsAndPrivacy = true, legalRight = true, screeningAcknowledged = true };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_a_clip_is_its_makers_alone_in_every_state()
    {
        using var maker = await studio.MemberAsync("Maker");
        using var other = await studio.MemberAsync("Other");
        var routes = RoutesWithAnId("/api/clips/");
        Assert.NotEmpty(routes);
        foreach (var status in Enum.GetValues<ClipStatus>())
        {
            var clip = await studio.GivenAClipAsync(maker.Id, status, queueId: Guid.NewGuid().ToString());
            var before = await RowOfAsync(clip);
            foreach (var (method, path) in routes) await IsNotThereAsync(other.Client, method, path, clip);
            using var owner = await studio.OwnerAsync();
            foreach (var (method, path) in routes) await IsNotThereAsync(owner.Client, method, path, clip);
            Assert.Equal(before, await RowOfAsync(clip));
        }
    }

    [Fact]
    public async Task Of_music_and_speech_is_its_makers_alone()
    {
        using var maker = await studio.MemberAsync("Maker");
        using var other = await studio.MemberAsync("Other");
        foreach (var status in new[] { ClipStatus.Reserved, ClipStatus.Uncertain, ClipStatus.Done, ClipStatus.Failed })
        {
            var sound = await studio.GivenASoundAsync(maker.Id, status);
            foreach (var (method, path) in RoutesWithAnId("/api/sounds/")) await IsNotThereAsync(other.Client, method, path, sound);
            using var answer = await maker.Client.GetAsync($"/api/sounds/{sound}", Ct);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Of_a_still_is_its_makers_alone()
    {
        using var maker = await studio.MemberAsync("Maker");
        using var other = await studio.MemberAsync("Other");
        using var owner = await studio.OwnerAsync();
        var film = await studio.GivenAFilmAsync(maker.Id, ["a gondola"]);
        foreach (var status in new[] { ClipStatus.Reserved, ClipStatus.Uncertain, ClipStatus.Failed })
        {
            var still = await studio.GivenAStillAsync(maker.Id, film, status);
            foreach (var client in new[] { other.Client, owner.Client })
                foreach (var (method, path) in RoutesWithAnId("/api/stills/")) await IsNotThereAsync(client, method, path, still);
            using var answer = await maker.Client.GetAsync($"/api/stills/{still}", Ct);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Of_a_file_and_of_a_token_is_its_makers_alone()
    {
        using var maker = await studio.MemberAsync("Maker");
        using var other = await studio.MemberAsync("Other");
        var media = await studio.GivenMediaAsync(maker.Id, LibraryGiven.Bytes(2000), poster: true);
        var token = (await maker.Client.PostAsync("/api/tokens", new { name = "a script" }).OkAsync()).GetProperty("token").GetProperty("id").GetGuid();
        foreach (var (method, path) in RoutesWithAnId("/api/media/")) await IsNotThereAsync(other.Client, method, path, media.Id);
        foreach (var (method, path) in RoutesWithAnId("/api/tokens/")) await IsNotThereAsync(other.Client, method, path, token);
        await maker.Client.GetAsync($"/api/media/{media.Id}", Ct).ContinueWith(async answer => Assert.Equal(HttpStatusCode.OK, (await answer).StatusCode), Ct).Unwrap();
        Assert.Single((await maker.Client.GetAsync("/api/tokens", Ct).OkAsync()).EnumerateArray());
    }

    [Fact]
    public async Task Of_a_song_and_of_an_upload_is_its_makers_alone()
    {
        using var maker = await studio.MemberAsync("Maker");
        using var other = await studio.MemberAsync("Other");
        using var owner = await studio.OwnerAsync();
        var upload = (await maker.Client.PostAsync("/api/uploads", new { name = "song.mp3", bytes = 1000 }).OkAsync()).GetProperty("id").GetGuid();
        var song = await GivenASongAsync(maker.Id);
        foreach (var client in new[] { other.Client, owner.Client })
        {
            foreach (var (method, path) in RoutesWithAnId("/api/tracks/")) await IsNotThereAsync(client, method, path, song);
            foreach (var (method, path) in RoutesWithAnId("/api/uploads/")) await IsNotThereAsync(client, method, path, upload);
            // Nor does anybody get a song out of somebody else's upload.
            Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync("/api/tracks", new { uploadId = upload })).StatusCode);
        }
        Assert.DoesNotContain(song.ToString(), await other.Client.GetStringAsync("/api/tracks", Ct), StringComparison.Ordinal);
        Assert.Single((await maker.Client.GetAsync("/api/tracks", Ct).OkAsync()).GetProperty("items").EnumerateArray());
        Assert.Equal(0, (await maker.Client.GetAsync($"/api/uploads/{upload}", Ct).OkAsync()).GetProperty("received").GetInt64());
    }

    [Fact]
    public async Task Of_a_project_its_board_and_a_look_is_its_makers_alone()
    {
        using var maker = await studio.MemberAsync("Maker");
        using var other = await studio.MemberAsync("Other");
        using var owner = await studio.OwnerAsync();
        var project = await GivenAProjectAsync(maker.Id);
        var look = (await maker.Client.PostAsync("/api/looks", new { name = "Noir", look = new { } }).OkAsync()).GetProperty("id").GetGuid();
        foreach (var client in new[] { other.Client, owner.Client })
        {
            foreach (var (method, path) in RoutesWithAnId("/api/projects/")) await IsNotThereAsync(client, method, path, project);
            foreach (var (method, path) in RoutesWithAnId("/api/looks/")) await IsNotThereAsync(client, method, path, look);
        }
        Assert.DoesNotContain(project.ToString(), await other.Client.GetStringAsync("/api/projects", Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await maker.Client.GetAsync($"/api/projects/{project}/board", Ct)).StatusCode);
        Assert.Single((await maker.Client.GetAsync("/api/looks", Ct).OkAsync()).EnumerateArray());
    }

    [Fact]
    public async Task Of_a_film_and_of_an_export_is_its_makers_alone()
    {
        using var maker = await studio.MemberAsync("Maker");
        using var other = await studio.MemberAsync("Other");
        using var owner = await studio.OwnerAsync();
        var project = await GivenAProjectAsync(maker.Id);
        var row = new { Film = Guid.NewGuid(), Export = Guid.NewGuid(), project, account = maker.Id, Now = studio.Clock.GetUtcNow() };
        await using (var session = await studio.Db.BeginAsync(Ct))
        {
            await session.ExecuteAsync(
                "INSERT INTO films (id, project_id, account_id, number, state, board_version, cut, plan_hash, total_frames, created_at) VALUES (@Film, @project, @account, 1, 5, 1, '{}', 'x', 9, @Now)", row);
            await session.ExecuteAsync(
                "INSERT INTO exports (id, project_id, account_id, kind, settings, state, name, mime_type, created_at) VALUES (@Export, @project, @account, 13, '{}', 4, 'a.srt', 'text/plain', @Now)", row);
            await session.CommitAsync();
        }
        foreach (var client in new[] { other.Client, owner.Client })
        {
            foreach (var (method, path) in RoutesWithAnId("/api/films/")) await IsNotThereAsync(client, method, path, row.Film);
            foreach (var (method, path) in RoutesWithAnId("/api/exports/")) await IsNotThereAsync(client, method, path, row.Export);
        }
        Assert.DoesNotContain(row.Export.ToString(), await other.Client.GetStringAsync("/api/exports", Ct), StringComparison.Ordinal);
        Assert.Single((await maker.Client.GetAsync("/api/exports", Ct).OkAsync()).EnumerateArray());
        Assert.Equal("failed", (await maker.Client.GetAsync($"/api/films/{row.Film}", Ct).OkAsync()).Text("state"));
    }

    [Fact]
    public async Task Covers_every_route_that_names_a_thing()
    {
        string[] tried = ["/api/clips/", "/api/exports/", "/api/films/", "/api/looks/", "/api/media/", "/api/projects/", "/api/sounds/", "/api/stills/", "/api/tokens/", "/api/tracks/", "/api/uploads/"];
        // Only owners come here, whatever the id.
        string[] owners = ["/api/members/", "/api/invitations/"];
        Assert.All(RoutesWithAnId("/"), route => Assert.Contains(tried.Concat(owners), prefix => route.Path.StartsWith(prefix, StringComparison.Ordinal)));
        using var other = await studio.MemberAsync();
        foreach (var (method, path) in owners.SelectMany(RoutesWithAnId))
        {
            using var answer = await SendAsync(other.Client, method, path, other.Id);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Holds_where_an_id_stands_in_a_list_or_a_body()
    {
        using var maker = await studio.MemberAsync("Maker");
        using var other = await studio.MemberAsync("Other");
        var media = await studio.GivenMediaAsync(maker.Id, LibraryGiven.Bytes(2000));
        var queueId = Guid.NewGuid().ToString();
        var clip = await studio.GivenAClipAsync(maker.Id, ClipStatus.Done, media.Id, queueId);

        Assert.Equal(HttpStatusCode.NotFound, (await other.Client.GetAsync($"/api/clips/zip?ids={clip}", Ct)).StatusCode);
        Assert.DoesNotContain(clip.ToString(), await other.Client.GetStringAsync("/api/clips", Ct), StringComparison.Ordinal);
        foreach (var route in new[] { "retrieve", "complete" })
        {
            using var answer = await other.Client.PostAsync($"/api/video/{route}", new { model = "wan", queue_id = queueId });
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    /// <summary>A song that was heard long ago: no loop of this studio finds work in it.</summary>
    private async Task<Guid> GivenASongAsync(Guid account)
    {
        var media = await studio.GivenMediaAsync(account, LibraryGiven.Bytes(2000), MediaKind.Audio, "song.mp3", poster: true);
        await using var session = await studio.Db.BeginAsync(Ct);
        var track = Track.New(account, media.Id, media.Sha256, TrackSource.Upload, "A song", null, 60, session.Now);
        Assert.True(await session.InsertTrackAsync(track));
        await session.ExecuteAsync("UPDATE tracks SET due_at = NULL, state = 3 WHERE id = @Id", new { track.Id });
        await session.CommitAsync();
        return track.Id;
    }

    private async Task<Guid> GivenAProjectAsync(Guid account)
    {
        var song = await GivenASongAsync(account);
        await using var session = await studio.Db.BeginAsync(Ct);
        var project = Project.New(account, song, "A film", session.Now);
        await session.InsertProjectAsync(project);
        await session.AddBoardAsync(project, new Board(60, new FrameRate(24, 1), [new Shot { Id = Guid.NewGuid(), Start = 0 }]), "Storyboard made", account);
        await session.CommitAsync();
        return project.Id;
    }

    private async Task IsNotThereAsync(HttpClient client, string method, string path, Guid id)
    {
        using var answer = await SendAsync(client, method, path, id);
        Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{method} {path} answered {answer.StatusCode} to somebody else.");
        using var nobody = studio.NewClient();
        using var refused = await SendAsync(nobody, method, path, id);
        Assert.True(refused.StatusCode == HttpStatusCode.Unauthorized, $"{method} {path} answered {refused.StatusCode} to nobody.");
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string method, string path, Guid id)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), IdParameter().Replace(path, id.ToString()));
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        if (method is not ("GET" or "HEAD" or "DELETE")) request.Content = JsonContent.Create(path.EndsWith("/consents", StringComparison.Ordinal) ? Agreement : Decision);
        return await client.SendAsync(request, Ct);
    }

    private List<(string Method, string Path)> RoutesWithAnId(string prefix) =>
    [
        .. from endpoint in studio.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Distinct()
           let path = "/" + endpoint.RoutePattern.RawText!.Trim('/')
           where IdParameter().IsMatch(path) && path.StartsWith(prefix, StringComparison.Ordinal)
           from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods
           select (method, path),
    ];

    private async Task<string> RowOfAsync(Guid clip)
    {
        await using var session = await studio.Db.ReadAsync(Ct);
        var row = await session.OneAsync<Clip>("SELECT * FROM clips WHERE id = @clip", new { clip });
        return System.Text.Json.JsonSerializer.Serialize(row);
    }

    [GeneratedRegex(@"\{\w*:guid\}")]
    private static partial Regex IdParameter();
}

public sealed class OwnershipOnSqlite(SqliteStudio studio) : Ownership(studio), IClassFixture<SqliteStudio>;

public sealed class OwnershipOnPostgres(PostgresStudio studio) : Ownership(studio), IClassFixture<PostgresStudio>;
