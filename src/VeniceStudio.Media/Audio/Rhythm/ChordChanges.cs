namespace VeniceStudio.Media.Audio.Rhythm;

/// <summary>How much the held notes change from one beat to the next: chords change at bar lines more than elsewhere.</summary>
internal static class ChordChanges
{
    /// <summary>The bands of the long window from 65 Hz to 2 kHz, where chords lie.</summary>
    private const int First = 28, End = 54;

    /// <summary>
    /// What a change from one beat to the next counts for, and one from two beats to the next two, which a passing note does not make.
    /// Together they gave a downbeat F of 0.80 on the listening set, the wide one alone 0.77, neither 0.55.
    /// </summary>
    private const float Near = 1.5f, Wide = 0.5f;

    /// <summary>For each beat, what its change adds to the odds of a downbeat, about 0 on average over the song.</summary>
    /// <param name="beats">Frames of the beats.</param>
    /// <param name="frames">As <see cref="SpectralFrames"/> gives them.</param>
    /// <param name="width">Numbers in a frame.</param>
    public static float[] At(IReadOnlyList<int> beats, ReadOnlySpan<float> frames, int width)
    {
        var held = new float[Math.Max(0, beats.Count - 1)][];
        for (var k = 0; k < held.Length; k++) held[k] = Held(frames, width, beats[k], beats[k + 1]);
        var (near, wide) = (Changes(held, 1), Changes(held, 2));
        return [.. near.Zip(wide, (one, two) => Near * one + Wide * two)];
    }

    /// <summary>How far the beats after each one differ from those before, in spreads from the song's mean, at most 3; 0 at the song's ends.</summary>
    private static float[] Changes(float[][] held, int beats)
    {
        var changes = new float[held.Length + 1];
        if (held.Length <= 2 * beats) return changes;
        for (var k = beats; k + beats <= held.Length; k++)
            for (var i = 0; i < End - First; i++)
            {
                var turn = 0f;
                for (var j = 0; j < beats; j++) turn += held[k + j][i] - held[k - 1 - j][i];
                changes[k] += Math.Abs(turn) / beats;
            }
        var inside = changes.AsSpan(beats, held.Length - 2 * beats + 1);
        var (mean, spread) = (0f, 1e-6f);
        foreach (var change in inside) mean += change / inside.Length;
        foreach (var change in inside) spread += (change - mean) * (change - mean) / inside.Length;
        foreach (ref var change in inside) change = Math.Clamp((change - mean) / MathF.Sqrt(spread), -3, 3);
        return changes;
    }

    /// <summary>The mean of a beat after its attack: the first third belongs to drums.</summary>
    private static float[] Held(ReadOnlySpan<float> frames, int width, int from, int to)
    {
        var mean = new float[End - First];
        from += Math.Max(1, (to - from) / 3);
        for (var t = from; t < to; t++)
            for (var i = First; i < End; i++) mean[i - First] += frames[t * width + i];
        for (var i = 0; i < mean.Length; i++) mean[i] /= Math.Max(1, to - from);
        return mean;
    }
}
