namespace VeniceStudio.Media.Audio.Correcting;

/// <summary>Corrects a beat grid: taps replace what was heard; then tempo, half beats, bars, milliseconds and free parts, in this order.</summary>
internal static class CorrectedGrid
{
    private const int UsualMeter = 4;

    public static BeatGrid Of(BeatGrid heard, double duration, Corrections corrections)
    {
        var meter = corrections.Meter ?? (heard.Meter > 0 ? heard.Meter : UsualMeter);
        var source = corrections.Tapped is { } tapped ? Even(tapped, duration, meter) : heard.Beats;
        var factor = Math.Pow(2, corrections.Octave);
        var beats = Placed(BeatRun.Of(source).SelectMany(run => Correct(run, corrections, meter)), duration, corrections);
        var tempo = (corrections.Tapped?.Tempo ?? heard.Tempo) * factor;
        return new BeatGrid(
            beats, meter, tempo,
            corrections.Tapped is null ? [.. heard.TempoCurve.Select(point => point with { Tempo = point.Tempo * factor })] : [new TempoPoint(0, tempo)],
            corrections.Tapped is null ? heard.Confidence : 1,
            Freed(corrections.Tapped is null ? heard.Stretches : [new Stretch(0, duration, 1)], corrections.Free ?? []));
    }

    private static IEnumerable<Beat> Correct(BeatRun run, Corrections corrections, int meter)
    {
        // Whoever sets the metre or the one of a song without bars wants bars: they begin with its first beat.
        var counts = corrections.Meter is not null || corrections.One is > 0 && !run.HasBars;
        var counted = run.AtOctave(corrections.Octave, meter, counts).Counted(meter, counts).Shifted(corrections.HalfBeats, meter);
        return corrections.One is { } later ? counted.WithOne(later, meter) : counted.Beats;
    }

    private static List<Beat> Placed(IEnumerable<Beat> beats, double duration, Corrections corrections)
    {
        var free = corrections.Free ?? [];
        var placed = new List<Beat>();
        foreach (var beat in beats)
        {
            var at = beat.Seconds + corrections.NudgeMs / 1000.0;
            if (at < 0 || at >= duration || free.Any(part => at >= part.Start && at < part.End)) continue;
            // Where two runs meet, a beat that was led beyond its run may land on the next one's first.
            if (placed.Count > 0 && at - placed[^1].Seconds < 0.02) continue;
            placed.Add(beat with { Seconds = at });
        }
        return placed;
    }

    private static List<Beat> Even(TappedGrid tapped, double duration, int meter)
    {
        var step = 60 / tapped.Tempo;
        var beats = new List<Beat>();
        for (var count = (int)Math.Ceiling(-tapped.Anchor / step); tapped.Anchor + count * step is var at && at < duration; count++)
            beats.Add(new Beat(Math.Max(0, at), (count % meter + meter) % meter + 1));
        return beats;
    }

    /// <summary>Cuts free parts out of the stretches: nothing is to be trusted there.</summary>
    private static IReadOnlyList<Stretch> Freed(IReadOnlyList<Stretch> stretches, IReadOnlyList<FreeStretch> free)
    {
        if (free.Count == 0) return stretches;
        var edges = stretches.SelectMany(stretch => new[] { stretch.Start, stretch.End })
            .Concat(free.SelectMany(part => new[] { part.Start, part.End })).Distinct().Order().ToList();
        var cut = new List<Stretch>();
        foreach (var (start, end) in edges.Zip(edges.Skip(1)))
        {
            var middle = (start + end) / 2;
            if (stretches.FirstOrDefault(stretch => middle >= stretch.Start && middle < stretch.End) is not { End: > 0 } around) continue;
            var confidence = free.Any(part => middle >= part.Start && middle < part.End) ? 0 : around.Confidence;
            if (cut.Count > 0 && cut[^1].Confidence == confidence && cut[^1].End == start) cut[^1] = cut[^1] with { End = end };
            else cut.Add(new Stretch(start, end, confidence));
        }
        return cut;
    }
}
