using VeniceStudio.Media.Audio;

namespace VeniceStudio.Media.Composition;

/// <summary>Finds the stretches of a song that stand for all of it. They begin and end on downbeats where the song has bars.</summary>
public static class Highlights
{
    private const double LoopShortest = 3, LoopLongest = 8, LoopBest = 5;

    /// <summary>A teaser has at least this part of the length that was asked for.</summary>
    private const double Fullest = 0.7;

    /// <summary>The strongest bars that fill at most so many seconds.</summary>
    public static SongStretch Teaser(HeardSong song, double seconds)
    {
        if (song.Duration <= seconds) return new(0, song.Duration);
        var bars = Bars(song);
        var best = new SongStretch(0, 0);
        var most = double.MinValue;
        foreach (var start in bars)
        {
            var end = bars.LastOrDefault(bar => bar <= start + seconds + 1e-6);
            if (end - start < seconds * Fullest) continue;
            // A section's first bar is where a listener expects something to begin.
            var score = Energy(song, start, end) + (IsSectionStart(song, start) ? 0.1 : 0) + 0.1 * (end - start) / seconds;
            if (score > most + 1e-9) (best, most) = (new(start, end), score);
        }
        return best.Seconds > 0 ? best : Loudest(song, seconds);
    }

    /// <summary>Bars to be played over and over: 3–8 s, in the strongest part, with a moment before them to fade into.</summary>
    /// <param name="song">The song.</param>
    /// <param name="lead">Seconds that have to lie before it.</param>
    /// <returns>Null for a song that is too short.</returns>
    public static SongStretch? Loop(HeardSong song, double lead)
    {
        var bars = Bars(song);
        SongStretch? best = null;
        var most = double.MinValue;
        for (var i = 0; i < bars.Count; i++)
            foreach (var count in (int[])[1, 2, 4, 8])
            {
                if (bars[i] < lead || i + count >= bars.Count) continue;
                var stretch = new SongStretch(bars[i], bars[i + count]);
                if (stretch.Seconds is < LoopShortest or > LoopLongest) continue;
                var score = Energy(song, stretch.Start, stretch.End) + (IsSectionStart(song, stretch.Start) ? 0.1 : 0) - 0.05 * Math.Abs(stretch.Seconds - LoopBest);
                if (score > most + 1e-9) (best, most) = (stretch, score);
            }
        if (best is not null || song.Duration < lead + LoopShortest) return best;
        var found = Loudest(song, Math.Min(LoopBest, song.Duration - lead));
        var from = Math.Max(lead, found.Start);
        return new(from, Math.Min(song.Duration, from + found.Seconds));
    }

    /// <summary>Downbeats; of a song without bars its beats. Where the last bar ends is the song's end.</summary>
    private static List<double> Bars(HeardSong song)
    {
        var downbeats = song.Grid.Beats.Where(beat => beat.IsDownbeat).Select(beat => beat.Seconds).ToList();
        return downbeats.Count > 1 ? downbeats : [.. song.Grid.Beats.Select(beat => beat.Seconds)];
    }

    /// <summary>Without any beat: the stretch with the most energy, begun with a section.</summary>
    private static SongStretch Loudest(HeardSong song, double seconds)
    {
        var starts = song.Sections.Select(section => Math.Min(section.Start, song.Duration - seconds)).Prepend(0);
        var start = starts.MaxBy(begin => Energy(song, begin, begin + seconds));
        return new(start, start + seconds);
    }

    /// <summary>The sections' energy, each by its share of the stretch.</summary>
    private static double Energy(HeardSong song, double start, double end) =>
        song.Sections.Sum(section => section.Energy * Math.Max(0, Math.Min(end, section.End) - Math.Max(start, section.Start))) / (end - start);

    private static bool IsSectionStart(HeardSong song, double seconds) => song.Sections.Any(section => Math.Abs(section.Start - seconds) < 0.05);
}
