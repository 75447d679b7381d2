namespace VeniceStudio.Media.Lyrics;

/// <summary>A line of lyrics.</summary>
/// <param name="Text">Exactly as the creator typed it.</param>
/// <param name="Start">Seconds in the song; null for a line without a time.</param>
/// <param name="End">Seconds in the song, not before <paramref name="Start"/>; null where nobody knows.</param>
/// <param name="Support">Where the time comes from.</param>
/// <param name="Words">The words with their times, in order; empty where only the line has one.</param>
public sealed record LyricLine(string Text, double? Start, double? End, LyricSupport Support, IReadOnlyList<LyricWord> Words)
{
    /// <summary>An empty line, or a label.</summary>
    public static LyricLine Untimed(string text) => new(text, null, null, LyricSupport.Untimed, []);
}
