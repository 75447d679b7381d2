using VeniceStudio.Media.Audio;

namespace VeniceStudio.Media.Editing;

/// <summary>A section with all the moments where it may be cut; the first and the last of them always are.</summary>
/// <param name="Section">Its index in the song.</param>
/// <param name="Wished">Seconds that a shot in it would best last.</param>
/// <param name="Points">In order.</param>
internal sealed record CutGround(int Section, double Wished, IReadOnlyList<CutPoint> Points)
{
    /// <summary>
    /// What a cut costs that misses the music's joints, in units of a shot's length. Phrases are mostly of four bars, then of two; the
    /// middle of an even bar carries a cut at high pace, other beats only when nothing else fits.
    /// </summary>
    private const double TwoBars = 0.06, OneBar = 0.15, NoBars = 0.3, HalfBar = 0.5, OtherBeat = 0.9;

    /// <summary>Seconds between counted-off moments where there are no beats.</summary>
    private const double FreeStep = 0.25;

    /// <summary>Counted-off moments keep this many seconds away from beats: a cut just beside a beat looks like a mistake.</summary>
    private const double FreeMargin = 1;

    /// <summary>All sections of a song, in order.</summary>
    public static IReadOnlyList<CutGround> Of(HeardSong song, CutTaste taste, ShotLimits limits)
    {
        var beats = song.Grid.Beats.Where(beat => beat.Seconds > 0 && beat.Seconds < song.Duration).ToArray();
        var starts = SectionCuts.Of(song);
        var next = 0;
        var grounds = new List<CutGround>();
        for (var i = 0; i < starts.Count; i++)
        {
            var (start, end) = (starts[i].Seconds, i + 1 < starts.Count ? starts[i + 1].Seconds : song.Duration);
            while (next < beats.Length && beats[next].Seconds < start) next++;
            var first = next;
            while (next < beats.Length && beats[next].Seconds < end) next++;
            var wished = Math.Clamp(taste.Wished(Energy(song.Sections, starts[i].Section)), limits.Shortest, limits.Longest);
            grounds.Add(new CutGround(starts[i].Section, wished, PointsOf(start, end, beats.AsSpan(first..next), song.Grid, limits)));
        }
        return grounds;
    }

    /// <summary>A repeat is cut as what it repeats unless it is clearly stronger or weaker, so that it can show the same footage.</summary>
    private static double Energy(IReadOnlyList<Section> sections, int index)
    {
        if (index >= sections.Count) return 0.5;
        var own = sections[index].Energy;
        return sections[index].RepeatOf is { } of && of < index && of >= 0 && Math.Abs(sections[of].Energy - own) < 0.2 ? sections[of].Energy : own;
    }

    private static List<CutPoint> PointsOf(double start, double end, ReadOnlySpan<Beat> beats, BeatGrid grid, ShotLimits limits)
    {
        var points = new List<CutPoint> { new(start, 0, false) };
        var bar = -1;
        foreach (var beat in beats)
        {
            if (beat.IsDownbeat) bar++;
            if (beat.Seconds <= start) continue;
            AddFree(points, beat.Seconds, grid, limits);
            points.Add(new CutPoint(beat.Seconds, Off(beat, bar, grid.Meter), false));
        }
        AddFree(points, end, grid, limits);
        points.Add(new CutPoint(end, 0, false));
        return points;
    }

    private static double Off(Beat beat, int bar, int meter) => beat.Position switch
    {
        0 => NoBars,
        1 => bar % 4 == 0 ? 0 : bar % 2 == 0 ? TwoBars : OneBar,
        _ => meter % 2 == 0 && beat.Position == meter / 2 + 1 ? HalfBar : OtherBeat,
    };

    /// <summary>A cut leaves the beat only where beats are missing for longer than a shot may last, or where the song has none at all.</summary>
    private static void AddFree(List<CutPoint> points, double end, BeatGrid grid, ShotLimits limits)
    {
        var start = points[^1].Seconds;
        if (grid.IsSteady && end - start <= limits.Longest) return;
        var margin = grid.IsSteady ? Math.Min(FreeMargin, limits.Longest / 2) : FreeStep;
        var steps = (int)Math.Floor((end - start - 2 * margin) / FreeStep + 1e-9);
        for (var i = 0; i <= steps; i++) points.Add(new CutPoint(start + margin + i * FreeStep, OneBar, true));
    }
}
