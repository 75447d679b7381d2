namespace VeniceStudio.Media.Ffmpeg;

/// <summary>What a kind is called: on the wire, on disk, in a sentence, and by ffmpeg.</summary>
/// <param name="Demuxer">The one reader that ffmpeg may use for it; null when ffmpeg is not to read it at all.</param>
internal sealed record KindNames(string MimeType, string Extension, string Words, string? Demuxer)
{
    public static KindNames Of(ContentKind kind) => kind switch
    {
        ContentKind.Png => new("image/png", ".png", "a PNG picture", "png_pipe"),
        ContentKind.Jpeg => new("image/jpeg", ".jpg", "a JPEG picture", "jpeg_pipe"),
        ContentKind.WebP => new("image/webp", ".webp", "a WebP picture", "webp_pipe"),
        ContentKind.Gif => new("image/gif", ".gif", "a GIF picture", null),
        ContentKind.Bmp => new("image/bmp", ".bmp", "a BMP picture", null),
        ContentKind.Tiff => new("image/tiff", ".tiff", "a TIFF picture", null),
        ContentKind.Heic => new("image/heic", ".heic", "an HEIC picture", null),
        ContentKind.Avif => new("image/avif", ".avif", "an AVIF picture", null),
        ContentKind.Mp3 => new("audio/mpeg", ".mp3", "an MP3 sound", "mp3"),
        ContentKind.Wav => new("audio/wav", ".wav", "a WAV sound", "wav"),
        ContentKind.Flac => new("audio/flac", ".flac", "a FLAC sound", "flac"),
        ContentKind.M4a => new("audio/mp4", ".m4a", "an M4A sound", "mov"),
        ContentKind.Ogg => new("audio/ogg", ".ogg", "an OGG sound", "ogg"),
        ContentKind.Aac => new("audio/aac", ".aac", "a bare AAC sound", null),
        ContentKind.Aiff => new("audio/aiff", ".aiff", "an AIFF sound", null),
        ContentKind.Mp4 => new("video/mp4", ".mp4", "an MP4 video", "mov"),
        ContentKind.Mov => new("video/quicktime", ".mov", "a QuickTime video", "mov"),
        ContentKind.WebM => new("video/webm", ".webm", "a WebM video", "matroska"),
        ContentKind.Matroska => new("video/x-matroska", ".mkv", "a Matroska video", null),
        ContentKind.Avi => new("video/x-msvideo", ".avi", "an AVI video", null),
        ContentKind.Html => new("text/html", ".html", "a web page", null),
        ContentKind.Xml => new("application/xml", ".xml", "an XML message", null),
        ContentKind.Json => new("application/json", ".json", "a JSON message", null),
        ContentKind.Playlist => new("application/vnd.apple.mpegurl", ".m3u8", "a playlist", null),
        ContentKind.Pdf => new("application/pdf", ".pdf", "a PDF document", null),
        ContentKind.Zip => new("application/zip", ".zip", "a ZIP archive", null),
        ContentKind.Empty => new("application/octet-stream", ".bin", "an empty file", null),
        _ => new("application/octet-stream", ".bin", "a file of an unknown kind", null),
    };
}
