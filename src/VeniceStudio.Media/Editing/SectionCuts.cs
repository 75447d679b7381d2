using VeniceStudio.Media.Audio;

namespace VeniceStudio.Media.Editing;

/// <summary>Where the sections of a song begin, as a film cuts them.</summary>
internal static class SectionCuts
{
    /// <summary>
    /// One frame at 24 a second. A section that begins no further from a beat begins on it; two changes no further apart are one cut.
    /// </summary>
    private const double Frame = 1.0 / 24;

    /// <summary>Seconds and section, in order; the first is at 0. A creator's section that begins between beats stays there.</summary>
    public static IReadOnlyList<(double Seconds, int Section)> Of(HeardSong song)
    {
        var cuts = new List<(double Seconds, int Section)> { (0, 0) };
        for (var i = 1; i < song.Sections.Count; i++)
        {
            var start = song.Sections[i].Start;
            if (BeatSnap.NearestBeat(song.Grid.Beats, start) is { } beat && Math.Abs(beat - start) <= Frame) start = beat;
            if (start - cuts[^1].Seconds > Frame && song.Duration - start > Frame) cuts.Add((start, i));
            else if (start - cuts[^1].Seconds <= Frame) cuts[^1] = (cuts[^1].Seconds, i);
        }
        return cuts;
    }
}
