namespace VeniceStudio.Media.Audio.Rhythm;

/// <summary>
/// Slow music with quavers can be counted at twice its tempo: then every second beat is clearly weaker than its neighbours. Where it is,
/// the stronger ones are the beats.
/// </summary>
internal static class TempoLevel
{
    /// <summary>
    /// A logistic rule of how much the odds take turns and of the tempo, in octaves above 150 a minute. Learned from 208 pieces of invented music,
    /// counted rightly and at double tempo, of which it tells 86 % apart; the listening set had no part in it.
    /// </summary>
    private const double Bias = 2.46, Turns = -3.81, Octaves = -2.23;

    /// <summary>Nothing slower is taken at half its tempo.</summary>
    private const double SlowestHalved = 90;

    /// <summary>Fewer beats than these say little.</summary>
    private const int Fewest = 16;

    /// <summary>The beats that are felt, run by run: all of a run, or every second one.</summary>
    /// <param name="beats">Frames, in order.</param>
    /// <param name="odds">Of each frame, as logarithms.</param>
    public static List<int> Felt(List<int> beats, float[] odds)
    {
        var felt = new List<int>();
        foreach (var run in BeatRuns.Of(beats)) felt.AddRange(IsTwiceTooFast(run, odds, out var first) ? run.Where((_, i) => i % 2 == first) : run);
        return felt;
    }

    /// <param name="run">Frames of beats without a gap.</param>
    /// <param name="odds">Of each frame.</param>
    /// <param name="first">0 where the first beat is one of the stronger ones, otherwise 1.</param>
    private static bool IsTwiceTooFast(List<int> run, float[] odds, out int first)
    {
        first = 0;
        if (run.Count < Fewest) return false;
        var gaps = run.Zip(run.Skip(1), (a, b) => b - a).Order().ToArray();
        var tempo = 60.0 * SpectralFrames.Rate / gaps[gaps.Length / 2];
        if (tempo < SlowestHalved) return false;
        var turns = 0.0;
        for (var i = 1; i + 1 < run.Count; i++)
        {
            var above = Near(odds, run[i]) - (Near(odds, run[i - 1]) + Near(odds, run[i + 1])) / 2;
            turns += (i % 2 == 0 ? above : -above) / (2 * (run.Count - 2));
        }
        first = turns > 0 ? 0 : 1;
        return Bias + Turns * Math.Abs(turns) + Octaves * Math.Log2(tempo / 150) < 0;
    }

    private static float Near(float[] odds, int frame) =>
        Math.Max(odds[frame], Math.Max(odds[Math.Max(0, frame - 1)], odds[Math.Min(odds.Length - 1, frame + 1)]));
}
