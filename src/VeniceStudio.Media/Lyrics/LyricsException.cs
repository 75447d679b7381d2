namespace VeniceStudio.Media.Lyrics;

/// <summary>Lyrics could not be used. The message is a sentence for the creator.</summary>
public sealed class LyricsException(string sentence) : Exception(sentence);
