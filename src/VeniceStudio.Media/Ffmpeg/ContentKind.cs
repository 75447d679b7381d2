namespace VeniceStudio.Media.Ffmpeg;

/// <summary>What a file is by its first bytes, whatever its name says.</summary>
public enum ContentKind
{
    Unknown, Empty,
    Png, Jpeg, WebP, Gif, Bmp, Tiff, Heic, Avif,
    Mp3, Wav, Flac, M4a, Ogg, Aac, Aiff,
    Mp4, WebM, Mov, Matroska, Avi,
    Html, Xml, Json, Playlist, Pdf, Zip,
}
