using System.Buffers.Binary;
using VeniceStudio.Media.Ffmpeg;

namespace VeniceStudio.Media.Audio.Peaks;

/// <summary>
/// A waveform as bytes, all numbers little-endian:
/// <code>
///  0  4 bytes  "VSWF"
///  4  uint16   version, 1
///  6  uint16   levels, 1 to 8
///  8  uint32   samples per second
/// 12  uint64   samples of the song
/// 20  for each level, the finest first: uint32 samples per point, uint32 points, uint32 where they begin in the file
///  …  the points, 5 bytes each: int8 min, int8 max, uint8 low, uint8 mid, uint8 high (<see cref="WaveformPoint"/>)
/// </code>
/// The coarsest level lies first behind the header: the first 17 KB of the file are the picture of a 20-minute song.
/// </summary>
public static class WaveformFile
{
    /// <summary>The version that this reads and writes.</summary>
    public const int Version = 1;

    /// <summary>The type under which it is served.</summary>
    public const string MimeType = "application/vnd.venice-studio.waveform";

    private const int HeadBytes = 20, LevelBytes = 12, MostLevels = 8;
    private const long MostPoints = 64_000_000;

    /// <summary>Writes a waveform.</summary>
    public static async Task WriteAsync(Waveform waveform, Stream to, CancellationToken ct)
    {
        var levels = waveform.Levels;
        var head = new byte[HeadBytes + LevelBytes * levels.Count];
        "VSWF"u8.CopyTo(head);
        BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(4), Version);
        BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(6), (ushort)levels.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(8), (uint)waveform.SampleRate);
        BinaryPrimitives.WriteUInt64LittleEndian(head.AsSpan(12), (ulong)waveform.Samples);
        var at = head.Length;
        for (var i = levels.Count - 1; i >= 0; i--)
        {
            var entry = head.AsSpan(HeadBytes + LevelBytes * i);
            BinaryPrimitives.WriteUInt32LittleEndian(entry, (uint)levels[i].SamplesPerPoint);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[4..], (uint)levels[i].Count);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[8..], (uint)at);
            at += levels[i].Points.Length;
        }
        await to.WriteAsync(head, ct);
        for (var i = levels.Count - 1; i >= 0; i--) await to.WriteAsync(levels[i].Points, ct);
    }

    /// <summary>Reads a waveform from a stream that can seek.</summary>
    /// <exception cref="MediaException">These bytes are no waveform, are cut off, or are of a version to come.</exception>
    public static async Task<Waveform> ReadAsync(Stream from, CancellationToken ct)
    {
        var head = await PartAsync(from, 0, HeadBytes, ct);
        if (!head.AsSpan(0, 4).SequenceEqual("VSWF"u8)) throw Broken();
        if (BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(4)) != Version)
            throw new MediaException("This waveform was drawn by another version of the studio. Let the song be heard again.");
        var count = BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(6));
        var rate = BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(8));
        var samples = BinaryPrimitives.ReadUInt64LittleEndian(head.AsSpan(12));
        if (count is 0 or > MostLevels || rate is 0 or > 1_000_000 || samples > long.MaxValue / 2) throw Broken();
        var entries = await PartAsync(from, HeadBytes, count * LevelBytes, ct);
        var levels = new WaveformLevel[count];
        for (var i = 0; i < count; i++) levels[i] = await LevelAsync(from, entries.AsMemory(LevelBytes * i, LevelBytes), ct);
        return new Waveform((int)rate, (long)samples, levels);
    }

    private static async Task<WaveformLevel> LevelAsync(Stream from, ReadOnlyMemory<byte> entry, CancellationToken ct)
    {
        var samplesPerPoint = BinaryPrimitives.ReadUInt32LittleEndian(entry.Span);
        var points = BinaryPrimitives.ReadUInt32LittleEndian(entry.Span[4..]);
        if (samplesPerPoint is 0 or > int.MaxValue || points > MostPoints) throw Broken();
        return new WaveformLevel((int)samplesPerPoint, await PartAsync(from, BinaryPrimitives.ReadUInt32LittleEndian(entry.Span[8..]), (int)points * WaveformPoint.Bytes, ct));
    }

    private static async Task<byte[]> PartAsync(Stream from, long at, int length, CancellationToken ct)
    {
        if (at + length > from.Length) throw Broken();
        from.Position = at;
        var bytes = new byte[length];
        await from.ReadExactlyAsync(bytes, ct);
        return bytes;
    }

    private static MediaException Broken() => new("The stored waveform of this song is damaged. Let the song be heard again.");
}
