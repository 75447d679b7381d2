using VeniceStudio.Server.Library;

namespace VeniceStudio.Server.Films;

/// <summary>What each kind of export is called and needs.</summary>
internal static class ExportKinds
{
    public static bool NeedsFilm(ExportKind kind) => kind is not (ExportKind.Srt or ExportKind.Vtt or ExportKind.Lrc or ExportKind.Archive or ExportKind.Receipt);

    public static bool NeedsWords(ExportKind kind) => kind is ExportKind.Srt or ExportKind.Vtt or ExportKind.Lrc;

    /// <summary>A name that every system takes: the film's title, what it is, and the ending of its content.</summary>
    public static string NameOf(ExportKind kind, string title)
    {
        var (suffix, extension) = Parts(kind);
        // Cut before the suffix, so that it stays whole however long the title is.
        var stem = CleanName.Words(title, CleanName.MaxLength - suffix.Length - extension.Length);
        return CleanName.ForFile((stem.Length == 0 ? "Music video" : stem) + suffix, extension);
    }

    public static string MimeTypeOf(ExportKind kind) => Parts(kind).Extension switch
    {
        ".mp4" => "video/mp4",
        ".webm" => "video/webm",
        ".gif" => "image/gif",
        ".jpg" => "image/jpeg",
        ".vtt" => "text/vtt; charset=utf-8",
        ".zip" => "application/zip",
        ".json" => "application/json",
        _ => "text/plain; charset=utf-8",
    };

    private static (string Suffix, string Extension) Parts(ExportKind kind) => kind switch
    {
        ExportKind.Mp4Source => ("", ".mp4"),
        ExportKind.Mp4_1080 => (" 1080p", ".mp4"),
        ExportKind.Mp4_720 => (" 720p", ".mp4"),
        ExportKind.Tall => (" 9x16", ".mp4"),
        ExportKind.Square => (" 1x1", ".mp4"),
        ExportKind.Wide => (" 16x9", ".mp4"),
        ExportKind.WebM => ("", ".webm"),
        ExportKind.Gif => ("", ".gif"),
        ExportKind.Teaser15 => (" teaser 15", ".mp4"),
        ExportKind.Teaser30 => (" teaser 30", ".mp4"),
        ExportKind.Loop => (" loop", ".mp4"),
        ExportKind.Poster => (" poster", ".jpg"),
        ExportKind.Srt => ("", ".srt"),
        ExportKind.Vtt => ("", ".vtt"),
        ExportKind.Lrc => ("", ".lrc"),
        ExportKind.Archive => (" project", ".zip"),
        _ => (" receipt", ".json"),
    };
}
