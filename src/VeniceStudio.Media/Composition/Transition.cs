namespace VeniceStudio.Media.Composition;

/// <summary>How the film comes to a span from the one before it.</summary>
public enum TransitionKind
{
    Cut,
    CrossFade,
    DipToBlack,
    DipToWhite,

    /// <summary>As if the camera were torn aside.</summary>
    Whip,

    /// <summary>Both pictures stand still around the cut, so that the eye compares them.</summary>
    MatchHold,
}

/// <summary>A transition. It lies around the cut, which stays on its beat; its frames come from handles, not from the song.</summary>
/// <param name="Frames">In all, before and behind the cut; of no meaning for a cut.</param>
public readonly record struct Transition(TransitionKind Kind, int Frames)
{
    public static Transition Cut { get; }

    /// <summary>Half of it may take at most half of the span on either side.</summary>
    internal (int Before, int After) Around(FilmSpan left, FilmSpan right) => Kind == TransitionKind.Cut || Frames <= 0 ? default
        : (Math.Min(Frames / 2, left.Frames / 2), Math.Min(Frames - Frames / 2, right.Frames / 2));

    /// <summary>True where both pictures are in one frame.</summary>
    internal bool IsBlend => Kind is not (TransitionKind.Cut or TransitionKind.MatchHold);
}
