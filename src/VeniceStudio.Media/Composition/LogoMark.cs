namespace VeniceStudio.Media.Composition;

/// <summary>A picture laid over a stretch of the film.</summary>
/// <param name="File">PNG, JPEG or WebP; a PNG's transparency is kept.</param>
/// <param name="Start">The first frame that shows it.</param>
/// <param name="Frames">How many do.</param>
public sealed record LogoMark(SourceFile File, int Start, int Frames)
{
    public LogoPlace Place { get; init; } = LogoPlace.BottomRight;

    /// <summary>Part of the frame's width, 0.02–0.8; its height follows.</summary>
    public double Width { get; init; } = 0.14;

    /// <summary>0 not to be seen, 1 solid.</summary>
    public double Opacity { get; init; } = 1;
}

public enum LogoPlace
{
    TopLeft,
    TopRight,
    BottomLeft,
    BottomRight,
    Middle,
}
