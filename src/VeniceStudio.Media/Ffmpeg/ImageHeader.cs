namespace VeniceStudio.Media.Ffmpeg;

/// <summary>What a picture's own header says, read without decoding a pixel.</summary>
/// <param name="Kind">PNG, JPEG or WebP.</param>
/// <param name="Width">Pixels as stored.</param>
/// <param name="Height">Pixels as stored.</param>
/// <param name="Orientation">EXIF's number, 1 to 8: how the camera was held. 1 is upright.</param>
/// <param name="HasAlpha">Some of it may be transparent.</param>
/// <param name="IsAnimated">It holds more than one picture.</param>
/// <param name="IsWhole">The format's end mark is there.</param>
public sealed record ImageHeader(
    ContentKind Kind, int Width, int Height, int Orientation = 1, bool HasAlpha = false, bool IsAnimated = false, bool IsWhole = true)
{
    /// <summary>Pixels as stored; a long, because a hostile header may claim two billion by two billion.</summary>
    public long Pixels => (long)Width * Height;

    /// <summary>Width when viewed upright.</summary>
    public int UprightWidth => Orientation >= 5 ? Height : Width;

    /// <summary>Height when viewed upright.</summary>
    public int UprightHeight => Orientation >= 5 ? Width : Height;

    /// <summary>Reads the header; null when there is none that makes sense.</summary>
    public static ImageHeader? Read(ReadOnlySpan<byte> file) => ContentSniff.Of(file) switch
    {
        ContentKind.Png => PngHeader.Read(file),
        ContentKind.Jpeg => JpegHeader.Read(file),
        ContentKind.WebP => WebPHeader.Read(file),
        _ => null,
    } is { Width: > 0, Height: > 0 } header ? header : null;
}
