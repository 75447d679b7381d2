namespace VeniceStudio.Simulator.Sound.Hearing;

/// <summary>
/// Finds a sound among those that are known, also when it is only a piece, softer, or came through another codec: the loudness of its
/// bands over time is laid along every known one, and where they move together best is where it belongs.
/// </summary>
internal static class Recognition
{
    // Measured over transcoded pieces: own sounds score above 0.93, other songs of the same tempo and style below 0.6.
    private const double Sure = 0.8;
    private const int Coarse = 5;
    private const int LeastSeconds = 1;

    /// <summary>The sound and the second of it at which the heard one begins (below zero when something came before); null when unknown.</summary>
    public static (Imprint Sound, double Offset)? Find(byte[] frames, IEnumerable<Imprint> known)
    {
        var heard = Flatten(frames, Coarse);
        (Imprint Sound, int Offset, double Score)? best = null;
        foreach (var imprint in known)
        {
            if (Best(heard, Flatten(imprint.Frames, Coarse), null) is { } found && found.Score > (best?.Score ?? Sure))
            {
                best = (imprint, found.Offset, found.Score);
            }
        }
        if (best is not { } sure) return null;
        var fine = Best(Flatten(frames, 1), Flatten(sure.Sound.Frames, 1), sure.Offset * Coarse);
        return (sure.Sound, (fine?.Offset ?? sure.Offset * Coarse) / (double)ImprintMaker.PerSecond);
    }

    private static (int Offset, double Score)? Best(float[][] heard, float[][] known, int? near)
    {
        var (length, other) = (heard[0].Length, known[0].Length);
        // A second is the least that says anything; of a longer one most has to lie on the other.
        var least = Math.Max(Math.Min(length, other) * 8 / 10, near is null ? LeastSeconds * ImprintMaker.PerSecond / Coarse : 1);
        if (Math.Min(length, other) < least) return null;
        (int Offset, double Score)? best = null;
        var (from, to) = near is { } place ? (place - 2 * Coarse, place + 2 * Coarse) : (least - length, other - least);
        for (var offset = from; offset <= to; offset++)
        {
            var score = Score(heard, known, offset);
            if (score > (best?.Score ?? 0)) best = (offset, score);
        }
        return best;
    }

    private static double Score(float[][] heard, float[][] known, int offset)
    {
        double score = 0;
        var bands = 0;
        for (var band = 0; band < heard.Length; band++)
        {
            var from = Math.Max(0, -offset);
            var count = Math.Min(heard[band].Length, known[band].Length - offset) - from;
            if (count <= 0) return 0;
            double both = 0, one = 0, other = 0, sum = 0, otherSum = 0;
            var left = heard[band].AsSpan(from, count);
            var right = known[band].AsSpan(from + offset, count);
            for (var i = 0; i < count; i++)
            {
                both += left[i] * right[i];
                one += left[i] * left[i];
                other += right[i] * right[i];
                sum += left[i];
                otherSum += right[i];
            }
            // Their mean over just this stretch taken out: volume and equaliser do not matter, only how the sound moves.
            one -= sum * sum / count;
            other -= otherSum * otherSum / count;
            // A band that a narrow codec emptied says nothing.
            if (one / count < 4 || other <= 0) continue;
            score += (both - sum * otherSum / count) / Math.Sqrt(one * other);
            bands++;
        }
        return bands == 0 ? 0 : score / bands;
    }

    // Bands apart, about their mean, so that the sums stay small.
    private static float[][] Flatten(byte[] frames, int step)
    {
        var count = frames.Length / ImprintMaker.Bands / step;
        var bands = new float[ImprintMaker.Bands][];
        for (var band = 0; band < bands.Length; band++)
        {
            var line = new float[count];
            for (var i = 0; i < count; i++)
            {
                for (var k = 0; k < step; k++) line[i] += frames[(i * step + k) * ImprintMaker.Bands + band] / (float)step;
            }
            var mean = count == 0 ? 0 : line.Average();
            for (var i = 0; i < count; i++) line[i] -= mean;
            bands[band] = line;
        }
        return bands;
    }
}
