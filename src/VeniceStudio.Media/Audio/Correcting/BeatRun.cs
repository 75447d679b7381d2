namespace VeniceStudio.Media.Audio.Correcting;

/// <summary>Beats without a pause between them. What happens in one run does not move the next.</summary>
internal sealed record BeatRun(IReadOnlyList<Beat> Beats)
{
    /// <summary>A gap longer than this many usual beats is a pause, not a beat that was missed.</summary>
    private const double Pause = 1.75;

    public bool HasBars => Beats.Any(beat => beat.Position > 0);

    /// <summary>Parts beats at pauses.</summary>
    public static IEnumerable<BeatRun> Of(IReadOnlyList<Beat> beats)
    {
        var run = new List<Beat>();
        foreach (var beat in beats)
        {
            if (run.Count > 1 && beat.Seconds - run[^1].Seconds > Pause * Usual(run))
            {
                yield return new BeatRun(run);
                run = [];
            }
            run.Add(beat);
        }
        if (run.Count > 0) yield return new BeatRun(run);
    }

    /// <summary>
    /// Beats twice or half as often. Twice: one in the middle of each pair, bars counted anew from every heard downbeat. Half: every
    /// second one, so that the first downbeat stays; what was two bars is one.
    /// </summary>
    public BeatRun AtOctave(int octave, int meter, bool counts)
    {
        if (octave == 0) return this;
        if (octave > 0)
        {
            var bars = HasBars || counts;
            var times = Math.Max(1, Beats.Count) << octave;
            var count = 0;
            return new BeatRun([.. Enumerable.Range(0, times - (1 << octave) + 1).Select(i =>
            {
                var part = i & ((1 << octave) - 1);
                if (part == 0 && Beats[i >> octave].IsDownbeat) count = 0;
                return new Beat(At(i / (double)(1 << octave)), bars ? count++ % meter + 1 : 0);
            })]);
        }
        var (step, first) = (1 << -octave, First);
        var kept = Enumerable.Range(0, Beats.Count).Where(i => (i - first) % step == 0).ToList();
        return new BeatRun([.. kept.Select(i => Beats[i] with { Position = HasBars || counts ? Counted((i - first) / step, meter) : 0 })]);
    }

    /// <summary>Bars of another metre, from the first downbeat on.</summary>
    public BeatRun Counted(int meter, bool counts)
    {
        if (!counts) return this;
        var first = First;
        return new BeatRun([.. Beats.Select((beat, i) => beat with { Position = Counted(i - first, meter) })]);
    }

    /// <summary>Moves each beat by halves of the way to its neighbours; the run goes on covering what it covered.</summary>
    public BeatRun Shifted(int halves, int meter)
    {
        if (halves == 0 || Beats.Count < 2) return this;
        var odd = halves % 2 != 0;
        var moved = new List<Beat>();
        for (var place = odd ? -0.5 : 0; place <= (odd ? Beats.Count - 0.5 : Beats.Count - 1); place++)
            moved.Add(new Beat(At(place), PositionOf((int)Math.Round(place - halves / 2.0), meter)));
        return new BeatRun(moved);
    }

    /// <summary>The beats with the one some beats later.</summary>
    public IEnumerable<Beat> WithOne(int later, int meter) =>
        Beats.Select(beat => beat.Position == 0 ? beat : beat with { Position = Counted(beat.Position - 1 - later, meter) });

    /// <summary>The first downbeat's place, or the first beat's where there is none.</summary>
    private int First => Math.Max(0, Beats.TakeWhile(beat => !beat.IsDownbeat).Count() is var before && before < Beats.Count ? before : 0);

    private static int Counted(int place, int meter) => (place % meter + meter) % meter + 1;

    private static double Usual(List<Beat> run)
    {
        // The last few beats tell: the tempo may have changed since the first.
        var steps = run.Skip(Math.Max(0, run.Count - 6)).Zip(run.Skip(Math.Max(0, run.Count - 6) + 1), (a, b) => b.Seconds - a.Seconds).Order().ToList();
        return steps[steps.Count / 2];
    }

    /// <summary>The moment of a place between beats, or beyond the first and the last one.</summary>
    private double At(double place)
    {
        if (Beats.Count == 1) return Beats[0].Seconds;
        var before = Math.Clamp((int)Math.Floor(place), 0, Beats.Count - 2);
        return place == before ? Beats[before].Seconds
            : Beats[before].Seconds + (place - before) * (Beats[before + 1].Seconds - Beats[before].Seconds);
    }

    private int PositionOf(int place, int meter)
    {
        var near = Math.Clamp(place, 0, Beats.Count - 1);
        var position = Beats[near].Position;
        return position == 0 || near == place ? position : Counted(position - 1 + place - near, meter);
    }
}
