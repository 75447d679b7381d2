using VeniceStudio.Media.Audio;
using VeniceStudio.Server.Catalog;

namespace VeniceStudio.Server.Storyboard;

/// <summary>What an edit needs to know beside the board.</summary>
/// <param name="Song">Beats and sections, as corrected.</param>
/// <param name="Cast">Everybody in the cast.</param>
public sealed record EditGround(HeardSong Song, IReadOnlySet<Guid> Cast);

/// <summary>A board after an edit, or why the edit cannot be made: then the board is null.</summary>
public sealed record BoardEdit(Board? Board, BrokenRule? Broken)
{
    public static BoardEdit Of(Board board) => new(board, null);

    public static BoardEdit No(string field, string sentence) => new(null, new BrokenRule(field, sentence));
}
