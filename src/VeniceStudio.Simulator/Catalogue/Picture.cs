using System.Globalization;

namespace VeniceStudio.Simulator.Catalogue;

/// <summary>From the words of an order to pixels.</summary>
internal static class Picture
{
    /// <summary>Pixels on the short side; 720 when the order names no resolution.</summary>
    public static int Lines(string? resolution) => resolution switch
    {
        null => 720,
        "4k" => 2160,
        "2K" => 1440,
        "true_1080p" => 1080,
        _ => int.TryParse(resolution.TrimEnd('p', 'P'), CultureInfo.InvariantCulture, out var lines) ? lines : 720,
    };

    /// <summary>Width over height; null when the ratio follows the material.</summary>
    public static double? Ratio(string? ratio) =>
        ratio?.Split(':') is [var w, var h] && double.TryParse(w, CultureInfo.InvariantCulture, out var width)
            && double.TryParse(h, CultureInfo.InvariantCulture, out var height)
            ? width / height : null;

    /// <summary>Even pixel sizes with the true shape, shrunk to at most <paramref name="maxPixels"/> so that a rehearsal stays
    /// quick.</summary>
    public static (int Width, int Height) Size(double ratio, int lines, int maxPixels)
    {
        ratio = Math.Clamp(ratio, 0.25, 4);
        double height = ratio >= 1 ? lines : lines / ratio;
        double width = height * ratio;
        var shrink = Math.Min(1, Math.Sqrt(maxPixels / (width * height)));
        return (Even(width * shrink), Even(height * shrink));
    }

    private static int Even(double size) => Math.Max(16, (int)Math.Round(size / 2) * 2);
}
