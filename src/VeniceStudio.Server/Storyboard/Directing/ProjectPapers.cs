using System.Text.Json;
using VeniceStudio.Media.Audio;
using VeniceStudio.Media.Audio.Correcting;
using VeniceStudio.Media.Lyrics;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Projects;
using VeniceStudio.Server.Tracks;

namespace VeniceStudio.Server.Storyboard.Directing;

/// <summary>The director's papers out of the projects' tables, and its words into them.</summary>
internal sealed class ProjectPapers(BoardDesk desk) : IBoardWriting
{
    public async Task<FilmPapers?> ReadAsync(DbSession session, Guid project, Guid? account)
    {
        var row = account is { } mine ? await session.ProjectOfAsync(mine, project) : await session.ProjectAsync(project);
        if (row is null || await session.TrackAsync(row.TrackId) is not { } track) return null;
        return new FilmPapers(
            row.Id, row.AccountId, row.Title, row.Read(), await SongAsync(session, track), Lyrics(track), row.HasBoard ? await session.BoardAsync(row.Id) : null);
    }

    public Task<Board?> BoardAsync(DbSession session, Guid project) => session.BoardAsync(project);

    public async Task<bool> ChangeAsync(DbSession session, Guid project, string act, Func<Board, Board> change) =>
        await desk.ChangeAsync(session, project, null, act, change) is not null;

    public Task<bool> ChangeBriefAsync(DbSession session, Guid project, Func<Brief, Brief> change) => session.ChangeBriefAsync(project, change);

    private static async Task<HeardSong> SongAsync(DbSession session, Track track) =>
        track.HeardVersion is { } version && await session.HearingAsync(track.Sha256, version) is { } heard
            ? Corrected.Of(StoredHearing.Read(heard), track.ReadCorrections())
            : new HeardSong(track.Seconds, new BeatGrid([], 0, 0, [], 0, []), []);

    private static List<LyricLine> Lyrics(Track track) =>
        track.Lyrics is null ? [] : JsonSerializer.Deserialize<List<LyricLine>>(track.Lyrics, TrackJson.Options) ?? [];
}
