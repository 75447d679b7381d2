using System.Globalization;

namespace VeniceStudio.Media.Ffmpeg;

/// <summary>Counts the pictures in a video without decoding them: quick, and enough to see that a file of our own is whole.</summary>
public sealed class PacketCount(FfmpegTools tools)
{
    /// <summary>The first video stream's packets; 0 when the file cannot be read.</summary>
    public async Task<int> OfAsync(string path, CancellationToken ct)
    {
        var kind = await ContentSniff.OfFileAsync(path, ct);
        if (KindNames.Of(kind).Demuxer is null) return 0;
        var said = await ToolRun.ReadAsync(
            new ToolCall(tools.Ffprobe, Arguments(path, kind), TimeSpan.FromMinutes(5)), 4096, ct);
        return said.ExitCode == 0 && int.TryParse(said.Text.Trim().TrimEnd(','), CultureInfo.InvariantCulture, out var count) ? count : 0;
    }

    /// <summary>What ffprobe is told.</summary>
    public static IReadOnlyList<string> Arguments(string path, ContentKind kind) =>
    [
        "-hide_banner", "-v", "error", "-select_streams", "v:0", "-count_packets", "-show_entries", "stream=nb_read_packets", "-of", "csv=p=0",
        .. SafeInput.Of(path, kind),
    ];
}
