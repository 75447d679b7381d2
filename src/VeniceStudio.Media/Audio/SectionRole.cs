namespace VeniceStudio.Media.Audio;

/// <summary>What a section does in its song.</summary>
public enum SectionRole
{
    /// <summary>What comes before the song proper.</summary>
    Intro,

    /// <summary>Carries the story; comes back with other words.</summary>
    Verse,

    /// <summary>Leads from a verse up to a chorus.</summary>
    PreChorus,

    /// <summary>What the song comes back to, at its strongest.</summary>
    Chorus,

    /// <summary>Comes once, late, and is unlike the rest.</summary>
    Bridge,

    /// <summary>All instruments in after a break: the chorus of dance music.</summary>
    Drop,

    /// <summary>Most instruments out.</summary>
    Break,

    /// <summary>How the song ends.</summary>
    Outro,
}
