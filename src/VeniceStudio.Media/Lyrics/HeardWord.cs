namespace VeniceStudio.Media.Lyrics;

/// <summary>A word as a machine recognised it, with the times that it gave; neither is to be trusted before <see cref="Recognition"/>.</summary>
/// <param name="Text">The word; may be surrounded by spaces and punctuation.</param>
/// <param name="Start">Seconds in the song.</param>
/// <param name="End">Seconds in the song.</param>
public readonly record struct HeardWord(string Text, double Start, double End);
