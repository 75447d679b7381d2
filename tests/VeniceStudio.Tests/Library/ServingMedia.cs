using System.Net;
using VeniceStudio.Server.Library;

namespace VeniceStudio.Tests.Library;

public abstract class ServingMedia(StudioApp studio)
{
    private readonly byte[] _content = LibraryGiven.Bytes(700_001);

    [Fact]
    public async Task A_file_comes_whole_with_its_kind_and_may_be_kept_for_good()
    {
        using var owner = await studio.MemberAsync();
        var media = await studio.GivenMediaAsync(owner.Id, _content);
        using var answer = await owner.Client.GetAsync($"/api/media/{media.Id}", Ct);

        Assert.Equal(_content, await answer.Content.ReadAsByteArrayAsync(Ct));
        Assert.Equal("video/mp4", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal($"\"{media.Sha256}\"", answer.Headers.ETag!.ToString());
        Assert.Equal("private, max-age=31536000, immutable", Header(answer, "Cache-Control"));
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("bytes", Header(answer, "Accept-Ranges"));
        Assert.Null(answer.Content.Headers.ContentDisposition);
    }

    [Theory]
    [InlineData("bytes=0-0", 0, 1)]
    [InlineData("bytes=100000-499999", 100_000, 400_000)]
    [InlineData("bytes=700000-", 700_000, 1)]
    [InlineData("bytes=-5", 699_996, 5)]
    [InlineData("bytes=-9999999", 0, 700_001)]
    [InlineData("bytes=600000-9999999", 600_000, 100_001)]
    public async Task A_range_is_answered_to_the_byte(string range, int start, int length)
    {
        using var owner = await studio.MemberAsync();
        var media = await studio.GivenMediaAsync(owner.Id, _content);
        using var answer = await AskAsync(owner, media, ("Range", range));

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal($"bytes {start}-{start + length - 1}/700001", answer.Content.Headers.ContentRange!.ToString());
        Assert.Equal(length, answer.Content.Headers.ContentLength);
        Assert.Equal(_content[start..(start + length)], await answer.Content.ReadAsByteArrayAsync(Ct));
    }

    [Theory]
    [InlineData("bytes=700001-")]
    [InlineData("bytes=9999999-99999999")]
    [InlineData("bytes=-0")]
    public async Task A_range_that_is_not_there_says_how_long_the_file_is(string range)
    {
        using var owner = await studio.MemberAsync();
        var media = await studio.GivenMediaAsync(owner.Id, _content);
        using var answer = await AskAsync(owner, media, ("Range", range));
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, answer.StatusCode);
        Assert.Equal("bytes */700001", answer.Content.Headers.ContentRange!.ToString());
    }

    [Theory]
    [InlineData("bytes=0-1,5-6")]
    [InlineData("bytes=5-1")]
    [InlineData("lines=1-2")]
    [InlineData("nonsense")]
    public async Task A_range_nobody_understands_gets_the_whole_file(string range)
    {
        using var owner = await studio.MemberAsync();
        var media = await studio.GivenMediaAsync(owner.Id, _content);
        using var answer = await AskAsync(owner, media, ("Range", range));
        Assert.Equal((HttpStatusCode.OK, 700_001L), (answer.StatusCode, answer.Content.Headers.ContentLength));
    }

    [Fact]
    public async Task A_download_goes_on_only_with_the_same_content()
    {
        using var owner = await studio.MemberAsync();
        var media = await studio.GivenMediaAsync(owner.Id, _content);
        using var same = await AskAsync(owner, media, ("Range", "bytes=5-9"), ("If-Range", $"\"{media.Sha256}\""));
        using var other = await AskAsync(owner, media, ("Range", "bytes=5-9"), ("If-Range", "\"another\""));
        using var weak = await AskAsync(owner, media, ("Range", "bytes=5-9"), ("If-Range", $"W/\"{media.Sha256}\""));
        Assert.Equal([HttpStatusCode.PartialContent, HttpStatusCode.OK, HttpStatusCode.OK], [same.StatusCode, other.StatusCode, weak.StatusCode]);
    }

