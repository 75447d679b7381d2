namespace VeniceStudio.Tests.Media.Composition;

/// <summary>Bars of known colours, 160 × 90, coded by plain arithmetic from the standards' numbers, so that no filter is judged by itself.</summary>
internal static class ColourBars
{
    private const int Width = 160, Height = 90, Frames = 6;

    /// <summary>The curve of screens: light is mixed, numbers are not.</summary>
    private const double Gamma = 2.4;

    public static IReadOnlyList<(int R, int G, int B)> Bars { get; } =
        [(180, 180, 180), (180, 180, 60), (60, 180, 180), (60, 180, 60), (180, 60, 180), (180, 60, 60), (60, 60, 180), (60, 60, 60)];

    /// <summary>Six frames as planes of 10 bits, without sharing colours between pixels.</summary>
    public static byte[] Coded(string matrix, string primaries, bool full)
    {
        var bars = Bars.Select(bar => Coded(Other(bar, primaries), matrix, full)).ToList();
        using var file = new MemoryStream();
        for (var frame = 0; frame < Frames; frame++)
            for (var plane = 0; plane < 3; plane++)
                for (var y = 0; y < Height; y++)
                    for (var x = 0; x < Width; x++)
                    {
                        var level = bars[x * Bars.Count / Width][plane];
                        file.WriteByte((byte)level);
                        file.WriteByte((byte)(level >> 8));
                    }
        return file.ToArray();
    }

    /// <summary>The middle of each bar in a picture of three bytes a pixel.</summary>
    public static IEnumerable<(int R, int G, int B)> Seen(byte[] pixels) => Enumerable.Range(0, Bars.Count).Select(bar =>
    {
        var at = (Height / 2 * Width + bar * Width / Bars.Count + Width / Bars.Count / 2) * 3;
        return ((int)pixels[at], (int)pixels[at + 1], (int)pixels[at + 2]);
    });

    /// <summary>The same colour in other primaries, 0 to 1.</summary>
    private static (double R, double G, double B) Other((int R, int G, int B) bar, string primaries)
    {
        var (r, g, b) = (Light(bar.R), Light(bar.G), Light(bar.B));
        var (x, y, z) = primaries switch
        {
            "bt2020" => (0.6274 * r + 0.3293 * g + 0.0433 * b, 0.0691 * r + 0.9195 * g + 0.0114 * b, 0.0164 * r + 0.0880 * g + 0.8956 * b),
            "bt470bg" => ((r + 0.0440 * g) / 1.0440, g, (b - 0.0118 * g) / 0.9882),
            _ => (r, g, b),
        };
        return (Math.Pow(x, 1 / Gamma), Math.Pow(y, 1 / Gamma), Math.Pow(z, 1 / Gamma));
    }

    private static double Light(int level) => Math.Pow(level / 255.0, Gamma);

    private static int[] Coded((double R, double G, double B) colour, string matrix, bool full)
    {
        var (red, blue) = matrix switch { "bt2020nc" => (0.2627, 0.0593), "bt709" => (0.2126, 0.0722), _ => (0.299, 0.114) };
        var luma = red * colour.R + (1 - red - blue) * colour.G + blue * colour.B;
        var (cb, cr) = ((colour.B - luma) / (2 - 2 * blue), (colour.R - luma) / (2 - 2 * red));
        return full ? [Whole(1023 * luma), Whole(512 + 1023 * cb), Whole(512 + 1023 * cr)] : [Whole(64 + 876 * luma), Whole(512 + 896 * cb), Whole(512 + 896 * cr)];
    }

    private static int Whole(double level) => (int)Math.Round(Math.Clamp(level, 0, 1023));
}
