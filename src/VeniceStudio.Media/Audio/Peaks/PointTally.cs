namespace VeniceStudio.Media.Audio.Peaks;

/// <summary>Sums up samples, or finer tallies, into a point.</summary>
internal struct PointTally
{
    private float _min, _max;
    private double _low, _mid, _high;
    private long _samples;

    public readonly bool IsEmpty => _samples == 0;

    public void Add(float sample, (float Low, float Mid, float High) bands)
    {
        if (_samples == 0) (_min, _max) = (sample, sample);
        else if (sample < _min) _min = sample;
        else if (sample > _max) _max = sample;
        _low += bands.Low * bands.Low;
        _mid += bands.Mid * bands.Mid;
        _high += bands.High * bands.High;
        _samples++;
    }

    public void Add(in PointTally finer)
    {
        if (finer.IsEmpty) return;
        (_min, _max) = IsEmpty ? (finer._min, finer._max) : (Math.Min(_min, finer._min), Math.Max(_max, finer._max));
        (_low, _mid, _high, _samples) = (_low + finer._low, _mid + finer._mid, _high + finer._high, _samples + finer._samples);
    }

    public readonly WaveformPoint ToPoint() => new(Sample(_min), Sample(_max), Loudness(_low), Loudness(_mid), Loudness(_high));

    private static sbyte Sample(float value) => (sbyte)Math.Clamp(MathF.Round(value * 127), -127, 127);

    /// <summary>60 dB in 255 steps of a quarter of a decibel: a fade stays visible, hiss does not show.</summary>
    private readonly byte Loudness(double power)
    {
        var decibels = 10 * Math.Log10(power / _samples + 1e-12);
        return (byte)Math.Clamp(Math.Round(255 * (decibels + 60) / 60), 0, 255);
    }
}
