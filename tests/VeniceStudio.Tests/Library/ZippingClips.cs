using System.IO.Compression;
using System.Net;
using VeniceStudio.Server.Clips;

namespace VeniceStudio.Tests.Library;

public abstract class ZippingClips(StudioApp studio)
{
    [Fact]
    public async Task Chosen_clips_come_whole_under_names_that_differ()
    {
        using var member = await studio.MemberAsync();
        var contents = new[] { LibraryGiven.Bytes(300_000), LibraryGiven.Bytes(200_000), LibraryGiven.Bytes(10) };
        var names = new[] { "take.mp4", "Take.mp4", "../../etc/水.mp4" };
        var clips = new List<Guid>();
        for (var at = 0; at < 3; at++)
        {
            clips.Add(await studio.GivenAClipAsync(member.Id, ClipStatus.Done, (await studio.GivenMediaAsync(member.Id, contents[at], name: names[at])).Id));
        }
        using var answer = await AskAsync(member.Client, clips);

        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.ToString());
        Assert.EndsWith(".zip", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(Ct));
        Assert.Equal(["take.mp4", "Take (2).mp4", "_.._etc_水.mp4"], zip.Entries.Select(entry => entry.FullName));
        Assert.All(zip.Entries.Zip(contents), pair => Assert.Equal(pair.Second, BytesOf(pair.First)));
    }

    [Fact]
    public async Task Only_ones_own_finished_clips_are_in_it()
    {
        using var member = await studio.MemberAsync();
        using var other = await studio.MemberAsync();
        var done = await studio.GivenAClipAsync(member.Id, ClipStatus.Done, (await studio.GivenMediaAsync(member.Id, LibraryGiven.Bytes(100))).Id);
        var working = await studio.GivenAClipAsync(member.Id, ClipStatus.Working);
        var foreign = await studio.GivenAClipAsync(other.Id, ClipStatus.Done, (await studio.GivenMediaAsync(other.Id, LibraryGiven.Bytes(100))).Id);

        using var answer = await AskAsync(member.Client, [done, working, foreign, Guid.NewGuid()]);
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(Ct));
        Assert.Single(zip.Entries);

        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(member.Client, [working, foreign])).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(member.Client, [])).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(member.Client, Enumerable.Range(0, 200).Select(_ => done))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await AskAsync(member.Client, Enumerable.Range(0, 201).Select(_ => done))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(studio.NewClient(), [done])).StatusCode);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Task<HttpResponseMessage> AskAsync(HttpClient client, IEnumerable<Guid> ids) =>
        client.GetAsync("/api/clips/zip?" + string.Join('&', ids.Select(id => $"ids={id}")), Ct);

    private static byte[] BytesOf(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }
}

public sealed class ZippingClipsOnSqlite(SqliteStudio studio) : ZippingClips(studio), IClassFixture<SqliteStudio>;

public sealed class ZippingClipsOnPostgres(PostgresStudio studio) : ZippingClips(studio), IClassFixture<PostgresStudio>;
