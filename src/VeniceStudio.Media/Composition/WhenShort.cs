namespace VeniceStudio.Media.Composition;

/// <summary>What fills a span that outlasts its clip, after the clip was slowed by up to 15 %. Never black.</summary>
public enum WhenShort
{
    /// <summary>The last picture stands.</summary>
    Hold,

    /// <summary>Back and forth.</summary>
    PingPong,

    /// <summary>From the span's first picture again.</summary>
    Loop,
}
