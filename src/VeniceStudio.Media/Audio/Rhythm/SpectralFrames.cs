using System.Numerics;
using System.Runtime.InteropServices;

namespace VeniceStudio.Media.Audio.Rhythm;

/// <summary>
/// What the beat network listens to: a hundred frames a second, each of a short window (23 ms, sharp in time) and a long one (93 ms,
/// sharp in pitch), both centred on the same sample. Keeps 26 KB for each second of song.
/// </summary>
internal sealed class SpectralFrames : IListener
{
    /// <summary>Frames a second.</summary>
    public const int Rate = 100;

    private const int Short = 512, Long = 2048;

    /// <summary>Bands are measured by the song's own loudness and then pressed together: log(1 + 30 x).</summary>
    private const float Press = 30;

    private readonly Scale _short = new(Short, new BandBank(Short, 60, 10_000, 4));
    private readonly Scale _long = new(Long, new BandBank(Long, 32, 5_200, 6));
    private readonly float[] _recent = new float[4 * Long];
    private readonly List<float[]> _blocks = [];
    private long _heard, _start = Centre(0) - Long / 2;
    private int _filled = Long / 2;

    private const int BlockFrames = 1000;

    /// <summary>
    /// Frames before the song's beginning. What comes before its first sample is silence, and is looked at like all that follows: without it
    /// a beat on that sample is none, for a beat is told from what was before.
    /// </summary>
    public const int Lead = Rate;

    public SpectralFrames() => Take(new float[Lead * IListener.SampleRate / Rate]);

    /// <summary>Numbers in a frame.</summary>
    public int Width => _short.Bank.Count + _long.Bank.Count;

    /// <summary>Frames so far, those before the song included.</summary>
    public int Count { get; private set; }

    public void Hear(ReadOnlySpan<float> samples)
    {
        _heard += samples.Length;
        Take(samples);
    }

    /// <summary>Ends the song and gives the frames, one after the other from <see cref="Lead"/> frames before it on, pressed as the network wants them.</summary>
    public float[] Finish()
    {
        var wanted = Lead + (int)(_heard * Rate / IListener.SampleRate);
        Span<float> silence = stackalloc float[256];
        silence.Clear();
        while (Count < wanted) Take(silence);
        Count = wanted;
        var frames = new float[Count * Width];
        for (var i = 0; i < _blocks.Count; i++)
        {
            var at = i * BlockFrames * Width;
            if (at < frames.Length) _blocks[i].AsSpan(0, Math.Min(_blocks[i].Length, frames.Length - at)).CopyTo(frames.AsSpan(at));
        }
        _blocks.Clear();
        var measure = Press / Loudness(frames.AsSpan(Lead * Width));
        for (var i = 0; i < frames.Length; i++) frames[i] = MathF.Log(1 + frames[i] * measure);
        return frames;
    }

    private void Take(ReadOnlySpan<float> samples)
    {
        while (!samples.IsEmpty)
        {
            var part = Math.Min(samples.Length, _recent.Length - _filled);
            samples[..part].CopyTo(_recent.AsSpan(_filled));
            _filled += part;
            samples = samples[part..];
            while (Centre(Count) + Long / 2 <= _start + _filled) Add();
            var keep = (int)(Centre(Count) - Long / 2 - _start);
            if (keep <= 0) continue;
            keep = Math.Min(keep, _filled);
            _recent.AsSpan(keep, _filled - keep).CopyTo(_recent);
            (_start, _filled) = (_start + keep, _filled - keep);
        }
    }

    private static long Centre(int frame) => ((frame - Lead) * (long)IListener.SampleRate + Rate / 2) / Rate;

    private void Add()
    {
        if (Count % BlockFrames == 0) _blocks.Add(new float[BlockFrames * Width]);
        var frame = _blocks[^1].AsSpan(Count % BlockFrames * Width, Width);
        var centre = (int)(Centre(Count) - _start);
        _short.Measure(_recent.AsSpan(centre - Short / 2, Short), frame[.._short.Bank.Count]);
        _long.Measure(_recent.AsSpan(centre - Long / 2, Long), frame[_short.Bank.Count..]);
        Count++;
    }

    /// <summary>The mean of the louder half of the frames: a pause or a quiet beginning does not count.</summary>
    private float Loudness(ReadOnlySpan<float> frames)
    {
        var means = new float[Count - Lead];
        for (var i = 0; i < means.Length; i++)
        {
            var sum = 0f;
            foreach (var band in frames.Slice(i * Width, Width)) sum += band;
            means[i] = sum / Width;
        }
        Array.Sort(means);
        return (float)means.Skip(means.Length / 2).DefaultIfEmpty().Average(mean => (double)mean) + 1e-7f;
    }

    /// <summary>One window length: its transform and its bands.</summary>
    private sealed class Scale(int size, BandBank bank)
    {
        private readonly Fourier _fourier = new([.. Fourier.Hann(size).Select(w => w * 2 / size)]);
        private readonly float[] _power = new float[size / 2 + 1];

        public BandBank Bank => bank;

        public void Measure(ReadOnlySpan<float> samples, Span<float> bands)
        {
            _fourier.Power(samples, _power);
            var used = _power.AsSpan(0, Math.Min(_power.Length, bank.Bins));
            var wide = MemoryMarshal.Cast<float, Vector<float>>(used);
            for (var i = 0; i < wide.Length; i++) wide[i] = Vector.SquareRoot(wide[i]);
            for (var i = wide.Length * Vector<float>.Count; i < used.Length; i++) used[i] = MathF.Sqrt(used[i]);
            bank.Apply(_power, bands);
        }
    }
}
