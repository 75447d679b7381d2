using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using VeniceStudio.Media.Audio;
using VeniceStudio.Media.Editing;
using VeniceStudio.Media.Lyrics;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Films;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Projects;
using VeniceStudio.Server.Storyboard;
using VeniceStudio.Server.Tracks;
using VeniceStudio.Server.Work;
using VeniceStudio.Tests.Media.Ffmpeg;

namespace VeniceStudio.Tests.Filming;

/// <summary>A project that is ready to be rendered, and what a person does with its film.</summary>
internal static class FilmGiven
{
    public const string Model = "lagoon-2-image-to-video";

    /// <summary>Of this model for five seconds, micro-dollars.</summary>
    public const long Price = 250_000;

    public const double Seconds = 8;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>An eight-second song at 120 a minute, heard; a board of approved shots of equal length, each with a still of its own.</summary>
    public static async Task<GivenFilm> GivenAFilmAsync(
        this StudioApp studio, SignedIn member, MediaBench bench, int shots = 4, Func<Shot, int, Shot>? shaped = null, string model = Model, bool approved = true)
    {
        var (id, track, board) = await LayAsync(studio.Db, studio.Services.GetRequiredService<MediaStore>(), member.Id, bench, shots, shaped, model, approved);
        return new GivenFilm(id, track, board, member, studio);
    }

    /// <summary>The same, without a studio that runs.</summary>
    public static async Task<(Guid Project, Guid Track, Board Board)> LayAsync(
        StudioDb db, MediaStore store, Guid account, MediaBench bench, int shots, Func<Shot, int, Shot>? shaped = null, string model = Model, bool approved = true)
    {
        var track = await LaySongAsync(db, store, account, bench);
        await using var session = await db.BeginAsync(Ct);
        var project = Project.New(account, track, "Night: boats / \"home\"", session.Now);
        await session.InsertProjectAsync(project);
        var stills = new List<Guid>();
        for (var i = 0; i < shots; i++)
        {
            var picture = await bench.MakeAsync($"still-{i}.jpg", $"-f lavfi -i testsrc2=s=480x270:d=1,hue=h={i * 80} -frames:v 1");
            stills.Add(await LayFileAsync(session, store, account, picture, MediaKind.Image, "image/jpeg", 480, 270, null));
        }
        await session.KeepMediaAsync(project.Id, account, stills);
        var board = new Board(Seconds, new FrameRate(24, 1),
        [
            .. Enumerable.Range(0, shots).Select(i => (shaped ?? ((shot, _) => shot))(new Shot
            {
                Id = Guid.CreateVersion7(), Start = i * Seconds / shots, StillId = stills[i],
                Words = new ShotWords($"Gondola {i + 1} at dusk", "It glides by", "", "", "", ""),
            }, i)),
        ]);
        var docs = project.Read();
        if (approved) board = board with { Shots = [.. board.Shots.Select((shot, index) => shot with { Approval = Yes(board, index, docs, model, account, session.Now) })] };
        await session.AddBoardAsync(project, board, "Given", account);
        await session.CommitAsync();
        return (project.Id, track, board);
    }

