using VeniceStudio.Media.Audio;

namespace VeniceStudio.Tests.Media;

/// <param name="Letter">What it is in the plan.</param>
/// <param name="Source">The letter whose music it plays: an intro plays the verse's with players left out.</param>
public sealed record MadeSection(char Letter, char Source, double Start, double End);

/// <summary>A made song, and the truth about it.</summary>
public sealed record MadeSong(SongMakerPlan Plan, float[] Samples, IReadOnlyList<double> Bars, IReadOnlyList<MadeSection> Sections)
{
    public double Duration => (double)Samples.Length / SongMaker.Rate;

    /// <summary>The song's own beats, or what an imperfect ear would make of them.</summary>
    /// <param name="jitter">Every beat is off by up to this many seconds.</param>
    /// <param name="shift">The ones lie this many beats late.</param>
    public BeatGrid Grid(double jitter = 0, int shift = 0)
    {
        var (beats, random) = (new List<Beat>(), new Random(Plan.Seed));
        for (var bar = 0; bar + 1 < Bars.Count; bar++)
            for (var beat = 0; beat < Plan.Meter; beat++)
            {
                var at = Bars[bar] + (Bars[bar + 1] - Bars[bar]) * beat / Plan.Meter + (random.NextDouble() * 2 - 1) * jitter;
                beats.Add(new Beat(Math.Max(0, at), (beat - shift + Plan.Meter) % Plan.Meter + 1));
            }
        return new BeatGrid(beats, Plan.Meter, Plan.Tempo, [new TempoPoint(0, Plan.Tempo)], 0.9, [new Stretch(0, Duration, 0.9)]);
    }
}
