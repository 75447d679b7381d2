using System.Globalization;

namespace VeniceStudio.Media.Ffmpeg;

/// <summary>Measures how loud a sound is as a whole: integrated loudness by EBU R128.</summary>
public sealed class Loudness(FfmpegTools tools)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>The gate of the norm: nothing below is counted, and silence is reported as this.</summary>
    private const double Silence = -69.9;

    /// <summary>LUFS of a stretch; null when there is no sound or only silence.</summary>
    public async Task<double?> OfAsync(string path, ContentKind kind, double start, double seconds, CancellationToken ct)
    {
        double? found = null;
        var run = await ToolRun.RunAsync(new ToolCall(tools.Ffmpeg, Arguments(path, kind, start, seconds), Limit), null, Take, ct);
        // A filter that could not begin still sums up: zeros, which would be as loud as nothing is.
        return run.ExitCode == 0 && found > Silence ? found : null;

        void Take(string line)
        {
            // The running values are kept quiet: only the summary has such a line.
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words is ["I:", var value, "LUFS"] && double.TryParse(value, CultureInfo.InvariantCulture, out var level)) found = level;
        }
    }

    /// <summary>What ffmpeg is told.</summary>
    public static IReadOnlyList<string> Arguments(string path, ContentKind kind, double start, double seconds) =>
    [
        "-hide_banner", "-nostdin", "-nostats", "-v", "info", "-threads", "2", .. SafeInput.Of(path, kind), "-vn", "-sn", "-dn", "-map", "0:a:0", "-af",
        string.Create(CultureInfo.InvariantCulture, $"asetpts=N/SR/TB,atrim=start={start:0.######}:duration={seconds:0.######},ebur128=framelog=verbose"),
        "-f", "null", "-",
    ];
}
