using VeniceStudio.Media.Ffmpeg;

namespace VeniceStudio.Media.Composition;

/// <summary>How the colours of a clip are coded, in ffmpeg's words. Whether black is 0 or 16 is told by each picture itself.</summary>
/// <param name="Matrix">How brightness and colour are parted: "bt709", "smpte170m", "bt2020".</param>
/// <param name="Primaries">Which red, green and blue are meant: "bt709", "bt470bg", "smpte170m", "bt2020".</param>
public sealed record ClipColours(string Matrix, string Primaries)
{
    /// <summary>Formats that what follows can take; the scaler makes the nearest.</summary>
    private const string Plain = "format=yuv420p|yuv422p|yuv444p|yuv420p10|yuv422p10|yuv444p10";

    /// <summary>What films of this studio are coded as, and what every browser shows.</summary>
    public static ClipColours Usual { get; } = new("bt709", "bt709");

    /// <summary>
    /// This ffmpeg has zimg, which is exact to two of 255. Without it reds, greens and blues at the edge of a wide gamut are up to eight off.
    /// </summary>
    public bool HasZimg { get; init; }

    /// <summary>Clips that do not say are read as players read them: large ones as BT.709, small ones as the television of old.</summary>
    public static ClipColours Of(VideoFacts video)
    {
        if (video.ColourSpace == "gbr" || video.PixelFormat.StartsWith("rgb", StringComparison.Ordinal) || video.PixelFormat.StartsWith("gbr", StringComparison.Ordinal)) return Usual;
        var matrix = video.ColourSpace switch
        {
            "bt709" or "smpte170m" or "bt470bg" or "smpte240m" or "fcc" => video.ColourSpace,
            "bt2020nc" or "bt2020c" => "bt2020",
            _ when video.ColourPrimaries == "bt2020" => "bt2020",
            _ => Math.Max(video.Width, video.Height) >= 1280 || Math.Min(video.Width, video.Height) >= 720 ? "bt709" : "smpte170m",
        };
        return new(matrix, video.ColourPrimaries switch
        {
            "smpte170m" or "bt470bg" or "smpte240m" or "bt2020" => video.ColourPrimaries,
            // Nobody codes small colours with a wide gamut's numbers; the old television's reds are too near to be guessed at.
            _ when matrix == "bt2020" => "bt2020",
            _ => "bt709",
        });
    }

    /// <summary>What the scaler is told: to leave the matrix to zimg, or to turn it, exactly where it does.</summary>
    internal string Scaling => Matrix == Usual.Matrix || HasZimg ? $"flags=lanczos:in_color_matrix={Matrix}:out_color_matrix={Matrix}:out_range=tv"
        : $"flags=lanczos+accurate_rnd+full_chroma_int:in_color_matrix={Matrix}:out_color_matrix=bt709:out_range=tv";

    /// <summary>
    /// What scaled pictures pass to become BT.709, with a comma behind it; nothing for those that are. Other primaries are turned in light,
    /// by the curve that screens have, not in numbers.
    /// </summary>
    internal string Turning => (HasZimg, Matrix == Usual.Matrix, Primaries == Usual.Primaries) switch
    {
        (_, true, true) or (false, false, true) => "",
        (true, _, _) => $"{Plain},zscale=rangein=tv:range=tv:matrixin={ZimgMatrix}:matrix=bt709:primariesin={Primaries}:primaries=bt709:transferin=bt709:transfer=bt709,",
        _ => $"{Plain},colorspace=ispace=bt709:space=bt709:irange=tv:range=tv:iprimaries={Primaries}:primaries=bt709:itrc=bt470m:trc=bt470m,",
    };

    private string ZimgMatrix => Matrix switch
    {
        "bt2020" => "bt2020nc",
        // ffmpeg misspells this one's name; its number is right.
        "smpte240m" => "7",
        _ => Matrix,
    };
}
