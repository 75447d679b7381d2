using VeniceStudio.Media.Audio;

namespace VeniceStudio.Media.Editing;

/// <summary>Beats for somebody who moves a cut by hand.</summary>
public static class BeatSnap
{
    /// <summary>
    /// Seconds, half a frame at 24 a second: a cut that was rounded to a frame is still on its beat, and nobody hears or sees less.
    /// </summary>
    public const double Tolerance = 0.5 / 24 + 1e-4;

    /// <summary>
    /// The nearest beat or begin of a section. Where neither is within a second, the song has nothing to snap to there and the moment
    /// stays as it is.
    /// </summary>
    /// <param name="song">Beats and sections.</param>
    /// <param name="seconds">Of the song; beyond its ends, the end is meant.</param>
    public static double Nearest(HeardSong song, double seconds)
    {
        var at = Math.Clamp(seconds, 0, song.Duration);
        var best = NearestBeat(song.Grid.Beats, at) ?? double.PositiveInfinity;
        foreach (var (start, _) in SectionCuts.Of(song))
        {
            if (Math.Abs(start - at) < Math.Abs(best - at)) best = start;
        }
        return Math.Abs(best - at) <= 1 ? best : at;
    }

    /// <summary>Whether a cut at this moment is on a beat, within <see cref="Tolerance"/>.</summary>
    public static bool IsOnBeat(HeardSong song, double seconds) =>
        NearestBeat(song.Grid.Beats, seconds) is { } beat && Math.Abs(beat - seconds) <= Tolerance;

    internal static double? NearestBeat(IReadOnlyList<Beat> beats, double seconds)
    {
        if (beats.Count == 0) return null;
        var (low, high) = (0, beats.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (beats[middle].Seconds < seconds) low = middle + 1;
            else high = middle;
        }
        return low > 0 && seconds - beats[low - 1].Seconds < beats[low].Seconds - seconds ? beats[low - 1].Seconds : beats[low].Seconds;
    }
}
