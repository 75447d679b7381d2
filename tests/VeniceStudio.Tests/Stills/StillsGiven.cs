using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using VeniceStudio.Media.Editing;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Orders;
using VeniceStudio.Server.Projects;
using VeniceStudio.Server.Storyboard;
using VeniceStudio.Server.Storyboard.Stills;
using VeniceStudio.Server.Tracks;
using VeniceStudio.Server.Work;
using VeniceStudio.Tests.Clips;
using VeniceStudio.Tests.Library;

namespace VeniceStudio.Tests.Stills;

/// <summary>Films with shots that wait for their stills, and what a person does with them over HTTP.</summary>
internal static class StillsGiven
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A project whose board has these pictures in words, one shot each.</summary>
    public static async Task<FilmGiven> GivenAFilmAsync(
        this StudioApp studio, Guid account, IReadOnlyList<string> pictures, Func<ProjectDocs, ProjectDocs>? docs = null, Func<Shot, int, Shot>? shape = null)
    {
        var song = await studio.GivenMediaAsync(account, LibraryGiven.Bytes(2000), MediaKind.Audio, "song.mp3");
        await using var session = await studio.Db.BeginAsync(Ct);
        var track = Track.New(account, song.Id, song.Sha256, TrackSource.Upload, "A song", null, 60, session.Now);
        Assert.True(await session.InsertTrackAsync(track));
        await session.ExecuteAsync("UPDATE tracks SET due_at = NULL, state = 3 WHERE id = @Id", new { track.Id });
        var project = Project.New(account, track.Id, "A film", session.Now);
        await session.InsertProjectAsync(project);
        var said = (docs ?? (same => same))(project.Read());
        Assert.True(await session.KeepMediaAsync(project.Id, account, said.MediaIds));
        Assert.True(await session.KeepDocsAsync(project.Id, project.Version, said));
        var shots = pictures.Select((picture, index) => (shape ?? ((shot, _) => shot))(new Shot
        {
            Id = Guid.CreateVersion7(), Start = index * 2, Words = ShotWords.None with { Picture = picture }, WrittenBy = WrittenBy.Creator,
        }, index)).ToList();
        await session.AddBoardAsync((await session.HoldProjectAsync(project.Id))!, new Board(60, new FrameRate(24, 1), shots), "The board", account);
        await session.CommitAsync();
        return new FilmGiven(project.Id, [.. shots.Select(shot => shot.Id)]);
    }

    /// <summary>A picture of the library that ffmpeg drew, 640 × 480.</summary>
    public static async Task<Guid> GivenAPictureAsync(this StudioApp studio, Guid account)
    {
        var media = await studio.GivenMediaAsync(account, await Pictures.FaceAsync(), MediaKind.Image, "singer.png");
        await using var session = await studio.Db.BeginAsync(Ct);
        await session.ExecuteAsync("UPDATE media SET width = 640, height = 480 WHERE id = @Id", new { media.Id });
        await session.CommitAsync();
        return media.Id;
    }

    /// <summary>An order as the work loop would leave it.</summary>
    public static async Task<Guid> GivenAStillAsync(this StudioApp studio, Guid account, FilmGiven film, ClipStatus status)
    {
        await using var session = await studio.Db.BeginAsync(Ct);
        var line = LedgerLine.For(account, OrderKind.Picture, "fresco-turbo", null, null, 1, session.Now, film.Id);
        await session.InsertLineAsync(line);
        var place = new NewOrder(Guid.CreateVersion7(), Guid.CreateVersion7(), line, await session.SettingsAsync());
        var settings = new StillSettings { Purpose = StillPurpose.Shot, Way = StillWay.Draw, Model = "fresco-turbo", Prompt = "a gondola" };
        await session.InsertStillAsync(Still.Ordered(account, film.Id, place, new StillPiece(film.Shots[0], null, settings, "Fresco Turbo", 1), null, session.Now));
        await session.ExecuteAsync("UPDATE stills SET status = @status, due_at = NULL WHERE id = @Id", new { status = (int)status, place.Id });
        await session.CommitAsync();
        return place.Id;
    }

    public static async Task<HttpResponseMessage> PostStillsAsync(this HttpClient client, Guid project, object body, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/projects/{project}/stills") { Content = JsonContent.Create(body) };
        request.Headers.Add(Idempotency.Header, key ?? Guid.NewGuid().ToString());
        return await client.SendAsync(request, Ct);
    }

    public static async Task<IReadOnlyList<StillView>> OrderStillsAsync(this HttpClient client, Guid project, object body)
    {
        using var answer = await client.PostStillsAsync(project, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Ct));
        return (await answer.Content.ReadFromJsonAsync<List<StillView>>(ClipJson.Options, Ct))!;
    }

    public static async Task<IReadOnlyList<StillView>> StillsOfAsync(this HttpClient client, Guid project) =>
        (await client.GetFromJsonAsync<List<StillView>>($"/api/projects/{project}/stills", ClipJson.Options, Ct))!;

    public static async Task<StillView> DecideStillAsync(this HttpClient client, Guid id, string what, object? body = null)
    {
        using var answer = await client.PostAsJsonAsync($"/api/stills/{id}/{what}", body ?? new { }, Ct);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Ct));
        return (await answer.Content.ReadFromJsonAsync<StillView>(ClipJson.Options, Ct))!;
    }

    public static async Task<StillQuoteView> QuoteStillsAsync(this HttpClient client, Guid project, object body)
    {
        using var answer = await client.PostAsJsonAsync($"/api/projects/{project}/stills/quote", body, Ct);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Ct));
        return (await answer.Content.ReadFromJsonAsync<StillQuoteView>(ClipJson.Options, Ct))!;
    }

    public static async Task<Board> BoardAsync(this StudioApp studio, Guid project)
    {
        await using var session = await studio.Db.ReadAsync(Ct);
        return (await BoardDesk.ReadAsync(session, project))!;
    }

    public static Task ChangeBoardAsync(this StudioApp studio, Guid project, Func<Board, Board> change) =>
        studio.Services.GetRequiredService<BoardDesk>().ChangeAsync(project, null, "A test", change, Ct);

    public static async Task<LedgerLine> LineOfStillAsync(this StudioApp studio, Guid still)
    {
        await using var session = await studio.Db.ReadAsync(Ct);
        return (await session.OneAsync<LedgerLine>("SELECT ledger.* FROM ledger JOIN stills ON stills.ledger_id = ledger.id WHERE stills.id = @still", new { still }))!;
    }

    /// <summary>Does every step that falls due within a stretch of time, and says how long that was by the studio's clock.</summary>
    public static async Task<TimeSpan> RunStillsAsync(this StudioApp studio, TimeSpan? within = null)
    {
        var worker = studio.Services.GetRequiredService<PipelineWorker<Still>>();
        var pipeline = studio.Services.GetRequiredService<IPipeline<Still>>();
        var start = studio.Clock.GetUtcNow();
        while (true)
        {
            await worker.RunDueAsync(Ct);
            if (await pipeline.NextDueAsync(Ct) is not { } due || due > start + (within ?? TimeSpan.FromDays(1))) return studio.Clock.GetUtcNow() - start;
            if (due > studio.Clock.GetUtcNow()) studio.Clock.Advance(due - studio.Clock.GetUtcNow());
            await studio.Services.GetRequiredService<VeniceWatch>().LookAsync(Ct);
        }
    }
}

/// <summary>A film's project and its shots in order.</summary>
internal sealed record FilmGiven(Guid Id, IReadOnlyList<Guid> Shots);
