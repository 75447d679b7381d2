namespace VeniceStudio.Media.Audio.Rhythm;

/// <summary>How much the held notes change from one beat to the next: chords change at bar lines more than elsewhere.</summary>
internal static class ChordChanges
{
    /// <summary>The bands of the long window from 65 Hz to 2 kHz, where chords lie.</summary>
    private const int First = 28, End = 54;

    /// <summary>For each beat, in spreads above the song's mean; at most 3.</summary>
    /// <param name="beats">Frames of the beats.</param>
    /// <param name="frames">As <see cref="SpectralFrames"/> gives them.</param>
    /// <param name="width">Numbers in a frame.</param>
    public static float[] At(IReadOnlyList<int> beats, ReadOnlySpan<float> frames, int width)
    {
        var changes = new float[beats.Count];
        if (beats.Count < 3) return changes;
        float[] before = new float[End - First], after = new float[End - First];
        for (var k = 1; k + 1 < beats.Count; k++)
        {
            Mean(frames, width, beats[k - 1], beats[k], before);
            Mean(frames, width, beats[k], beats[k + 1], after);
            for (var i = 0; i < before.Length; i++) changes[k] += Math.Abs(after[i] - before[i]);
        }
        var mean = changes.Average();
        var spread = MathF.Sqrt(changes.Average(change => (change - mean) * (change - mean))) + 1e-6f;
        for (var k = 0; k < changes.Length; k++) changes[k] = Math.Clamp((changes[k] - mean) / spread, -3, 3);
        changes[0] = changes[^1] = 0;
        return changes;
    }

    /// <summary>The mean after the attack: the first third of a beat belongs to drums.</summary>
    private static void Mean(ReadOnlySpan<float> frames, int width, int from, int to, float[] mean)
    {
        Array.Clear(mean);
        from += Math.Max(1, (to - from) / 3);
        for (var t = from; t < to; t++)
            for (var i = First; i < End; i++) mean[i - First] += frames[t * width + i];
        for (var i = 0; i < mean.Length; i++) mean[i] /= Math.Max(1, to - from);
    }
}
