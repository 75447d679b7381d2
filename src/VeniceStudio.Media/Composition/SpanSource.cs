namespace VeniceStudio.Media.Composition;

/// <summary>What a span of the film shows.</summary>
public abstract record SpanSource;

/// <summary>A stretch of a clip.</summary>
/// <param name="File">MP4, MOV or WebM.</param>
/// <param name="In">Seconds into the clip at which the span begins; what lies before and behind is handle for transitions.</param>
/// <param name="Seconds">Length of the whole clip as measured.</param>
public sealed record ClipSource(SourceFile File, double In, double Seconds) : SpanSource
{
    /// <summary>How fast it runs, 1 as it is; held to 0.85–1.15.</summary>
    public double Speed { get; init; } = 1;

    public ClipColours Colours { get; init; } = ClipColours.Usual;
}

/// <summary>A still picture with a slow move over it.</summary>
/// <param name="File">PNG, JPEG or WebP.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Move">From where to where; null: a gentle way in towards the span's subject.</param>
public sealed record PictureSource(SourceFile File, int Width, int Height, SlowMove? Move = null) : SpanSource;

/// <summary>One colour, for cards and gaps.</summary>
/// <param name="Rgb">0xRRGGBB.</param>
public sealed record ColourSource(int Rgb) : SpanSource
{
    public static ColourSource Black { get; } = new(0);
}
