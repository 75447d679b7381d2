namespace VeniceStudio.Media.Ffmpeg;

/// <summary>What a reference picture may be. The defaults suit most models and keep nine pictures inside one request.</summary>
/// <param name="MinShortSide">Pixels on the shorter side; a smaller picture is enlarged, at most twofold.</param>
/// <param name="MaxPixels">Width times height; a larger picture is reduced.</param>
/// <param name="MinAspect">Width over height must be more than this.</param>
/// <param name="MaxAspect">Width over height must be less than this.</param>
/// <param name="MaxBytes">Size of the finished JPEG.</param>
public sealed record ImageLimits(
    int MinShortSide = 300, long MaxPixels = 2_000_000, double MinAspect = 0.4, double MaxAspect = 2.5, long MaxBytes = 4 * 1024 * 1024)
{
    /// <summary>Pixels in a source. Decoded, 100 million take 400 MB: more is a mistake or an attack.</summary>
    public const long MaxSourcePixels = 100_000_000;

    /// <summary>Bytes of a source, which is read into memory whole.</summary>
    public const long MaxSourceBytes = 50 * 1024 * 1024;
}
