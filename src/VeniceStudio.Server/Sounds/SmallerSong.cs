using VeniceStudio.Media.Ffmpeg;

namespace VeniceStudio.Server.Sounds;

/// <summary>
/// A song small enough to be sent away to be listened to: an MP3 in mono at 96 kbit/s. Half an hour of it has 22 MB, and a voice loses
/// nothing that a transcriber hears. Its encoder's delay is 25 ms and stands in its header, for readers that honour it.
/// </summary>
public sealed class SmallerSong(FfmpegTools tools)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <exception cref="MediaException">The song cannot be decoded.</exception>
    public async Task MakeAsync(string song, string target, CancellationToken ct)
    {
        var kind = await ContentSniff.OfFileAsync(song, ct);
        var run = await ToolRun.RunAsync(new ToolCall(tools.Ffmpeg, Arguments(song, kind, target), Limit), null, null, ct);
        if (run.ExitCode != 0) throw new MediaException("This song cannot be decoded, so nobody can listen to it.", MediaFault.Broken, run.ErrorTail);
    }

    public static IReadOnlyList<string> Arguments(string song, ContentKind kind, string target) =>
    [
        .. SafeInput.Start, "-y", .. SafeInput.Of(song, kind), "-vn", "-sn", "-dn", "-map", "0:a:0", "-map_metadata", "-1", "-ac", "1", "-ar", "44100",
        "-c:a", "libmp3lame", "-b:a", "96k", "-f", "mp3", SafeInput.Plain(target),
    ];
}
