using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Films;
using VeniceStudio.Server.Library;
using VeniceStudio.Tests.Filming;
using VeniceStudio.Tests.Media.Ffmpeg;

namespace VeniceStudio.Tests.Hardship;

/// <summary>From the approved board to the export, while the real process dies fifty times at moments that nobody chose.</summary>
[Collection("Killing on SQLite while filming")]
public sealed class FilmingUnderKills : IDisposable
{
    private const int Kills = 50, Shots = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly MediaBench bench = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fifty_times_gives_the_film_of_an_undisturbed_studio_and_buys_nothing_twice_by_itself()
    {
        await using var ground = await Ground.LaidAsync(postgres: false, Ct, speed: 30);
        var (project, _, _) = await FilmGiven.LayAsync(ground.Db, new MediaStore(ground.Options), ground.AccountId, bench, Shots);
        // What a kill in the middle of a purchase leaves, whether or not one hits that moment: it was charged, and its answer is lost.
        ground.Venice.World.Faults.Add("video/queue", "queue-cut-charged", times: 1);
        var dice = new Random(20261122);
        for (var kill = 0; kill < Kills; kill++) await LiveAsync(ground, project, TimeSpan.FromMilliseconds(dice.Next(kill % 3 == 0 ? 300 : 1200)));

        var disturbed = await EndAsync(ground, project);
        // Whoever was told that a clip was charged whose answer was lost with its process has had it filmed again.
        var lost = (await ground.ClipsAsync(Ct)).Count(clip => clip.Status == ClipStatus.Failed);
        Assert.NotEqual(0, lost);
        Assert.Equal(Shots + lost, ground.Venice.World.Purchases);
        // The same cut with nothing left of the first try, and nobody to disturb it.
        Directory.Delete(Path.Combine(ground.Folder, "segments"), recursive: true);
        var undisturbed = await EndAsync(ground, project, anew: true);
        Assert.NotEqual(disturbed.Id, undisturbed.Id);
        Assert.Equal(await HashesAsync(ground, disturbed), await HashesAsync(ground, undisturbed));
        Assert.Equal(Shots + lost, ground.Venice.World.Purchases);
    }

    public void Dispose() => bench.Dispose();

    /// <summary>A life that does what is to be done next, until it is killed.</summary>
    private static async Task LiveAsync(Ground ground, Guid project, TimeSpan life)
    {
        using var server = ground.Serve();
        using var client = ground.ClientOf(await server.OpenAsync(Ct));
        using var dying = new CancellationTokenSource();
        var pushing = PushAsync(ground, client, project, dying.Token);
        await Task.Delay(life, Ct);
        await server.KillAsync();
        await dying.CancelAsync();
        await pushing;
    }

    /// <summary>Asks for the clips, then for the film, then for an export, as a page that is opened again and again would.</summary>
    private static async Task PushAsync(Ground ground, HttpClient client, Guid project, CancellationToken ct)
    {
        try
        {
            while (!await StepAsync(ground, client, project, ct)) await Task.Delay(100, ct);
        }
        catch (Exception e) when (e is HttpRequestException or SocketException or OperationCanceledException or IOException or JsonException)
        {
            // The studio died while it answered, or between being called and being asked.
        }
    }

    /// <summary>True once the export is there.</summary>
    private static async Task<bool> StepAsync(Ground ground, HttpClient client, Guid project, CancellationToken ct)
    {
        var exports = (await client.GetFromJsonAsync<List<ExportView>>($"/api/projects/{project}/exports", ClipJson.Options, ct))!;
        if (exports.Count > 0) return exports.Any(export => export.State == ExportState.Done);
        var films = (await client.GetFromJsonAsync<List<FilmView>>($"/api/projects/{project}/films", ClipJson.Options, ct))!;
        if (films.Any(film => film.State == FilmState.Done)) return await AskAsync(client, $"/api/projects/{project}/exports", new { kind = "teaser15" }, ct);
        if (films.Count > 0) return false;
        var takes = (await client.GetFromJsonAsync<List<TakeView>>($"/api/projects/{project}/takes", ClipJson.Options, ct))!;
        if (takes.FirstOrDefault(take => take.Clip!.Status == ClipStatus.Uncertain) is { } doubt) return await DecideAsync(ground, client, takes, doubt, ct);
        var filmed = takes.Where(take => take.Clip!.Status != ClipStatus.Failed).DistinctBy(take => take.ShotId).Count();
        if (filmed < Shots)
            return await AskAsync(
                client, $"/api/projects/{project}/takes", new { scope = takes.Count == 0 ? "missing" : "failed", shownTotal = 10_000_000 }, ct, click: takes.Count);
        return takes.All(take => take.Clip!.Status is ClipStatus.Done or ClipStatus.Failed) && await AskAsync(client, $"/api/projects/{project}/films", new { }, ct);
    }

    /// <summary>A kill hit a purchase: somebody looks at Venice whether it was charged, and says so.</summary>
    private static Task<bool> DecideAsync(Ground ground, HttpClient client, IReadOnlyList<TakeView> takes, TakeView doubt, CancellationToken ct)
    {
        var prompt = doubt.Clip!.Settings.Prompt;
        var known = takes.Count(take => take.Clip!.Settings.Prompt == prompt && take.Clip.Paid > 0);
        var charged = ground.Venice.World.Jobs.Count(job => job.Prompt == prompt) > known;
        return AskAsync(client, $"/api/clips/{doubt.Id}/{(charged ? "charged" : "resend")}", new { }, ct);
    }

    private static async Task<bool> AskAsync(HttpClient client, string path, object body, CancellationToken ct, int click = 0)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", $"click {click} of this test");
        using var answer = await client.SendAsync(request, ct);
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Accepted or HttpStatusCode.ServiceUnavailable, await answer.Content.ReadAsStringAsync(ct));
        return false;
    }

    /// <summary>A quiet life until the export, or another film, is there.</summary>
    private static async Task<FilmView> EndAsync(Ground ground, Guid project, bool anew = false)
    {
        using var server = ground.Serve();
        using var client = ground.ClientOf(await server.OpenAsync(Ct));
        var end = TimeProvider.System.GetUtcNow() + Patience;
        if (anew) (await client.PostAsJsonAsync($"/api/projects/{project}/films", new { }, Ct)).EnsureSuccessStatusCode();
        while (true)
        {
            var films = (await client.GetFromJsonAsync<List<FilmView>>($"/api/projects/{project}/films", ClipJson.Options, Ct))!;
            Assert.DoesNotContain(films, film => film.State == FilmState.Failed);
            if (anew ? films[0].State == FilmState.Done && films.Count > 1 : await StepAsync(ground, client, project, Ct))
            {
                await server.TerminateAsync();
                ground.IsDiscreet(server.Output);
                return films[0];
            }
            Assert.True(TimeProvider.System.GetUtcNow() < end, "The film does not get done.\n" + server.Output);
            await Task.Delay(200, Ct);
        }
    }

    /// <summary>A hash of every frame and of the sound.</summary>
    private async Task<string> HashesAsync(Ground ground, FilmView film)
    {
        await using var session = await ground.Db.ReadAsync(Ct);
        var media = await session.MediaOfAsync(ground.AccountId, film.Media!.Id);
        var said = await ToolRun.ReadAsync(new ToolCall(
            bench.Tools.Ffmpeg, ["-v", "error", "-i", "file:" + new MediaStore(ground.Options).PathOf(media!), "-f", "framemd5", "-"], TimeSpan.FromMinutes(1)), 4 * 1024 * 1024, Ct);
        Assert.Equal(0, said.ExitCode);
        return said.Text;
    }
}
