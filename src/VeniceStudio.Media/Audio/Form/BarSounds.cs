namespace VeniceStudio.Media.Audio.Form;

/// <summary>How each bar sounds: its harmony beat by beat, its timbre, its strokes, its loudness.</summary>
internal sealed class BarSounds
{
    /// <summary>Quieter than this (of 0 dB and more, FormFeatures) a bar has no harmony.</summary>
    private const float Silence = 12;

    private const int StrokeSlots = 8;
    private readonly int _slots;
    private readonly float[][] _chroma, _timbre, _strokes;

    public BarSounds(FormFeatures features, BarLines bars)
    {
        (_slots, Count) = (bars.Slots, bars.Count);
        (_chroma, _timbre, _strokes) = (new float[Count][], new float[Count][], new float[Count][]);
        (Loudness, StrokeRate) = (new float[Count], new float[Count]);
        for (var bar = 0; bar < Count; bar++)
        {
            var (start, end) = (bars.Edges[bar], bars.Edges[bar + 1]);
            _timbre[bar] = Timbre(features, start, end);
            Loudness[bar] = _timbre[bar][0];
            _chroma[bar] = Chroma(features, start, end, bars.Slots);
            _strokes[bar] = Strokes(features, start, end);
            StrokeRate[bar] = _strokes[bar].Sum() / _strokes[bar].Length;
        }
    }

    public int Count { get; }

    /// <summary>Decibels above silence, of each bar.</summary>
    public float[] Loudness { get; }

    /// <summary>The mean rise of loudness in each bar.</summary>
    public float[] StrokeRate { get; }

    /// <summary>0 to 1: how alike the harmony of two bars is, beat by beat.</summary>
    /// <param name="one">A bar.</param>
    /// <param name="other">Another bar.</param>
    /// <param name="up">Semitones by which the second one is taken to be transposed.</param>
    public float Harmony(int one, int other, int up = 0)
    {
        var (silent, quiet) = (Loudness[one] < Silence, Loudness[other] < Silence);
        if (silent || quiet) return silent == quiet ? 1 : 0;
        var sum = 0f;
        for (var slot = 0; slot < _slots; slot++)
        {
            ReadOnlySpan<float> a = _chroma[one].AsSpan(slot * 12, 12), b = _chroma[other].AsSpan(slot * 12, 12);
            var turn = ((up % 12) + 12) % 12;
            var product = turn == 0 ? Floats.Dot(a, b) : Floats.Dot(a[..(12 - turn)], b[turn..]) + Floats.Dot(a[(12 - turn)..], b[..turn]);
            sum += Math.Max(0, product);
        }
        return sum / _slots;
    }

    /// <summary>How far the timbre of two bars lies apart, in decibels over the spectrum.</summary>
    public float Timbre(int one, int other) => Floats.Distance(_timbre[one], _timbre[other]);

    /// <summary>How far the strokes of two bars lie apart.</summary>
    public float Strokes(int one, int other) => Floats.Distance(_strokes[one], _strokes[other]);

    private static float[] Timbre(FormFeatures features, double start, double end)
    {
        var mean = new float[FormFeatures.TimbreSize];
        var (first, last) = features.FramesIn(start, end);
        for (var frame = first; frame < last; frame++) Floats.Add(mean, features.TimbreOf(frame));
        if (last > first) Floats.Scale(mean, 1f / (last - first));
        return mean;
    }

    private static float[] Chroma(FormFeatures features, double start, double end, int slots)
    {
        var all = new float[12 * slots];
        for (var slot = 0; slot < slots; slot++)
        {
            var mean = all.AsSpan(12 * slot, 12);
            var (first, last) = features.FramesIn(start + (end - start) * slot / slots, start + (end - start) * (slot + 1) / slots);
            for (var frame = first; frame < last; frame++) Floats.Add(mean, features.ChromaOf(frame));
            // Drums lift all twelve alike: what is above the mean is the chord.
            var (sum, norm) = (0f, 0f);
            foreach (var value in mean) sum += value / 12;
            foreach (ref var value in mean) norm += (value -= sum) * value;
            if (norm > 0) Floats.Scale(mean, 1 / MathF.Sqrt(norm));
        }
        return all;
    }

    private static float[] Strokes(FormFeatures features, double start, double end)
    {
        var all = new float[StrokeSlots * FormFeatures.StrokeBandCount];
        var (first, last) = features.StrokesIn(start, end);
        for (var frame = first; frame < last; frame++)
        {
            var slot = (frame - first) * StrokeSlots / (last - first);
            Floats.Add(all.AsSpan(slot * 3, 3), features.StrokesOf(frame));
        }
        if (last > first) Floats.Scale(all, (float)StrokeSlots / (last - first));
        return all;
    }
}
