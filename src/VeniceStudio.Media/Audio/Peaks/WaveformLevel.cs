namespace VeniceStudio.Media.Audio.Peaks;

/// <summary>A whole song at one zoom.</summary>
/// <param name="SamplesPerPoint">Samples that one point sums up; the last point of a song may stand for fewer.</param>
/// <param name="Points">The points one after the other, <see cref="WaveformPoint.Bytes"/> each.</param>
public sealed record WaveformLevel(int SamplesPerPoint, ReadOnlyMemory<byte> Points)
{
    /// <summary>How many points there are.</summary>
    public int Count => Points.Length / WaveformPoint.Bytes;

    /// <summary>One point.</summary>
    /// <param name="index">From 0 to <see cref="Count"/>, excluded.</param>
    public WaveformPoint this[int index] => WaveformPoint.Read(Points.Span.Slice(index * WaveformPoint.Bytes, WaveformPoint.Bytes));
}
