using VeniceStudio.Media.Editing;

namespace VeniceStudio.Media.Composition;

/// <summary>A composed film that exports are made from.</summary>
/// <param name="Path">An MP4 of this studio.</param>
/// <param name="Rate">Frames a second.</param>
/// <param name="Size">Pixels.</param>
/// <param name="Frames">Its length.</param>
/// <param name="HasSound">False for a silent film.</param>
public sealed record FilmFile(string Path, FrameRate Rate, FrameSize Size, int Frames, bool HasSound = true)
{
    /// <summary>The film that a timeline became.</summary>
    public static FilmFile Of(string path, Timeline timeline) => new(path, timeline.Rate, timeline.Size, timeline.TotalFrames, timeline.Song is not null);

    public double Seconds => Rate.SecondsAt(Frames);
}
