namespace VeniceStudio.Media.Composition;

/// <summary>How a picture of another shape fills the frame.</summary>
public enum Fit
{
    /// <summary>Cut at two sides, with the subject kept in.</summary>
    Crop,

    /// <summary>Whole, with black beside it.</summary>
    Pad,
}
