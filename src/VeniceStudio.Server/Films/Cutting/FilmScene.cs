using VeniceStudio.Media.Audio;
using VeniceStudio.Media.Lyrics;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Projects;
using VeniceStudio.Server.Storyboard;
using VeniceStudio.Server.Tracks;

namespace VeniceStudio.Server.Films;

/// <summary>All that decides a project's film, as it was at one moment.</summary>
/// <param name="Project">Its row.</param>
/// <param name="Docs">What the creator said.</param>
/// <param name="Board">The shots; approvals that do not hold any more are gone from it.</param>
/// <param name="CutVersion">0 before anything was wished.</param>
/// <param name="Cut">The creator's wishes.</param>
/// <param name="Takes">Of every shot, oldest first.</param>
/// <param name="Footage">The same, brought by the creator.</param>
/// <param name="Files">Every file that any of it may show, by its id; what was deleted is missing.</param>
/// <param name="Track">The song.</param>
/// <param name="Song">Its file; null when that is gone.</param>
/// <param name="Heard">What was heard in it, corrected; null before that.</param>
/// <param name="Lyrics">Its words.</param>
internal sealed record FilmScene(
    Project Project, ProjectDocs Docs, Board Board, int CutVersion, Cut Cut, IReadOnlyList<TakeRow> Takes, IReadOnlyList<Footage> Footage,
    IReadOnlyDictionary<Guid, MediaFile> Files, Track Track, MediaFile? Song, HeardSong? Heard, LyricSheet Lyrics)
{
    public MediaFile? File(Guid? id) => id is { } known ? Files.GetValueOrDefault(known) : null;
}
