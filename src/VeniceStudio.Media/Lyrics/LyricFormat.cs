namespace VeniceStudio.Media.Lyrics;

/// <summary>The file formats that lyrics come in and go out.</summary>
public enum LyricFormat
{
    /// <summary>[mm:ss.xx] before each line; keeps words and their times, and lines without one.</summary>
    Lrc,

    /// <summary>SubRip captions; keeps lines only.</summary>
    Srt,

    /// <summary>WebVTT captions; keeps words and their times.</summary>
    Vtt,
}
