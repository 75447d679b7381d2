using System.Net;
using Microsoft.Extensions.DependencyInjection;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Library;
using VeniceStudio.Tests.Library;

namespace VeniceStudio.Tests.Tracks;

public abstract class UploadingInPieces(StudioApp studio)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private ResumableUploads Uploads => studio.Services.GetRequiredService<ResumableUploads>();

    [Fact]
    public async Task A_piece_that_tears_counts_as_far_as_it_came_and_the_rest_follows()
    {
        using var person = await studio.MemberAsync();
        var content = LibraryGiven.Bytes(700_000);
        var upload = await person.Client.PostAsync("/api/uploads", new { name = "song.mp3", bytes = content.Length }).OkAsync();
        var id = upload.GetProperty("id").GetGuid();
        var member = new Member(person.Id, "Somebody", MemberRole.Member);

        await Assert.ThrowsAsync<IOException>(() => Uploads.TakeAsync(member, id, 0, new TornStream(content[..300_000]), Ct));
        var now = await person.Client.GetAsync($"/api/uploads/{id}", Ct).OkAsync();
        Assert.Equal(300_000, now.GetProperty("received").GetInt64());

        await person.Client.SendPieceAsync(id, 300_000, content.AsMemory(300_000)).OkAsync();
        Assert.Equal(content, await File.ReadAllBytesAsync(Uploads.PathOf(id), Ct));
    }

    [Fact]
    public async Task A_piece_for_another_place_is_told_where_the_upload_stands()
    {
        using var person = await studio.MemberAsync();
        var id = (await person.Client.PostAsync("/api/uploads", new { name = "song.mp3", bytes = 1000 }).OkAsync()).GetProperty("id").GetGuid();
        await person.Client.SendPieceAsync(id, 0, new byte[400]).OkAsync();
        foreach (var wrong in new[] { 0, 399, 500 })
        {
            var problem = await person.Client.SendPieceAsync(id, wrong, new byte[100]).ProblemAsync(HttpStatusCode.Conflict, "stale");
            Assert.Equal(400, problem.GetProperty("received").GetInt64());
        }
        await person.Client.SendPieceAsync(id, 400, new byte[601]).ProblemAsync(HttpStatusCode.BadRequest, "bad-input");
        Assert.Equal(400, (await person.Client.GetAsync($"/api/uploads/{id}", Ct).OkAsync()).GetProperty("received").GetInt64());
    }

    [Fact]
    public async Task What_is_too_large_or_nothing_is_refused_before_a_byte_is_sent()
    {
        using var person = await studio.MemberAsync();
        var problem = await person.Client.PostAsync("/api/uploads", new { name = "long.wav", bytes = 201L * 1024 * 1024 }).ProblemAsync(HttpStatusCode.RequestEntityTooLarge, "too-large");
        Assert.Contains("200 MB", problem.Text("detail"), StringComparison.Ordinal);
        await person.Client.PostAsync("/api/uploads", new { name = "nothing.wav", bytes = 0 }).ProblemAsync(HttpStatusCode.BadRequest, "bad-input");
        var id = (await person.Client.PostAsync("/api/uploads", new { name = "song.wav", bytes = 20_000_000 }).OkAsync()).GetProperty("id").GetGuid();
        using var refused = await person.Client.SendPieceAsync(id, 0, new byte[9 * 1024 * 1024]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
    }

    [Fact]
    public async Task An_upload_that_is_dropped_or_forgotten_for_a_day_leaves_nothing()
    {
        using var person = await studio.MemberAsync();
        // What other tests began in this studio is not counted.
        studio.Clock.Advance(ResumableUploads.Patience + TimeSpan.FromMinutes(1));
        await Uploads.SweepAsync(Ct);
        var (dropped, forgotten, young) = (await BegunAsync(), await BegunAsync(), Guid.Empty);
        await person.Client.DeleteAsync($"/api/uploads/{dropped}", Ct).NoContentAsync();
        studio.Clock.Advance(ResumableUploads.Patience + TimeSpan.FromMinutes(1));
        young = await BegunAsync();
        Assert.Equal(1, await Uploads.SweepAsync(Ct));
        Assert.Equal([false, false, true], new[] { dropped, forgotten, young }.Select(id => File.Exists(Uploads.PathOf(id))));
        Assert.Equal(HttpStatusCode.NotFound, (await person.Client.GetAsync($"/api/uploads/{forgotten}", Ct)).StatusCode);

        async Task<Guid> BegunAsync()
        {
            var id = (await person.Client.PostAsync("/api/uploads", new { name = "song.mp3", bytes = 1000 }).OkAsync()).GetProperty("id").GetGuid();
            await person.Client.SendPieceAsync(id, 0, new byte[400]).OkAsync();
            return id;
        }
    }

    /// <summary>Gives its bytes and then breaks, as a connection does.</summary>
    private sealed class TornStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is > 0 and var read ? read : throw new IOException("The connection was reset.");
    }
}

public sealed class UploadingInPiecesOnSqlite(QuietSqlite studio) : UploadingInPieces(studio), IClassFixture<QuietSqlite>;

public sealed class UploadingInPiecesOnPostgres(QuietPostgres studio) : UploadingInPieces(studio), IClassFixture<QuietPostgres>;
