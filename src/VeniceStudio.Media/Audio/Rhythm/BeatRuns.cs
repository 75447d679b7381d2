namespace VeniceStudio.Media.Audio.Rhythm;

/// <summary>Leaves out what only looks like a beat: runs that are short or that the network hardly believes in.</summary>
internal static class BeatRuns
{
    private const int Fewest = 5;

    /// <summary>The mean share of certainty that a run must have.</summary>
    private const double Certainty = 0.1;

    /// <summary>How far a run's beats must stand out from all that lies between: over silence the odds are the same everywhere.</summary>
    private const double Standing = 1.5;

    /// <summary>The beats of the runs that are to be believed.</summary>
    public static List<int> Trusted(List<int> beats, float[] odds)
    {
        var kept = new List<int>();
        foreach (var run in Of(beats))
        {
            if (run.Count < Fewest) continue;
            var (sure, between) = (run.Average(frame => Share(odds[frame])), odds[run[0]..run[^1]].Average(Share));
            if (sure >= Certainty && sure >= Standing * between) kept.AddRange(run);
        }
        return kept;
    }

    private static double Share(float odds) => 1 / (1 + Math.Exp(-odds));

    /// <summary>The beats parted where they pause.</summary>
    public static IEnumerable<List<int>> Of(List<int> beats)
    {
        for (int first = 0, end; first < beats.Count; first = end)
        {
            end = EndOfRun(beats, first);
            yield return beats.GetRange(first, end - first);
        }
    }

    /// <summary>A gap of more than two beats' length ends a run.</summary>
    private static int EndOfRun(List<int> beats, int first)
    {
        var i = first + 1;
        while (i < beats.Count && (i < first + 2 || beats[i] - beats[i - 1] < 2.2 * (beats[i - 1] - beats[i - 2]))) i++;
        return i;
    }
}
