namespace VeniceStudio.Media.Ffmpeg;

/// <summary>The arguments that open a strange file without trusting its name or letting it reach for others.</summary>
public static class SafeInput
{
    /// <summary>
    /// Only one reader (the one its content calls for), only plain files and pipes, and a path that can be nothing but a path.
    /// Lists of files (HLS, concat, playlists) have no reader here at all.
    /// </summary>
    /// <exception cref="MediaException">ffmpeg is not meant to read this kind.</exception>
    public static IReadOnlyList<string> Of(string path, ContentKind kind)
    {
        var demuxer = KindNames.Of(kind).Demuxer
            ?? throw new MediaException($"This is {ContentSniff.InWords(kind)}, which the studio does not read.", MediaFault.WrongKind);
        return ["-protocol_whitelist", "file,pipe", "-f", demuxer, "-i", Plain(path)];
    }

    /// <summary>A path as ffmpeg takes it: never an option, a protocol or a pattern, whatever characters are in it.</summary>
    public static string Plain(string path) => "file:" + Path.GetFullPath(path);

    /// <summary>How every ffmpeg run begins. Two threads leave a small machine able to answer.</summary>
    public static IReadOnlyList<string> Start { get; } =
        ["-hide_banner", "-nostdin", "-v", "repeat+error", "-filter_threads", "2", "-threads", "2"];
}
