namespace VeniceStudio.Media.Lyrics;

/// <summary>A word of a line, with its time.</summary>
/// <param name="Text">As it stands in the line, with its punctuation, without the spaces around it.</param>
/// <param name="Start">Seconds in the song.</param>
/// <param name="End">Seconds in the song, not before <paramref name="Start"/>.</param>
/// <param name="Heard">False when its time was laid between those of its neighbours.</param>
public sealed record LyricWord(string Text, double Start, double End, bool Heard = true);
