using System.Net.Http.Json;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Films;
using VeniceStudio.Server.Library;
using VeniceStudio.Tests.Hardship;
using VeniceStudio.Tests.Media.Ffmpeg;
using VeniceStudio.Tests.Tracks;

namespace VeniceStudio.Tests.Filming;

public sealed class OpeningAnArchiveTwice(MediaBench bench) : IClassFixture<MediaBench>
{
    private const int Rounds = 4;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task At_once_by_two_processes_gives_one_project_with_one_song_and_no_file_too_many()
    {
        await using var ground = await Ground.LaidAsync(postgres: true, Ct);
        var store = new MediaStore(ground.Options);
        var (project, _, _) = await FilmGiven.LayAsync(ground.Db, store, ground.AccountId, bench, 3, (shot, _) => shot with { MovingStill = true });
        using var first = ground.Serve();
        using var second = ground.Serve();
        using var maker = ground.ClientOf(await first.OpenAsync(Ct));
        var archive = await ArchiveOfAsync(maker, project);

        for (var round = 0; round < Rounds; round++)
        {
            var account = await SomebodyAsync(ground, round);
            using var here = ClientOf(await first.OpenAsync(Ct), account.Token);
            using var there = ClientOf(await second.OpenAsync(Ct), account.Token);
            var upload = await here.UploadAsync(archive, "project.zip");
            var opened = await Task.WhenAll(OpenAsync(here, upload), OpenAsync(there, upload), OpenAsync(here, upload), OpenAsync(there, upload));
            Assert.Single(opened.Distinct());

            await using var session = await ground.Db.ReadAsync(Ct);
            var mine = new { account.Id };
            Assert.Equal(1, await session.OneAsync<long>("SELECT COUNT(*) FROM projects WHERE account_id = @Id", mine));
            Assert.Equal(1, await session.OneAsync<long>("SELECT COUNT(*) FROM tracks WHERE account_id = @Id", mine));
            // The song and three stills; whoever came second has taken its own copies away.
            var files = await session.ListAsync<Guid>("SELECT id FROM media WHERE account_id = @Id AND deleted_at IS NULL", mine);
            Assert.Equal(4, files.Count);
        }
        await using var last = await ground.Db.ReadAsync(Ct);
        var known = (await last.ListAsync<Guid>("SELECT id FROM media WHERE deleted_at IS NULL")).ToHashSet();
        Assert.All(store.Files(), path => Assert.Contains(MediaStore.IdOf(path)!.Value, known));
    }

    private static async Task<byte[]> ArchiveOfAsync(HttpClient maker, Guid project)
    {
        await maker.PostAsync($"/api/projects/{project}/exports", new { kind = "archive" }).OkAsync();
        while (true)
        {
            var export = (await maker.GetFromJsonAsync<List<ExportView>>($"/api/projects/{project}/exports", ClipJson.Options, Ct))![0];
            if (export.State == ExportState.Done) return await maker.GetByteArrayAsync(export.Url, Ct);
            Assert.True(export.State is ExportState.Waiting or ExportState.Making, export.Failure?.Sentence);
            await Task.Delay(50, Ct);
        }
    }

    private static async Task<Guid> OpenAsync(HttpClient client, Guid upload) =>
        (await client.PostAsync("/api/projects/import", new { uploadId = upload }).OkAsync()).GetProperty("id").GetGuid();

    /// <summary>Each round opens it for somebody who has not even the song.</summary>
    private static async Task<(Guid Id, string Token)> SomebodyAsync(Ground ground, int round)
    {
        var token = Secret.New(Secret.TokenPrefix);
        await using var session = await ground.Db.BeginAsync(Ct);
        var account = Account.New($"somebody-{round}@example.com", "Somebody", MemberRole.Member, null, session.Now);
        await session.InsertAsync(account);
        await session.InsertAsync(ScriptToken.New(account.Id, "a script", token, session.Now));
        await session.CommitAsync();
        return (account.Id, token);
    }

    private static HttpClient ClientOf(Uri address, string token)
    {
        var client = new HttpClient { BaseAddress = address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return client;
    }
}
