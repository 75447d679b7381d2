namespace VeniceStudio.Media.Ffmpeg;

/// <summary>The size a picture will have, decided from its header alone.</summary>
public sealed record ImagePlan(ImageHeader Source, int Width, int Height)
{
    private const double MostEnlargement = 2;

    /// <summary>Fits the upright picture into the limits without changing its shape.</summary>
    /// <exception cref="ImageRejected">No size fits.</exception>
    public static ImagePlan Of(ImageHeader source, ImageLimits limits)
    {
        if (source.IsAnimated) throw new ImageRejected("This picture is animated. Choose a still one: PNG, JPEG or WebP.");
        if (source.Pixels > ImageLimits.MaxSourcePixels)
            throw new ImageRejected(
                $"This picture is {source.Width} × {source.Height}; up to {ImageLimits.MaxSourcePixels / 1_000_000} megapixels are taken. "
                + "Make it smaller and try again.");

        double width = source.UprightWidth, height = source.UprightHeight;
        if (width / height <= limits.MinAspect || width / height >= limits.MaxAspect)
            throw new ImageRejected(
                $"This picture is {width:0} × {height:0}, a shape of {width / height:0.00} to 1; it must lie "
                + $"between {limits.MinAspect:0.##} and {limits.MaxAspect:0.##}. Crop it and try again.");

        var scale = Math.Min(1, Math.Sqrt(limits.MaxPixels / (width * height)));
        var least = limits.MinShortSide / Math.Min(width, height);
        if (least > MostEnlargement || (scale < 1 && least > scale))
            throw new ImageRejected(
                $"This picture is {width:0} × {height:0}; its shorter side must have "
                + $"at least {Math.Ceiling(limits.MinShortSide / MostEnlargement):0} pixels. Choose a larger one.");

        return least > scale
            ? new ImagePlan(source, (int)Math.Ceiling(width * least), (int)Math.Ceiling(height * least))
            : new ImagePlan(source, (int)Math.Floor(width * scale), (int)Math.Floor(height * scale));
    }

    /// <summary>ffmpeg's filter: turn upright, size, lay what is transparent over white, store as JPEG does.</summary>
    public string Filter
    {
        get
        {
            var turned = Turn is { } turn ? $"[0:v]{turn}[up];[up]" : "[0:v]";
            var sized = $"scale={Width}:{Height}:flags=lanczos";
            return Source.HasAlpha
                ? $"color=white:s={Width}x{Height},format=rgba[paper];{turned}{sized},format=rgba[ink];"
                    + "[paper][ink]overlay=format=rgb:shortest=1,scale=out_range=pc,format=yuvj420p[out]"
                : $"{turned}{sized}:out_range=pc,format=yuvj420p[out]";
        }
    }

    private string? Turn => Source.Orientation switch
    {
        2 => "hflip",
        3 => "hflip,vflip",
        4 => "vflip",
        5 => "transpose=cclock_flip",
        6 => "transpose=clock",
        7 => "transpose=clock_flip",
        8 => "transpose=cclock",
        _ => null,
    };
}
