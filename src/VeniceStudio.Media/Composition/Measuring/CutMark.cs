namespace VeniceStudio.Media.Composition;

/// <summary>A planned cut as it was found in the file.</summary>
/// <param name="Planned">The frame that should be the first of the new picture; of a transition the one in its middle.</param>
/// <param name="Found">The frame where the picture really changes; null where both sides look alike, so that there is nothing to see.</param>
/// <param name="Kind">How the film changes there.</param>
public sealed record CutMark(int Planned, int? Found, TransitionKind Kind)
{
    /// <summary>Frames off, late above 0; null when nothing is to be seen.</summary>
    public int? Off => Found - Planned;
}
