using VeniceStudio.Media.Ffmpeg;

namespace VeniceStudio.Server.Films;

/// <summary>What a stored file is, by the ending that it was given when its content was looked at.</summary>
internal static class FileKinds
{
    private static readonly Dictionary<string, ContentKind> ByEnding = new ContentKind[]
    {
        ContentKind.Png, ContentKind.Jpeg, ContentKind.WebP, ContentKind.Mp3, ContentKind.Wav, ContentKind.Flac, ContentKind.M4a, ContentKind.Ogg,
        ContentKind.Aac, ContentKind.Aiff, ContentKind.Mp4, ContentKind.WebM, ContentKind.Mov,
    }.ToDictionary(ContentSniff.Extension, StringComparer.OrdinalIgnoreCase);

    public static ContentKind Of(string extension) => ByEnding.GetValueOrDefault(extension, ContentKind.Unknown);
}
