namespace VeniceStudio.Media.Composition;

/// <summary>The pixels of a film's frame; both sides even, as its colour format wants.</summary>
public readonly record struct FrameSize(int Width, int Height)
{
    public double Aspect => (double)Width / Height;

    /// <summary>Taller than wide: made for phones, whose apps cover the foot of the picture.</summary>
    public bool IsTall => Height > Width;

    public static FrameSize Wide { get; } = new(1920, 1080);

    public static FrameSize Tall { get; } = new(1080, 1920);

    public static FrameSize Square { get; } = new(1080, 1080);

    /// <summary>The same shape with its shorter side at most so many pixels.</summary>
    public FrameSize Within(int shorter)
    {
        var scale = Math.Min(1, (double)shorter / Math.Min(Width, Height));
        return new(Even(Width * scale), Even(Height * scale));
    }

    public override string ToString() => $"{Width}x{Height}";

    private static int Even(double pixels) => Math.Max(2, (int)Math.Round(pixels / 2) * 2);
}
