using System.Globalization;

namespace VeniceStudio.Media.Ffmpeg;

/// <summary>
/// Makes a picture ready to be sent as a reference. Transparent parts become white: models see no transparency, and black
/// (what remains when it is dropped) changes the mood of what they draw.
/// </summary>
public sealed class ImageFit(FfmpegTools tools)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static readonly string MostPixels = ImageLimits.MaxSourcePixels.ToString(CultureInfo.InvariantCulture);

    /// <summary>JPEG qualities, best first; the first that fits the bytes is kept.</summary>
    private static readonly int[] Qualities = [2, 4, 8, 16, 31];

    /// <summary>Writes the fitted picture under a new name into <paramref name="targetFolder"/>, whole or not at all.</summary>
    /// <exception cref="ImageRejected">A limit is broken; the sentence names it.</exception>
    /// <exception cref="MediaException">It is no picture, another kind of picture, or damaged.</exception>
    public async Task<FittedImage> FitAsync(string sourcePath, string targetFolder, ImageLimits limits, CancellationToken ct)
    {
        var plan = ImagePlan.Of(await ReadAsync(sourcePath, ct), limits);
        using var part = new PartFile(Path.Combine(targetFolder, $"{Guid.CreateVersion7():N}.jpg"));
        foreach (var quality in Qualities)
        {
            var call = new ToolCall(tools.Ffmpeg, Arguments(sourcePath, plan, quality, part.Path), Limit);
            var run = await ToolRun.RunAsync(call, null, null, ct);
            // Anything that ffmpeg calls an error in a single picture shows: a grey band, torn blocks, missing rows.
            if (run.ExitCode != 0 || part.Length == 0 || run.ErrorTail.Length > 0)
                throw new MediaException(
                    "This picture is damaged: part of it cannot be read. Save it again and retry.", MediaFault.Broken, run.ErrorTail);
            if (part.Length is var bytes && bytes <= limits.MaxBytes)
                return new FittedImage(part.Keep(), plan.Width, plan.Height, bytes);
        }
        throw new ImageRejected($"This picture stays above {limits.MaxBytes / 1024} KB however it is packed. Choose a simpler or smaller one.");
    }

    /// <summary>What ffmpeg is told.</summary>
    public static IReadOnlyList<string> Arguments(string sourcePath, ImagePlan plan, int quality, string jpegPath) =>
    [
        .. SafeInput.Start, "-y", "-noautorotate", "-max_pixels", MostPixels, .. SafeInput.Of(sourcePath, plan.Source.Kind),
        "-filter_complex", plan.Filter, "-map", "[out]", "-frames:v", "1",
        "-map_metadata", "-1", "-fflags", "+bitexact", "-flags", "+bitexact",
        "-c:v", "mjpeg", "-q:v", quality.ToString(CultureInfo.InvariantCulture), "-f", "image2pipe", SafeInput.Plain(jpegPath),
    ];

    private static async Task<ImageHeader> ReadAsync(string path, CancellationToken ct)
    {
        if (new FileInfo(path).Length is var length and > ImageLimits.MaxSourceBytes)
            throw new ImageRejected(
                $"This picture has {length / 1048576.0:0.#} MB; up to {ImageLimits.MaxSourceBytes / 1048576} MB are taken. "
                + "Make it smaller and try again.");

        var kind = await ContentSniff.OfFileAsync(path, ct);
        if (kind == ContentKind.Empty) throw new MediaException("This file is empty. Choose a PNG, JPEG or WebP picture.");
        if (kind is not (ContentKind.Png or ContentKind.Jpeg or ContentKind.WebP))
            throw new MediaException($"This is {ContentSniff.InWords(kind)}. Choose a PNG, JPEG or WebP picture.", MediaFault.WrongKind);

        var header = ImageHeader.Read(await File.ReadAllBytesAsync(path, ct));
        return header switch
        {
            null => throw new MediaException("This picture is damaged: its header makes no sense. Save it again and retry."),
            { IsWhole: false } => throw new MediaException("This picture breaks off before its end. Save or upload it again."),
            _ => header,
        };
    }
}
