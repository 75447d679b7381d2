using VeniceStudio.Media.Audio;
using VeniceStudio.Media.Lyrics;
using VeniceStudio.Server.Projects;

namespace VeniceStudio.Server.Storyboard.Directing;

/// <summary>All that lies on the director's table: what the creator wants, who is in it, the song as it was heard, the board as it stands.</summary>
/// <param name="Project">Its id.</param>
/// <param name="Account">Whose it is.</param>
/// <param name="Title">Of the project.</param>
/// <param name="Docs">Brief, look, cast and plan.</param>
/// <param name="Song">With the creator's corrections; without beats and sections before it was heard.</param>
/// <param name="Lyrics">Lines with and without times, as typed; empty for an instrumental.</param>
/// <param name="Board">Null before it is made.</param>
internal sealed record FilmPapers(
    Guid Project, Guid Account, string Title, ProjectDocs Docs, HeardSong Song, IReadOnlyList<LyricLine> Lyrics, Board? Board)
{
    public Brief Brief => Docs.Brief;

    public Look Look => Docs.Look;

    public IReadOnlyList<CastMember> Cast => Docs.Cast;
}
