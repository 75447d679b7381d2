using System.Net.Http.Json;
using VeniceStudio.Media.Audio;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Projects;
using VeniceStudio.Server.Storyboard;
using VeniceStudio.Server.Tracks;
using VeniceStudio.Tests.Library;

namespace VeniceStudio.Tests.Projects;

/// <summary>What a person does with projects and boards, over HTTP, and songs that were heard without ever being played.</summary>
internal static class Films
{
    private static int _songs;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>80 s at 120 a minute: intro, verse, chorus, the same verse and chorus again, outro.</summary>
    public static HeardSong Song { get; } = new(
        80,
        new BeatGrid([.. Enumerable.Range(0, 160).Select(beat => new Beat(beat * 0.5, beat % 4 + 1))], 4, 120, [new TempoPoint(0, 120)], 0.9, [new Stretch(0, 80, 0.9)]),
        [
            Part(0, 8, SectionRole.Intro, 0.2), Part(8, 24, SectionRole.Verse, 0.5), Part(24, 40, SectionRole.Chorus, 0.95),
            Part(40, 56, SectionRole.Verse, 0.5, 1), Part(56, 72, SectionRole.Chorus, 0.95, 2), Part(72, 80, SectionRole.Outro, 0.1),
        ]);

    /// <summary>A song of this account that was listened to.</summary>
    public static async Task<Guid> GivenASongAsync(this StudioApp studio, Guid account, HeardSong? heard = null, string title = "A song")
    {
        var song = heard ?? Song;
        var media = await studio.GivenMediaAsync(account, LibraryGiven.Bytes(2000 + Interlocked.Increment(ref _songs)), MediaKind.Audio, "song.mp3", poster: true);
        await using var session = await studio.Db.BeginAsync(Ct);
        var track = Track.New(account, media.Id, media.Sha256, TrackSource.Upload, title, null, song.Duration, session.Now);
        Assert.True(await session.InsertTrackAsync(track));
        await session.ExecuteAsync("UPDATE tracks SET due_at = NULL, state = 3, heard_version = 1 WHERE id = @Id", new { track.Id });
        await session.KeepHearingAsync(media.Sha256, 1, StoredHearing.Write(song));
        await session.CommitAsync();
        return track.Id;
    }

    public static async Task<ProjectView> ProjectAsync(this HttpClient client, Guid track, string? title = null) =>
        await client.PostAsync("/api/projects", new { trackId = track, title }).AsAsync<ProjectView>();

    public static Task<ProjectView> ReadProjectAsync(this HttpClient client, Guid id) => client.GetAsync($"/api/projects/{id}", Ct).AsAsync<ProjectView>();

    /// <summary>A project of a heard song with a board cut to it, whose shots have no words yet.</summary>
    public static async Task<(Guid Project, BoardView Board)> GivenABoardAsync(this StudioApp studio, SignedIn member, HeardSong? song = null)
    {
        var project = await member.Client.ProjectAsync(await studio.GivenASongAsync(member.Id, song));
        return (project.Id, await member.Client.MakeBoardAsync(project.Id, null));
    }

    /// <summary>The same, with words and a still in every shot: ready to be approved.</summary>
    public static async Task<(Guid Project, BoardView Board)> GivenAReadyBoardAsync(this StudioApp studio, SignedIn member)
    {
        var (project, board) = await studio.GivenABoardAsync(member);
        var still = await studio.GivenAPictureAsync(member.Id);
        return (project, await member.Client.EditAsync(project, board, [.. board.Shots.SelectMany(shot => new[]
        {
            Change(BoardChangeKind.Words, shot.Id) with { Words = new ShotWords($"Gondola {shot.Number}", "It glides.", "Slow dolly", "Dusk", "cut", "") },
            Change(BoardChangeKind.Still, shot.Id) with { StillId = still },
        })]));
    }

    public static async Task<Guid> GivenAPictureAsync(this StudioApp studio, Guid account) =>
        (await studio.GivenMediaAsync(account, LibraryGiven.Bytes(3000 + Interlocked.Increment(ref _songs)), MediaKind.Image, "still.jpg")).Id;

    public static Task<BoardView> MakeBoardAsync(this HttpClient client, Guid project, int? version) =>
        client.PostAsync($"/api/projects/{project}/board", new { version, shownMost = 0, rules = true }).AsAsync<BoardView>();

    public static Task<BoardView> BoardAsync(this HttpClient client, Guid project) => client.GetAsync($"/api/projects/{project}/board", Ct).AsAsync<BoardView>();

    public static Task<HttpResponseMessage> PostEditAsync(this HttpClient client, Guid project, int version, params BoardChange[] changes) =>
        client.PostAsJsonAsync($"/api/projects/{project}/board/changes", new ChangeBoard(version, changes), ClipJson.Options, Ct);

    public static Task<BoardView> EditAsync(this HttpClient client, Guid project, BoardView board, params BoardChange[] changes) =>
        client.PostEditAsync(project, board.Version, changes).AsAsync<BoardView>();

    public static Task<BoardView> StepAsync(this HttpClient client, Guid project, BoardView board, string way) =>
        client.PostAsync($"/api/projects/{project}/board/{way}", new { version = board.Version }).AsAsync<BoardView>();

    public static Task<HttpResponseMessage> ApproveAsync(this HttpClient client, Guid project, BoardView board, long shownTotal, params Guid[] shots) =>
        client.PostAsync($"/api/projects/{project}/board/approve", new { version = board.Version, shotIds = shots, all = shots.Length == 0, shownTotal });

    public static BoardChange Change(BoardChangeKind kind, Guid shot) => new(kind, shot, null, null, null, null, null, null, null, null, null, null, null);

    public static async Task<T> AsAsync<T>(this Task<HttpResponseMessage> answer)
    {
        using var arrived = await answer;
        Assert.True(arrived.IsSuccessStatusCode, $"{arrived.StatusCode}: {await arrived.Content.ReadAsStringAsync(Ct)}");
        return (await arrived.Content.ReadFromJsonAsync<T>(ClipJson.Options, Ct))!;
    }

    private static Section Part(double start, double end, SectionRole role, double energy, int? repeatOf = null) => new(start, end, role, energy, 3, repeatOf, "");
}
