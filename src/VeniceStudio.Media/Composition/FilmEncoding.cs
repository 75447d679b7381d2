namespace VeniceStudio.Media.Composition;

/// <summary>How segments are encoded. All segments of a film need the same, or they could not be joined without another encoding.</summary>
/// <param name="Preset">x264's balance of time against size.</param>
/// <param name="Quality">x264's constant rate factor: 18 is taken for indistinguishable from the source by most eyes.</param>
/// <param name="Threads">Of one encoder. It is fixed, because the picture's last bits depend on it and the same film has to come out the same.</param>
public sealed record FilmEncoding(string Preset = "veryfast", int Quality = 18, int Threads = 2)
{
    public static FilmEncoding Usual { get; } = new();
}
