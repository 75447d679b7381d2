namespace VeniceStudio.Media.Ffmpeg;

/// <summary>A stretch cut out of a song.</summary>
/// <param name="Path">The new file.</param>
/// <param name="StartSeconds">Where in the song it begins, on a sample of 44.1 kHz.</param>
/// <param name="LengthSeconds">How long it really is: less than asked where the song ends.</param>
/// <param name="Bytes">Size on disk.</param>
/// <param name="Kind">WAV or MP3.</param>
public sealed record CutAudio(string Path, double StartSeconds, double LengthSeconds, long Bytes, ContentKind Kind);
