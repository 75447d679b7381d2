using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using VeniceStudio.Media.Audio;
using VeniceStudio.Media.Editing;
using VeniceStudio.Media.Lyrics;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Projects;
using VeniceStudio.Server.Storyboard;
using VeniceStudio.Server.Storyboard.Directing;
using VeniceStudio.Server.Tracks;
using VeniceStudio.Server.Work;
using VeniceStudio.Tests.Library;

namespace VeniceStudio.Tests.Storyboard.Directing;

/// <summary>Films to be directed: on paper for what is pure, in the database for what is not.</summary>
internal static class Films
{
    private static readonly SectionRole[] Roles =
        [SectionRole.Intro, SectionRole.Verse, SectionRole.Chorus, SectionRole.Verse, SectionRole.Chorus, SectionRole.Bridge, SectionRole.Drop, SectionRole.Outro];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Two minutes in eight sections at 120 beats a minute; the second verse and chorus repeat the first ones.</summary>
    public static HeardSong Song { get; } = new(
        120, new BeatGrid([.. Enumerable.Range(0, 240).Select(beat => new Beat(beat * 0.5, beat % 4 + 1))], 4, 120, [new TempoPoint(0, 120)], 0.9, [new Stretch(0, 120, 0.9)]),
        [.. Roles.Select((role, at) => new Section(at * 15, at * 15 + 15, role, at % 4 / 3.0, 2, at is 3 or 4 ? at - 2 : null, "By construction."))]);

    public static IReadOnlyList<LyricLine> Lyrics { get; } =
    [
        new("Lanterns on the water", 16, 19, LyricSupport.Heard, []), new("golden in the rain", 20, 23, LyricSupport.Heard, []), LyricLine.Untimed("[Chorus]"),
        new("Carry me a little", 31, 34, LyricSupport.Heard, []),
    ];

    public static IReadOnlyList<CastMember> Cast { get; } =
    [
        new(Guid.CreateVersion7(), CastKind.Person, "Mara", "A woman of forty in a yellow coat", []),
        new(Guid.CreateVersion7(), CastKind.Place, "The old pier", "A wooden pier, half fallen", []),
    ];

    public static Board BoardOf(int shots) => new(120, new FrameRate(24, 1), [.. Enumerable.Range(0, shots).Select(at => new Shot
    {
        Id = Guid.CreateVersion7(), Start = at * 120.0 / shots, Section = (int)(at * 120.0 / shots / 15),
    })]);

    public static ProjectDocs Docs(string theme = "A lighthouse keeper who waits for a ship", IReadOnlyList<CastMember>? cast = null) =>
        new(new Brief { Theme = theme }, new Look(), cast ?? Cast, new PlanSettings());

    public static FilmPapers Papers(int shots = 12, ProjectDocs? docs = null) =>
        new(Guid.CreateVersion7(), Guid.CreateVersion7(), "A film", docs ?? Docs(), Song, Lyrics, BoardOf(shots));

    /// <summary>A project of a heard song, with a board of empty shots.</summary>
    public static async Task<Guid> GivenAFilmAsync(this StudioApp studio, Guid account, int shots = 12, ProjectDocs? docs = null, Func<Board, Board>? arrange = null)
    {
        var content = LibraryGiven.Bytes(1_000);
        Guid.NewGuid().TryWriteBytes(content);
        var media = await studio.GivenMediaAsync(account, content, MediaKind.Audio, "song.mp3");
        await using var session = await studio.Db.BeginAsync(Ct);
        var track = Track.New(account, media.Id, media.Sha256, TrackSource.Upload, "A song", null, 120, session.Now);
        Assert.True(await session.InsertTrackAsync(track));
        await session.KeepHearingAsync(media.Sha256, SongHearing.AnalyserVersion, StoredHearing.Write(Song));
        await session.ExecuteAsync(
            "UPDATE tracks SET due_at = NULL, state = 3, heard_version = @version, lyrics = @lyrics WHERE id = @Id",
            new { track.Id, version = SongHearing.AnalyserVersion, lyrics = JsonSerializer.Serialize(Lyrics, TrackJson.Options) });
        var project = Project.New(account, track.Id, "A film", session.Now);
        await session.InsertProjectAsync(project);
        Assert.True(await session.KeepDocsAsync(project.Id, 1, docs ?? Docs()));
        if (shots > 0) await session.AddBoardAsync((await session.ProjectAsync(project.Id))!, (arrange ?? (board => board))(BoardOf(shots)), "Cut", null);
        await session.CommitAsync();
        return project.Id;
    }

    /// <summary>Asks for the words of all shots that are not locked.</summary>
    public static async Task BeginAsync(this StudioApp studio, Guid account, Guid project, bool rules = false, long shownMost = 10_000_000)
    {
        await using var session = await studio.Db.BeginAsync(Ct);
        var board = (await session.BoardAsync(project))!;
        await studio.Services.GetRequiredService<IDirecting>().BeginAsync(
            session, project, account, [.. board.Shots.Where(shot => !shot.Locked).Select(shot => shot.Id)], rules, shownMost);
        await session.CommitAsync();
    }

    /// <summary>Takes every step that is due, moving the clock to what is due next.</summary>
    public static async Task DirectAsync(this StudioApp studio)
    {
        var worker = studio.Services.GetRequiredService<PipelineWorker<Direction>>();
        var pipeline = studio.Services.GetRequiredService<IPipeline<Direction>>();
        while (true)
        {
            await worker.RunDueAsync(Ct);
            if (await pipeline.NextDueAsync(Ct) is not { } due) return;
            if (due > studio.Clock.GetUtcNow()) studio.Clock.Advance(due - studio.Clock.GetUtcNow());
        }
    }

    public static async Task<Board> BoardAsync(this StudioApp studio, Guid project)
    {
        await using var session = await studio.Db.ReadAsync(Ct);
        return (await session.BoardAsync(project))!;
    }

    public static async Task<Direction> DirectionAsync(this StudioApp studio, Guid project)
    {
        await using var session = await studio.Db.ReadAsync(Ct);
        return (await session.DirectionOfAsync(project))!;
    }

    /// <summary>What the ledger has of a project, micro-dollars: paid, and still held.</summary>
    public static async Task<(long Paid, long Held)> MoneyOfAsync(this StudioApp studio, Guid project)
    {
        await using var session = await studio.Db.ReadAsync(Ct);
        var money = await session.ProjectMoneyAsync(project);
        return (money.Spent, money.Reserved);
    }
}
