namespace VeniceStudio.Media.Ffmpeg;

/// <summary>Takes the cover picture out of a song and makes it harmless: a new JPEG of its pixels, without whatever else came along.</summary>
public sealed class CoverPicture(FfmpegTools tools)
{
    /// <summary>Covers are about square and large enough to show; everything else that is stuck to a song is left where it is.</summary>
    public static ImageLimits Limits { get; } = new(MinShortSide: 32, MaxPixels: 1_000_000, MinAspect: 0.2, MaxAspect: 5, MaxBytes: 1024 * 1024);

    private const string MostBytes = "20000000";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    /// <summary>Writes the cover into a folder under a new name.</summary>
    /// <returns>The picture's path; null when there is none that can be shown. A song is not refused for its cover.</returns>
    public async Task<string?> TakeOutAsync(string songPath, ContentKind kind, string targetFolder, CancellationToken ct)
    {
        using var raw = new PartFile(Path.Combine(targetFolder, $"{Guid.CreateVersion7():N}.cover"));
        try
        {
            var run = await ToolRun.RunAsync(new ToolCall(tools.Ffmpeg, Arguments(songPath, kind, raw.Path), Limit), null, null, ct);
            if (run.ExitCode != 0 || raw.Length == 0) return null;
            return (await new ImageFit(tools).FitAsync(raw.Path, targetFolder, Limits, ct)).Path;
        }
        catch (MediaException)
        {
            return null;
        }
    }

    /// <summary>What ffmpeg is told: hand over the first picture as it lies in the file.</summary>
    public static IReadOnlyList<string> Arguments(string songPath, ContentKind kind, string rawPath) =>
    [
        .. SafeInput.Start, "-y", .. SafeInput.Of(songPath, kind), "-map", "0:v:0", "-c", "copy", "-frames:v", "1", "-fs", MostBytes,
        "-f", "image2pipe", SafeInput.Plain(rawPath),
    ];
}
