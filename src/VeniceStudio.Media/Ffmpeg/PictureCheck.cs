namespace VeniceStudio.Media.Ffmpeg;

/// <summary>
/// Whether a file is a picture with something to see: of a known kind, large enough, decodable to its last row, and not one flat colour,
/// which is what stands in for a picture that was not made.
/// </summary>
public sealed class PictureCheck(FfmpegTools tools)
{
    /// <summary>Pixels on the shorter side: no image model draws smaller than this.</summary>
    public const int LeastSide = 64;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <exception cref="MediaException">It could not be looked at, for a reason that is not in the file.</exception>
    public async Task<PictureVerdict> CheckAsync(string path, CancellationToken ct)
    {
        var kind = await ContentSniff.OfFileAsync(path, ct);
        if (kind is not (ContentKind.Png or ContentKind.Jpeg or ContentKind.WebP)) return new PictureVerdict.NotAPicture($"{ContentSniff.InWords(kind)} came instead of a picture");
        var header = ImageHeader.Read(await File.ReadAllBytesAsync(path, ct));
        if (header is null) return new PictureVerdict.NotAPicture("the picture's header makes no sense");
        if (!header.IsWhole) return new PictureVerdict.NotAPicture("the picture breaks off before its end");
        if (Math.Min(header.Width, header.Height) < LeastSide) return new PictureVerdict.Blank($"it is only {header.Width} × {header.Height} pixels");

        var tally = new FrameTally();
        var run = await ToolRun.RunAsync(
            new ToolCall(tools.Ffmpeg, Arguments(path, kind), Limit), (raw, stop) => FrameReel.ReadAsync(raw, tally.Take, stop), null, ct);
        if (run.ExitCode != 0 || run.ErrorTail.Length > 0 || tally.Frames == 0) return new PictureVerdict.NotAPicture("the picture does not decode to its end");
        return tally.IsFlat ? new PictureVerdict.Blank("it shows one flat colour") : new PictureVerdict.Sound(kind, header.UprightWidth, header.UprightHeight);
    }

    /// <summary>What ffmpeg is told: one small grey frame of all of it.</summary>
    public static IReadOnlyList<string> Arguments(string path, ContentKind kind) =>
        [.. SafeInput.Start, .. SafeInput.Of(path, kind), "-map", "0:v:0", "-frames:v", "1", "-vf", FrameReel.Filter, "-f", "rawvideo", "pipe:1"];
}

/// <summary>What a look at a picture tells.</summary>
public abstract record PictureVerdict
{
    private PictureVerdict() { }

    /// <param name="Kind">PNG, JPEG or WebP.</param>
    /// <param name="Width">Pixels, upright.</param>
    /// <param name="Height">Pixels, upright.</param>
    public sealed record Sound(ContentKind Kind, int Width, int Height) : PictureVerdict;

    /// <summary>It decodes and shows nothing. <c>Reason</c> is the end of a sentence.</summary>
    public sealed record Blank(string Reason) : PictureVerdict;

    /// <summary>It is something else, or damaged. <c>Reason</c> as above.</summary>
    public sealed record NotAPicture(string Reason) : PictureVerdict;
}
