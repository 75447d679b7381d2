using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using VeniceStudio.Server.Clips;
using VeniceStudio.Tests.Library;

namespace VeniceStudio.Tests.Passthrough;

public abstract class AnsweringForKnownVideos(IStudioWithAnUpstream with)
{
    private readonly StudioApp _studio = with.Studio;

    [Fact]
    public async Task One_in_the_making_is_told_from_its_row_without_asking_Venice()
    {
        using var member = await _studio.MemberAsync();
        var (id, clip) = await GivenAsync(member, ClipStatus.Working);
        await using (var session = await _studio.Db.BeginAsync(Ct))
        {
            await session.ExecuteAsync("UPDATE clips SET average_ms = 145000, elapsed_ms = 50000, observed_at = @Now WHERE id = @clip", new { session.Now, clip });
            await session.CommitAsync();
        }
        _studio.Clock.Advance(TimeSpan.FromSeconds(3));
        var answer = await AskAsync(member, "retrieve", id);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.Equal(("PROCESSING", 145_000, 53_000),
            (json.GetProperty("status").GetString(), json.GetProperty("average_execution_time").GetInt32(), json.GetProperty("execution_duration").GetInt32()));
        Assert.DoesNotContain(with.Venice.Requests, heard => heard.Body.Contains(id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_finished_one_comes_from_the_library()
    {
        using var member = await _studio.MemberAsync();
        var content = LibraryGiven.Bytes(400_000);
        var (id, _) = await GivenAsync(member, ClipStatus.Done, (await _studio.GivenMediaAsync(member.Id, content)).Id);
        var answer = await AskAsync(member, "retrieve", id);
        Assert.Equal("video/mp4", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(content, await answer.Content.ReadAsByteArrayAsync(Ct));
    }

    [Fact]
    public async Task A_refused_one_says_so_as_Venice_would()
    {
        using var member = await _studio.MemberAsync();
        var (refused, clip) = await GivenAsync(member, ClipStatus.Failed);
        await using (var session = await _studio.Db.BeginAsync(Ct))
        {
            await session.ExecuteAsync(
                "UPDATE clips SET failure_kind = 'Refused', sentence = 'The provider refused it.', refunded = TRUE, recommended_model = 'wan-2' WHERE id = @clip", new { clip });
            await session.CommitAsync();
        }
        var answer = await AskAsync(member, "retrieve", refused);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var error = (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("error");
        Assert.Equal(("The provider refused it.", "provider_content_policy", "wan-2", true),
            (error.GetProperty("message").GetString(), error.GetProperty("type").GetString(), error.GetProperty("recommended_model").GetString(), error.GetProperty("credits_refunded").GetBoolean()));

        var (failed, _) = await GivenAsync(member, ClipStatus.Failed);
        var flat = await AskAsync(member, "retrieve", failed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, flat.StatusCode);
        Assert.Equal(JsonValueKind.String, (await flat.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("error").ValueKind);
    }

    [Fact]
    public async Task Another_member_and_even_an_owner_is_told_that_there_is_nothing()
    {
        using var member = await _studio.MemberAsync();
        var (id, clip) = await GivenAsync(member, ClipStatus.Done, (await _studio.GivenMediaAsync(member.Id, LibraryGiven.Bytes(10))).Id);
        foreach (var other in new[] { await _studio.MemberAsync(), await _studio.OwnerAsync() })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(other, "retrieve", id)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(other, "complete", id)).StatusCode);
            other.Dispose();
        }
        Assert.False(await WantsCleaningAsync(clip));
        Assert.DoesNotContain(with.Venice.Requests, heard => heard.Body.Contains(id, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("complete", false)]
    [InlineData("retrieve", true)]
    public async Task Cleaning_up_is_noted_and_never_done_before_the_file_is_safe(string route, bool thenDelete)
    {
        using var member = await _studio.MemberAsync();
        var (id, clip) = await GivenAsync(member, ClipStatus.Done, (await _studio.GivenMediaAsync(member.Id, LibraryGiven.Bytes(10))).Id);
        var answer = await AskAsync(member, route, id, thenDelete);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        if (route == "complete") Assert.Equal("""{"success":true}""", await answer.Content.ReadAsStringAsync(Ct));
        Assert.True(await WantsCleaningAsync(clip));
        Assert.DoesNotContain(with.Venice.Requests, heard => heard.Body.Contains(id, StringComparison.Ordinal));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private async Task<(string QueueId, Guid Clip)> GivenAsync(SignedIn who, ClipStatus status, Guid? mediaId = null)
    {
        var id = Guid.NewGuid().ToString();
        return (id, await _studio.GivenAClipAsync(who.Id, status, mediaId, id));
    }

    private async Task<bool> WantsCleaningAsync(Guid clip)
    {
        await using var session = await _studio.Db.ReadAsync(Ct);
        return await session.OneAsync<bool>("SELECT clean_up FROM clips WHERE id = @clip", new { clip });
    }

    private static Task<HttpResponseMessage> AskAsync(SignedIn who, string route, string queueId, bool thenDelete = false) => who.Client.PostAsJsonAsync(
        $"/api/video/{route}", new Dictionary<string, object> { ["model"] = "wan", ["queue_id"] = queueId, ["delete_media_on_completion"] = thenDelete }, Ct);
}

public sealed class AnsweringForKnownVideosOnSqlite(SqliteWithAnUpstream studio) : AnsweringForKnownVideos(studio), IClassFixture<SqliteWithAnUpstream>;

public sealed class AnsweringForKnownVideosOnPostgres(PostgresWithAnUpstream studio) : AnsweringForKnownVideos(studio), IClassFixture<PostgresWithAnUpstream>;
