using System.Text.Json;

namespace VeniceStudio.Media.Ffmpeg;

/// <summary>Asks ffprobe what a file holds. It reads headers; only decoding proves the rest.</summary>
public sealed class MediaProbe(FfmpegTools tools)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>The facts of one file.</summary>
    /// <exception cref="MediaException">It is empty, of a kind the studio does not read, or its header is damaged.</exception>
    public async Task<MediaFacts> ProbeAsync(string path, CancellationToken ct)
    {
        var kind = await ContentSniff.OfFileAsync(path, ct);
        if (kind == ContentKind.Empty) throw new MediaException("This file is empty. Choose another one.");

        var said = await ToolRun.ReadAsync(new ToolCall(tools.Ffprobe, Arguments(path, kind), Limit), 1024 * 1024, ct);
        if (said.ExitCode != 0)
            throw new MediaException(
                $"This begins like {ContentSniff.InWords(kind)} but cannot be read: it is damaged or cut off. Fetch it again.",
                MediaFault.Broken, said.ErrorTail);
        try
        {
            return ProbeReport.Read(said.Text, ContentSniff.Extension(kind)[1..], new FileInfo(path).Length);
        }
        catch (JsonException e)
        {
            throw new MediaException(
                "ffprobe answered something unreadable. Check that ffmpeg is installed whole.", MediaFault.Tool, e.Message);
        }
    }

    /// <summary>
    /// Only what is read: a file may carry megabytes of notes about itself. Tags go by both spellings, because Vorbis comments keep theirs.
    /// </summary>
    private const string Wanted =
        "format=duration:format_tags=title,TITLE,artist,ARTIST:stream=codec_type,codec_name,width,height,pix_fmt,color_space,color_primaries,avg_frame_rate,sample_rate,"
        + "channels,duration:stream_tags=title,TITLE,artist,ARTIST:stream_disposition=attached_pic:stream_side_data=rotation";

    /// <summary>What ffprobe is told.</summary>
    public static IReadOnlyList<string> Arguments(string path, ContentKind kind) =>
    [
        "-hide_banner", "-v", "error", "-threads", "2", "-show_entries", Wanted, "-of", "json",
        .. SafeInput.Of(path, kind),
    ];
}
