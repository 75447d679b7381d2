namespace VeniceStudio.Media.Audio.Rhythm;

/// <summary>
/// How sharply the sound rises, four hundred times a second: the frames of the network are too coarse to say when a drum was struck.
/// Two streams are looked at, all of the sound and its high part, since a bass note hides a hat. No transform is needed for it.
/// </summary>
internal sealed class Attacks : IListener
{
    /// <summary>Samples of a step: 2.49 ms.</summary>
    public const int Step = 55;

    /// <summary>Steps that a rise is measured against: 10 ms.</summary>
    private const int Back = 4;

    private readonly List<float> _all = [], _high = [];
    private float _last, _sumAll, _sumHigh;
    private int _in;

    public void Hear(ReadOnlySpan<float> samples)
    {
        foreach (var sample in samples)
        {
            var slope = sample - _last;
            _last = sample;
            _sumAll += sample * sample;
            _sumHigh += slope * slope;
            if (++_in < Step) continue;
            _all.Add(_sumAll / Step);
            _high.Add(_sumHigh / Step);
            (_in, _sumAll, _sumHigh) = (0, 0, 0);
        }
    }

    /// <summary>The rise at each step; about 1 is strong. A rise belongs to the step in which it happens.</summary>
    public float[] Finish()
    {
        var (all, high) = (Rise(_all), Rise(_high));
        for (var i = 0; i < all.Length; i++) all[i] = all[i] + high[i];
        return all;
    }

    private static float[] Rise(List<float> energy)
    {
        var rise = new float[energy.Count];
        if (energy.Count == 0) return rise;
        // A floor of a thousandth of the mean: whispers in a pause are no attacks.
        var floor = energy.Average() * 1e-3f + 1e-12f;
        for (var i = 0; i < rise.Length; i++)
        {
            // Before its first sample a song was silent.
            var before = 0f;
            for (var k = 1; k <= Math.Min(i, Back); k++) before += energy[i - k];
            rise[i] = Math.Max(0, MathF.Log((energy[i] + floor) / (before / Back + floor))) * 0.3f;
        }
        return rise;
    }
}