    private static async Task<Guid> LaySongAsync(StudioDb db, MediaStore store, Guid account, MediaBench bench)
    {
        var path = await bench.MakeAsync("song.wav", $"-f lavfi -i aevalsrc=0.3*sin(2*PI*880*t)*exp(-30*mod(t\\,0.5)):s=22050:d={Seconds}");
        await using var session = await db.BeginAsync(Ct);
        var media = await LayFileAsync(session, store, account, path, MediaKind.Audio, "audio/wav", null, null, Seconds);
        var track = Track.New(account, media, Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(path, Ct))), TrackSource.Upload, "Gondola song", null, Seconds, session.Now);
        Assert.True(await session.InsertTrackAsync(track));
        var grid = new BeatGrid(
            [.. Enumerable.Range(0, 16).Select(i => new Beat(i * 0.5, i % 4 + 1))], 4, 120, [new TempoPoint(0, 120)], 1, [new Stretch(0, Seconds, 1)]);
        var heard = new HeardSong(Seconds, grid,
            [new Section(0, 4, SectionRole.Verse, 0.3, 2, null, "Quiet."), new Section(4, Seconds, SectionRole.Chorus, 0.9, 4, null, "Loud.")]);
        await session.KeepHearingAsync(track.Sha256, SongHearing.AnalyserVersion, StoredHearing.Write(heard));
        await session.ExecuteAsync("UPDATE tracks SET state = 3, due_at = NULL, heard_version = @version WHERE id = @Id", new { version = SongHearing.AnalyserVersion, track.Id });
        IReadOnlyList<LyricLine> lines = [new("Over the water", 0.5, 2, LyricSupport.ByHand, []), new("Home {we} go", 4, 6, LyricSupport.ByHand, [])];
        await session.KeepLyricsAsync(track.Id, JsonSerializer.Serialize(lines, TrackJson.Options), LyricsState.Timed);
        await session.CommitAsync();
        return track.Id;
    }

    private static async Task<Guid> LayFileAsync(
        DbSession session, MediaStore store, Guid account, string path, MediaKind kind, string mimeType, int? width, int? height, double? seconds)
    {
        var (id, extension) = (Guid.CreateVersion7(), Path.GetExtension(path));
        var copy = store.NewTemporary(extension);
        File.Copy(path, copy);
        var stored = await store.TakeInAsync(copy, id, extension, Ct);
        await session.InsertMediaAsync(new MediaFile
        {
            Id = id, AccountId = account, Kind = kind, MimeType = mimeType, Extension = extension, Name = Path.GetFileName(path), Bytes = stored.Bytes,
            Sha256 = stored.Sha256, KeptIn = stored.KeptIn, Width = width, Height = height, Seconds = seconds, CreatedAt = session.Now,
        });
        return id;
    }

    public static Task<HttpResponseMessage> PostWithKeyAsync(this HttpClient client, string path, object body, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString());
        return client.SendAsync(request, Ct);
    }

    public static Task<int> ComposeDueAsync(this StudioApp studio) => studio.Services.GetRequiredService<PipelineWorker<Film>>().RunDueAsync(Ct);

    public static Task<int> ExportDueAsync(this StudioApp studio) => studio.Services.GetRequiredService<PipelineWorker<Export>>().RunDueAsync(Ct);

    private static Approval? Yes(Board board, int index, ProjectDocs docs, string model, Guid by, DateTimeOffset now)
    {
        var shot = board.Shots[index];
        var bought = shot.SameAs is null && !shot.MovingStill;
        return new Approval(
            shot.StillId, shot.Words.Picture, bought ? model : null, bought ? "5s" : null, bought && model.StartsWith("murano", StringComparison.Ordinal) ? "720p" : null,
            null, bought ? Price : 0, by, now, ApprovalBasis.Of(board, index, docs));
    }
}

/// <summary>A project of a test and its maker.</summary>
internal sealed record GivenFilm(Guid Id, Guid Track, Board Board, SignedIn Member, StudioApp Studio)
{
    public HttpClient Client => Member.Client;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public Task<HttpResponseMessage> RenderAsync(string scope = "missing", long? shown = null, string? key = null, params Guid[] shots) =>
        Client.PostWithKeyAsync($"/api/projects/{Id}/takes", new { scope, shotIds = shots, shownTotal = shown ?? FilmGiven.Price * Board.Shots.Count }, key);

    public async Task<IReadOnlyList<TakeView>> TakesAsync() => (await Client.GetFromJsonAsync<List<TakeView>>($"/api/projects/{Id}/takes", ClipJson.Options, Ct))!;

    public async Task<CutView> CutAsync() => (await Client.GetFromJsonAsync<CutView>($"/api/projects/{Id}/cut", ClipJson.Options, Ct))!;

    public async Task<IReadOnlyList<DeskCardView>> DeskAsync() => (await Client.GetFromJsonAsync<List<DeskCardView>>($"/api/projects/{Id}/desk", ClipJson.Options, Ct))!;

    public async Task<IReadOnlyList<FilmView>> FilmsAsync() => (await Client.GetFromJsonAsync<List<FilmView>>($"/api/projects/{Id}/films", ClipJson.Options, Ct))!;

    /// <summary>Buys every clip that is missing and waits until all have come.</summary>
    public async Task RenderedAsync()
    {
        await RenderAsync().OkAsync();
        await Studio.RunUntilIdleAsync();
        Assert.All(await TakesAsync(), take => Assert.Equal(ClipStatus.Done, take.Clip!.Status));
    }

    public async Task<FilmView> ComposedAsync()
    {
        var asked = await Client.PostAsync($"/api/projects/{Id}/films", new { }).OkAsync();
        await Studio.ComposeDueAsync();
        return (await Client.GetFromJsonAsync<FilmView>($"/api/films/{asked.GetProperty("id").GetGuid()}", ClipJson.Options, Ct))!;
    }

    public async Task<ExportView> ExportedAsync(object wish)
    {
        var asked = await Client.PostAsync($"/api/projects/{Id}/exports", wish).OkAsync();
        await Studio.ExportDueAsync();
        var all = (await Client.GetFromJsonAsync<List<ExportView>>($"/api/projects/{Id}/exports", ClipJson.Options, Ct))!;
        return all.Single(export => export.Id == asked.GetProperty("id").GetGuid());
    }
}