    [Fact]
    public async Task What_the_browser_has_is_not_sent_again()
    {
        using var owner = await studio.MemberAsync();
        var media = await studio.GivenMediaAsync(owner.Id, _content);
        using var known = await AskAsync(owner, media, ("If-None-Match", $"\"x\", \"{media.Sha256}\""));
        using var unknown = await AskAsync(owner, media, ("If-None-Match", "\"x\""));
        Assert.Equal([HttpStatusCode.NotModified, HttpStatusCode.OK], [known.StatusCode, unknown.StatusCode]);
        Assert.Empty(await known.Content.ReadAsByteArrayAsync(Ct));
    }

    [Fact]
    public async Task Asking_for_the_head_sends_no_body()
    {
        using var owner = await studio.MemberAsync();
        var media = await studio.GivenMediaAsync(owner.Id, _content, poster: true);
        foreach (var path in new[] { $"/api/media/{media.Id}", $"/api/media/{media.Id}/poster" })
        {
            using var answer = await owner.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path), Ct);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.True(answer.Content.Headers.ContentLength > 0);
            Assert.NotNull(answer.Headers.ETag);
        }
    }

    [Fact]
    public async Task A_download_is_saved_under_a_safe_name_in_any_script()
    {
        using var owner = await studio.MemberAsync();
        var media = await studio.GivenMediaAsync(owner.Id, _content, name: "../Gondola \"水\"\r\nX: 1\u202Egpj.mp4");
        using var answer = await owner.Client.GetAsync($"/api/media/{media.Id}?download=true", Ct);
        var disposition = answer.Content.Headers.ContentDisposition!;
        Assert.Equal(("attachment", "_Gondola _水_X_ 1gpj.mp4"), (disposition.DispositionType, disposition.FileNameStar!));
        Assert.DoesNotContain("X", answer.Headers.Select(header => header.Key));
    }

    [Fact]
    public async Task A_poster_is_a_JPEG_of_its_own_and_missing_where_none_was_made()
    {
        using var owner = await studio.MemberAsync();
        var with = await studio.GivenMediaAsync(owner.Id, _content, poster: true);
        var without = await studio.GivenMediaAsync(owner.Id, _content);
        using var poster = await owner.Client.GetAsync(with.ToView().PosterUrl, Ct);
        using var none = await owner.Client.GetAsync($"/api/media/{without.Id}/poster", Ct);
        Assert.Equal("image/jpeg", poster.Content.Headers.ContentType!.ToString());
        Assert.NotEqual($"\"{with.Sha256}\"", poster.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        Assert.Null(without.ToView().PosterUrl);
    }

    [Fact]
    public async Task Nobody_gets_a_file_and_another_member_or_owner_does_not_learn_that_it_exists()
    {
        using var member = await studio.MemberAsync();
        using var other = await studio.MemberAsync();
        using var boss = await studio.OwnerAsync();
        using var nobody = studio.NewClient();
        var media = await studio.GivenMediaAsync(member.Id, _content, poster: true);
        foreach (var path in new[] { $"/api/media/{media.Id}", $"/api/media/{media.Id}/poster", $"/api/media/{media.Id}?download=true" })
        {
            Assert.Equal(HttpStatusCode.OK, (await member.Client.GetAsync(path, Ct)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Client.GetAsync(path, Ct)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await boss.Client.GetAsync(path, Ct)).StatusCode);
            Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync(path, Ct)).StatusCode);
        }
    }

    [Fact]
    public async Task A_file_that_vanished_from_the_disk_is_not_found()
    {
        using var owner = await studio.MemberAsync();
        var media = await studio.GivenMediaAsync(owner.Id, _content);
        File.Delete(studio.PathOf(media));
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(owner, media)).StatusCode);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static string Header(HttpResponseMessage answer, string name) => string.Join(", ", answer.Headers.NonValidated[name]);

    private static async Task<HttpResponseMessage> AskAsync(SignedIn who, MediaFile media, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/media/{media.Id}");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await who.Client.SendAsync(request, Ct);
    }
}

public sealed class ServingMediaOnSqlite(SqliteStudio studio) : ServingMedia(studio), IClassFixture<SqliteStudio>;

public sealed class ServingMediaOnPostgres(PostgresStudio studio) : ServingMedia(studio), IClassFixture<PostgresStudio>;
