using System.Globalization;

namespace VeniceStudio.Media.Composition;

/// <summary>The filters that bring any picture to the film's pixels: its size, square ones, 8 bits, BT.709.</summary>
internal static class FitFilter
{
    /// <summary>For a clip.</summary>
    public static string Of(FrameSize size, Fit fit, Focus subject, ClipColours colours) => Of(size, fit, subject, colours.Scaling, colours.Turning);

    /// <summary>For a picture, which says itself how its colours are coded.</summary>
    public static string Of(FrameSize size, Fit fit, Focus subject) =>
        Of(size, fit, subject, "flags=lanczos:in_color_matrix=auto:out_color_matrix=bt709:out_range=tv", "");

    private static string Of(FrameSize size, Fit fit, Focus subject, string colours, string turning)
    {
        var (w, h) = (size.Width, size.Height);
        var isWider = string.Create(CultureInfo.InvariantCulture, $"gte(iw*sar*{h},ih*{w})");
        // Sides are rounded to even ones outwards for a crop, inwards for a pad; a hundredth keeps 640.0000001 from becoming 642.
        return fit == Fit.Crop
            ? string.Create(CultureInfo.InvariantCulture,
                $"scale=w='if({isWider},2*ceil({h}*iw*sar/ih/2-0.01),{w})':h='if({isWider},{h},2*ceil({w}*ih/iw/sar/2-0.01))':{colours},"
                + $"crop={w}:{h}:'clip(iw*{Part(subject.X)}-ow/2,0,iw-ow)':'clip(ih*{Part(subject.Y)}-oh/2,0,ih-oh)',{turning}{Finish}")
            : string.Create(CultureInfo.InvariantCulture,
                $"scale=w='if({isWider},{w},2*floor({h}*iw*sar/ih/2+0.01))':h='if({isWider},2*floor({w}*ih/iw/sar/2+0.01),{h})':{colours},"
                + $"pad={w}:{h}:(ow-iw)/2:(oh-ih)/2:black,{turning}{Finish}");
    }

    /// <summary>What every picture of a film is tagged as.</summary>
    public const string Finish = "format=yuv420p,setsar=1,setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709";

    private static string Part(double value) => FilterText.Number(Math.Clamp(double.IsFinite(value) ? value : 0.5, 0, 1));
}
