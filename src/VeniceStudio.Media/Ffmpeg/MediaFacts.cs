namespace VeniceStudio.Media.Ffmpeg;

/// <summary>What a media file holds.</summary>
/// <param name="Container">The format by content: "mp4", "webm", "mp3".</param>
/// <param name="DurationSeconds">Length in seconds; 0 for a picture or when the file does not tell.</param>
/// <param name="Bytes">Size on disk.</param>
/// <param name="Video">The moving picture; null when there is none. A song's cover picture is none.</param>
/// <param name="Audio">The sound; null when there is none.</param>
public sealed record MediaFacts(string Container, double DurationSeconds, long Bytes, VideoFacts? Video, AudioFacts? Audio)
{
    /// <summary>The title in the file's tags, as it stands there: the words of a stranger, of any length. Null when there is none.</summary>
    public string? Title { get; init; }

    /// <summary>The artist in the file's tags, just as little to be trusted. Null when there is none.</summary>
    public string? Artist { get; init; }

    /// <summary>True when the file says that it carries a cover picture.</summary>
    public bool HasCover { get; init; }
}

/// <summary>The first picture stream.</summary>
/// <param name="Width">Pixels as stored, before <paramref name="Rotation"/>.</param>
/// <param name="Height">Pixels as stored, before <paramref name="Rotation"/>.</param>
/// <param name="Codec">ffmpeg's name for it: "h264".</param>
/// <param name="PixelFormat">ffmpeg's name for it: "yuv420p".</param>
/// <param name="FrameRate">Frames per second on average; 0 when unknown.</param>
/// <param name="Rotation">Degrees clockwise to turn it for viewing: 0, 90, 180 or 270.</param>
public sealed record VideoFacts(int Width, int Height, string Codec, string PixelFormat, double FrameRate, int Rotation)
{
    /// <summary>ffmpeg's name for how colours are coded: "bt709"; empty or "unknown" when the file does not say.</summary>
    public string ColourSpace { get; init; } = "";

    /// <summary>ffmpeg's name for which red, green and blue are meant: "bt709"; empty or "unknown" when the file does not say.</summary>
    public string ColourPrimaries { get; init; } = "";

    /// <summary>Length of the picture alone; 0 when the file tells only the length of the whole.</summary>
    public double Seconds { get; init; }
}

/// <summary>The first sound stream.</summary>
/// <param name="Codec">ffmpeg's name for it: "aac".</param>
/// <param name="SampleRate">Samples per second.</param>
/// <param name="Channels">1 for mono, 2 for stereo.</param>
public sealed record AudioFacts(string Codec, int SampleRate, int Channels);
