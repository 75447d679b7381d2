namespace VeniceStudio.Media.Composition;

/// <summary>A slow move over a still picture, from one framing to another, at an even pace.</summary>
public sealed record SlowMove(Framing From, Framing To)
{
    public static SlowMove In(Focus on) => new(new(0.5, 0.5, 1), new(on.X, on.Y, 1.15));

    public static SlowMove Out(Focus on) => new(new(on.X, on.Y, 1.15), new(0.5, 0.5, 1));

    public static SlowMove Rightwards(Focus on) => new(new(0, on.Y, 1.15), new(1, on.Y, 1.15));

    public static SlowMove Leftwards(Focus on) => new(new(1, on.Y, 1.15), new(0, on.Y, 1.15));
}

/// <summary>A window of the film's shape in a picture of any shape.</summary>
/// <param name="X">Middle, 0 left to 1 right; the window stops at the picture's edge.</param>
/// <param name="Y">Middle, 0 top to 1 bottom.</param>
/// <param name="Zoom">1: the largest window that fits; 2: half as wide. At most 4.</param>
public readonly record struct Framing(double X, double Y, double Zoom)
{
    /// <summary>The window in pixels of the picture.</summary>
    public (double X, double Y, double Width, double Height) In(int width, int height, double aspect)
    {
        var wide = Math.Min(width, height * aspect) / Math.Clamp(Zoom, 1, 4);
        var high = wide / aspect;
        return (Math.Clamp(X * width - wide / 2, 0, width - wide), Math.Clamp(Y * height - high / 2, 0, height - high), wide, high);
    }
}
