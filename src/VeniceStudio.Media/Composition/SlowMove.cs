namespace VeniceStudio.Media.Composition;

/// <summary>A slow move over a still picture, from one framing to another, at an even pace.</summary>
public sealed record SlowMove(Framing From, Framing To)
{
    private const double Near = 1.15, Aside = 0.1;

    public static SlowMove In(Focus on) => new(new(on.X, on.Y, 1), new(on.X, on.Y, Near));

    public static SlowMove Out(Focus on) => new(new(on.X, on.Y, Near), new(on.X, on.Y, 1));

    /// <summary>Past the subject; in a frame of the picture's own shape from edge to edge.</summary>
    public static SlowMove Rightwards(Focus on) => new(new(on.X - Aside, on.Y, Near), new(on.X + Aside, on.Y, Near));

    public static SlowMove Leftwards(Focus on) => new(new(on.X + Aside, on.Y, Near), new(on.X - Aside, on.Y, Near));
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
