namespace VeniceStudio.Media.Lyrics;

/// <summary>Where the time of a line comes from.</summary>
public enum LyricSupport
{
    /// <summary>It has no time: an empty line, or a label such as [Chorus].</summary>
    Untimed,

    /// <summary>Its words were heard there, or a file says so.</summary>
    Heard,

    /// <summary>Nobody heard it: laid between its neighbours by its length.</summary>
    Interpolated,

    /// <summary>The creator set it. It wins over everything heard.</summary>
    ByHand,
}
