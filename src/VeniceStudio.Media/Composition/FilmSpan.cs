namespace VeniceStudio.Media.Composition;

/// <summary>A stretch of the film that shows one thing.</summary>
/// <param name="Start">Its first frame in the film.</param>
/// <param name="Frames">How many; at least 1.</param>
/// <param name="Source">What it shows.</param>
public sealed record FilmSpan(int Start, int Frames, SpanSource Source)
{
    /// <summary>How the film comes here; without meaning for the first span.</summary>
    public Transition In { get; init; } = Transition.Cut;

    public WhenShort WhenShort { get; init; } = WhenShort.Hold;

    public Focus Subject { get; init; } = Focus.Middle;

    public Fit Fit { get; init; } = Fit.Crop;

    /// <summary>The frame after its last.</summary>
    public int End => Start + Frames;
}
