namespace VeniceStudio.Media.Composition;

/// <summary>Words on the picture for a while.</summary>
/// <param name="Start">The first frame that shows them.</param>
/// <param name="Frames">How many do.</param>
/// <param name="Text">As typed; line feeds part lines, longer lines are wrapped. Nothing in it is taken for a command.</param>
/// <param name="Style">Where they stand and how they look.</param>
public sealed record ScreenText(int Start, int Frames, string Text, TextStyle Style)
{
    /// <summary>Frames until they are all there, and from which they go.</summary>
    public int FadeIn { get; init; }

    public int FadeOut { get; init; }

    /// <summary>For <see cref="TextStyle.Sung"/>: the pieces of the text, each with the frame at which it is sung.</summary>
    public IReadOnlyList<(string Text, int Start)> Words { get; init; } = [];

    /// <summary>How dark the picture behind them gets: 0 not at all, 1 black.</summary>
    public double Dim { get; init; }
}

/// <summary>How words look.</summary>
public enum TextStyle
{
    /// <summary>White with a dark edge, at the foot.</summary>
    Caption,

    /// <summary>In a dark box, at the foot: for bright and busy pictures.</summary>
    Boxed,

    /// <summary>Large, in the middle: for films that are watched on phones.</summary>
    Large,

    /// <summary>Words light up as they are sung.</summary>
    Sung,

    /// <summary>The title of the film, in the middle.</summary>
    Title,

    /// <summary>Under the title.</summary>
    Subtitle,
}
