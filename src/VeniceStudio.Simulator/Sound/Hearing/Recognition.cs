namespace VeniceStudio.Simulator.Sound.Hearing;

/// <summary>
/// Finds a sound among those that are known, also when it is only a piece, softer, or came through another codec: the loudness of its
/// bands over time is laid along every known one. A coarse look names places, a fine look at those decides.
/// </summary>
internal static class Recognition
{
    // Measured on five songs of a minute, through MP3 at 48 kbit/s, Opus at 32, 8 kHz mono, and cut to 20 and 6 s: the right place was always
    // found and scored 0.82 at least; another song of the same style and tempo 0.76 at most, except that two techno loops of 6 s reached 0.88.
    private const double Sure = 0.78;
    private const int Coarse = 5;
    private const int LeastSeconds = 1;
    // A song repeats itself: the right chorus may be the third best place at a coarse look.
    private const int Places = 8;
    private const int Candidates = 48;
    // Half a second and three seconds to either side.
    private const int FineReach = ImprintMaker.PerSecond / 2;
    private const int CoarseReach = 3 * ImprintMaker.PerSecond / Coarse;

    private readonly record struct Place(Imprint Sound, int Offset, double Score);

    /// <summary>The sound and the second of it at which the heard one begins (below zero when something came before); null when unknown.</summary>
    public static (Imprint Sound, double Offset)? Find(byte[] frames, IEnumerable<Imprint> known) =>
        Best(frames, known) is { Score: > Sure } best ? (best.Sound, best.Offset / (double)ImprintMaker.PerSecond) : null;

    /// <summary>The best place, however bad, and how well it fits: 1 is perfectly.</summary>
    internal static (Imprint Sound, int Offset, double Score)? Best(byte[] frames, IEnumerable<Imprint> known)
    {
        var rough = Lines(frames, Coarse, CoarseReach);
        var places = known.SelectMany(imprint => Rough(rough, imprint)).OrderByDescending(place => place.Score).Take(Candidates).ToList();
        if (places.Count == 0) return null;

        var fine = Lines(frames, 1, FineReach);
        var best = places.GroupBy(place => place.Sound).SelectMany(group =>
        {
            var lines = Lines(group.Key.Frames, 1, FineReach);
            return group.Select(place => Fine(fine, lines, place));
        }).MaxBy(place => place.Score);
        return (best.Sound, best.Offset, best.Score);
    }

    private static List<Place> Rough(float[][] heard, Imprint imprint)
    {
        var known = Lines(imprint.Frames, Coarse, CoarseReach);
        var (length, other) = (heard[0].Length, known[0].Length);
        // A second is the least that says anything; of a longer one most has to lie on the other.
        var least = Math.Max(Math.Min(length, other) * 8 / 10, LeastSeconds * ImprintMaker.PerSecond / Coarse);
        if (Math.Min(length, other) < least) return [];
        return Enumerable.Range(least - length, other - least - (least - length) + 1)
            .Select(offset => new Place(imprint, offset, Score(heard, known, offset)))
            .OrderByDescending(place => place.Score).Take(Places).ToList();
    }

    private static Place Fine(float[][] heard, float[][] known, Place rough) => Enumerable.Range(-2 * Coarse, 4 * Coarse + 1)
        .Select(step => rough.Offset * Coarse + step)
        .Select(offset => rough with { Offset = offset, Score = Score(heard, known, offset) })
        .MaxBy(place => place.Score);

    // How closely the bands move together: the mean of their correlations.
    private static double Score(float[][] heard, float[][] known, int offset)
    {
        double score = 0;
        var bands = 0;
        var from = Math.Max(0, -offset);
        var count = Math.Min(heard[0].Length, known[0].Length - offset) - from;
        if (count <= 0) return 0;
        for (var band = 0; band < heard.Length; band++)
        {
            double both = 0, one = 0, other = 1e-9;
            var left = heard[band].AsSpan(from, count);
            var right = known[band].AsSpan(from + offset, count);
            for (var i = 0; i < count; i++)
            {
                both += left[i] * right[i];
                one += left[i] * left[i];
                other += right[i] * right[i];
            }
            // A band that a narrow codec emptied says nothing.
            if (one / count < 1) continue;
            score += both / Math.Sqrt(one * other);
            bands++;
        }
        return bands == 0 ? 0 : score / bands;
    }

    // Each band against its own surroundings: volume, equaliser, fades and silences do not matter, only how the sound moves. Levels alone
    // made any two songs of one length alike: quiet at both ends.
    private static float[][] Lines(byte[] frames, int step, int reach)
    {
        var count = frames.Length / ImprintMaker.Bands / step;
        var lines = new float[ImprintMaker.Bands][];
        for (var band = 0; band < lines.Length; band++)
        {
            var sums = new float[count + 1];
            for (var i = 0; i < count; i++)
            {
                float level = 0;
                for (var k = 0; k < step; k++) level += Math.Max(frames[(i * step + k) * ImprintMaker.Bands + band], ImprintMaker.Audible);
                sums[i + 1] = sums[i] + level / step;
            }
            lines[band] = new float[count];
            for (var i = 0; i < count; i++)
            {
                var (low, high) = (Math.Max(0, i - reach), Math.Min(count, i + reach + 1));
                lines[band][i] = sums[i + 1] - sums[i] - (sums[high] - sums[low]) / (high - low);
            }
        }
        return lines;
    }
}
