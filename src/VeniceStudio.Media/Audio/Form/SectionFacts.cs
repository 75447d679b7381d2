namespace VeniceStudio.Media.Audio.Form;

/// <summary>What is known of a section before it gets a role.</summary>
/// <param name="Start">Seconds.</param>
/// <param name="End">Seconds.</param>
/// <param name="Bars">Bars, or seconds where the song has none.</param>
/// <param name="Kin">The index of the first section that is the same music; its own for what is new.</param>
/// <param name="Energy">0 to 1 between the song's quietest and strongest sections.</param>
/// <param name="Drive">Strokes, as a share of the song's most driven section.</param>
/// <param name="Density">Onsets per second.</param>
internal sealed record SectionFacts(double Start, double End, int Bars, int Kin, double Energy, double Drive, double Density)
{
    /// <summary>Quieter sections than this many decibels below the strongest all count as silent.</summary>
    private const double Range = 24;

    public static IReadOnlyList<SectionFacts> Of(IReadOnlyList<int> bounds, int[] kin, BarSounds sounds, BarLines bars, FormFeatures features)
    {
        var count = bounds.Count - 1;
        var loud = Enumerable.Range(0, count).Select(i => Upper(sounds.Loudness, bounds[i], bounds[i + 1])).ToList();
        var drive = Enumerable.Range(0, count).Select(i => Upper(sounds.StrokeRate, bounds[i], bounds[i + 1])).ToList();
        var (loudest, most) = (loud.Max(), Math.Max(1e-6, drive.Max()));
        // Loudness says most; strokes part a dense quiet section from a held chord.
        var raw = Enumerable.Range(0, count).Select(i => 0.65 * Math.Clamp(1 - (loudest - loud[i]) / Range, 0, 1) + 0.35 * drive[i] / most).ToList();
        var (least, greatest) = (raw.Min(), raw.Max());
        var onsets = Onsets(features);
        return
        [
            .. Enumerable.Range(0, count).Select(i =>
            {
                var (start, end) = (bars.Edges[bounds[i]], bars.Edges[bounds[i + 1]]);
                var energy = greatest - least < 0.02 ? 0.5 : (raw[i] - least) / (greatest - least);
                return new SectionFacts(start, end, bounds[i + 1] - bounds[i], kin[i], energy, drive[i] / most, onsets.Count(at => at >= start && at < end) / (end - start));
            }),
        ];
    }

    /// <summary>The mean of the stronger three quarters: a last chord dying away does not make a chorus weak.</summary>
    private static double Upper(float[] values, int from, int to) => values[from..to].OrderDescending().Take(Math.Max(1, (to - from) * 3 / 4)).Average();

    /// <summary>Peaks of the strokes over all bands that stand out of the half second around them.</summary>
    private static List<double> Onsets(FormFeatures features)
    {
        const int Near = 2, Around = 10;
        var (count, onsets) = (features.StrokeFrames, new List<double>());
        var strokes = new float[count];
        for (var i = 0; i < count; i++) foreach (var band in features.StrokesOf(i)) strokes[i] += band;
        for (var i = Near; i < count - Near; i++)
        {
            var (top, sum, from, to) = (true, 0f, Math.Max(0, i - Around), Math.Min(count, i + Around + 1));
            for (var j = i - Near; j <= i + Near && top; j++) top = strokes[j] < strokes[i] || (strokes[j] == strokes[i] && j >= i);
            if (!top) continue;
            for (var j = from; j < to; j++) sum += strokes[j];
            if (strokes[i] > 1.5f * sum / (to - from) + 1) onsets.Add(i / FormFeatures.StrokesPerSecond);
        }
        return onsets;
    }
}
