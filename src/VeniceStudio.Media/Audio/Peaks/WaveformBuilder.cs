namespace VeniceStudio.Media.Audio.Peaks;

/// <summary>
/// Builds a song's waveform while it is decoded, and hands out points as they become final, so that a page draws before the song has
/// been read. 20 minutes keep 1.4 MB.
/// </summary>
/// <param name="onChunk">Gets finished points, of each level on its own and in order; called from <see cref="Hear"/> and <see cref="Finish"/>.</param>
public sealed class WaveformBuilder(Action<WaveformChunk>? onChunk = null) : IListener
{
    /// <summary>Samples of a point at the finest zoom: 172 points a second, a beat at 180 BPM is 57 of them.</summary>
    public const int SamplesPerPoint = 128;

    /// <summary>How many points of a level make one of the next.</summary>
    public const int Step = 4;

    /// <summary>Zooms: 172, 43, 11 and 2.7 points a second. At the coarsest one, 20 minutes are 3230 points: a wide screen.</summary>
    public const int Levels = 4;

    /// <summary>Points of a chunk: 6 s of song at the finest zoom, 5 KB.</summary>
    public const int ChunkPoints = 1024;

    private readonly PointTally[] _tallies = new PointTally[Levels];
    private readonly long[] _counts = new long[Levels];
    private readonly List<byte>[] _points = [.. Enumerable.Range(0, Levels).Select(_ => new List<byte>())];
    private readonly int[] _told = new int[Levels];
    private BandSplit _bands = new(IListener.SampleRate);
    private long _samples;

    /// <inheritdoc/>
    public void Hear(ReadOnlySpan<float> samples)
    {
        foreach (var heard in samples)
        {
            var sample = float.IsFinite(heard) ? Math.Clamp(heard, -8, 8) : 0;   // one broken sample must not stay in the filters
            _tallies[0].Add(sample, _bands.Next(sample));
            if ((++_samples & (SamplesPerPoint - 1)) == 0) Close(0);
        }
    }

    /// <summary>Closes the last points, hands out what is left, and gives the whole. Call it once, after the last sample.</summary>
    public Waveform Finish()
    {
        for (var level = 0; level < Levels; level++)
        {
            if (!_tallies[level].IsEmpty) Close(level);
            Tell(level, 1);
        }
        return new Waveform(
            IListener.SampleRate, _samples, [.. _points.Select((points, level) => new WaveformLevel(SamplesOf(level), points.ToArray()))]);
    }

    internal static int SamplesOf(int level) => SamplesPerPoint << (2 * level);

    private void Close(int level)
    {
        Span<byte> bytes = stackalloc byte[WaveformPoint.Bytes];
        _tallies[level].ToPoint().Write(bytes);
        _points[level].AddRange(bytes);
        _counts[level]++;
        if (level + 1 < Levels) _tallies[level + 1].Add(_tallies[level]);
        _tallies[level] = default;
        Tell(level, ChunkPoints);
        if (level + 1 < Levels && _counts[level] % Step == 0) Close(level + 1);
    }

    private void Tell(int level, int least)
    {
        var (first, count) = (_told[level], _points[level].Count / WaveformPoint.Bytes);
        if (onChunk is null || count - first < least) return;
        _told[level] = count;
        onChunk(new WaveformChunk(level, first, _points[level].GetRange(first * WaveformPoint.Bytes, (count - first) * WaveformPoint.Bytes).ToArray()));
    }
}
