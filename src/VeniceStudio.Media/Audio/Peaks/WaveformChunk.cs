namespace VeniceStudio.Media.Audio.Peaks;

/// <summary>Points that are ready while the song is still being decoded.</summary>
/// <param name="Level">Which zoom, 0 is the finest.</param>
/// <param name="First">The place of the first of these points in its level.</param>
/// <param name="Points">The points one after the other, <see cref="WaveformPoint.Bytes"/> each. They do not change any more.</param>
public sealed record WaveformChunk(int Level, int First, ReadOnlyMemory<byte> Points)
{
    /// <summary>How many points these are.</summary>
    public int Count => Points.Length / WaveformPoint.Bytes;
}
