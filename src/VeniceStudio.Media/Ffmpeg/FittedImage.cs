namespace VeniceStudio.Media.Ffmpeg;

/// <summary>A picture made ready to be sent: always a JPEG, inside the limits, upright, without metadata.</summary>
/// <param name="Path">The new file.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Bytes">Size on disk.</param>
public sealed record FittedImage(string Path, int Width, int Height, long Bytes);
