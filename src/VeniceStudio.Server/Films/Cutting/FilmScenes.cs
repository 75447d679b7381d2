using System.Text.Json;
using VeniceStudio.Media.Audio;
using VeniceStudio.Media.Audio.Correcting;
using VeniceStudio.Media.Lyrics;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Projects;
using VeniceStudio.Server.Storyboard;
using VeniceStudio.Server.Tracks;

namespace VeniceStudio.Server.Films;

/// <summary>Reads what decides a film.</summary>
internal static class FilmScenes
{
    /// <summary>A project as it is now; null before it has a board.</summary>
    public static async Task<FilmScene?> SceneAsync(this DbSession session, Project project) =>
        project.HasBoard && await session.BoardAsync(project.Id, project.BoardVersion) is { } board
            ? await session.SceneAsync(project, board, await session.CutAsync(project.Id)) : null;

    /// <summary>A project with a board and a cut of a certain moment.</summary>
    public static async Task<FilmScene?> SceneAsync(this DbSession session, Project project, Board board, (int Version, Cut Cut) cut)
    {
        if (await session.TrackAsync(project.TrackId) is not { } track) return null;
        var docs = project.Read();
        var takes = await session.TakesAsync(project.Id);
        var footage = await session.FootageAsync(project.Id);
        var ids = takes.Select(take => take.MediaId).Concat(footage.Select(one => (Guid?)one.MediaId)).Concat(board.Shots.Select(shot => shot.StillId))
            .Append(track.MediaId).Append(cut.Cut.Logo?.MediaId).Append(docs.Look.LogoId).OfType<Guid>().Distinct().ToList();
        var files = (await session.MediaOfAsync(project.AccountId, ids)).ToDictionary(file => file.Id);
        return new FilmScene(
            project, docs, Standing(board, docs), cut.Version, cut.Cut, takes, footage, files, track, files.GetValueOrDefault(track.MediaId),
            await session.HeardAsync(track), LyricsOf(track));
    }

    /// <summary>A song as it was heard, with the creator's corrections; null before it was.</summary>
    public static async Task<HeardSong?> HeardAsync(this DbSession session, Track track) =>
        track.HeardVersion is { } version && await session.HearingAsync(track.Sha256, version) is { } song
            ? Corrected.Of(StoredHearing.Read(song), track.ReadCorrections()) : null;

    /// <summary>An approval that rests on something else by now does not count.</summary>
    private static Board Standing(Board board, ProjectDocs docs) => board with
    {
        Shots = [.. board.Shots.Select((shot, index) => ApprovalBasis.Holds(board, index, docs) ? shot : shot with { Approval = null })],
    };

    private static LyricSheet LyricsOf(Track track) =>
        new(track.Lyrics is null ? [] : JsonSerializer.Deserialize<List<LyricLine>>(track.Lyrics, TrackJson.Options) ?? []);
}
