using System.Buffers.Binary;

namespace VeniceStudio.Media.Ffmpeg;

/// <summary>Walks a WAV's chunks. ffmpeg takes a cut-off one for a shorter song, without a word.</summary>
internal static class WavChunks
{
    /// <summary>
    /// Whether samples are missing that the header counts. A recorder that streamed writes no true count (0 or the largest
    /// number), and RF64 keeps it elsewhere: those are taken for what is there.
    /// </summary>
    public static bool BreaksOff(Stream file)
    {
        Span<byte> header = stackalloc byte[8];
        for (long at = 12; at + 8 <= file.Length;)
        {
            file.Position = at;
            file.ReadExactly(header);
            var size = BinaryPrimitives.ReadUInt32LittleEndian(header[4..]);
            if (header[..4].SequenceEqual("data"u8)) return size < uint.MaxValue - 64 && size > file.Length - at - 8;
            at += 8 + (long)size + (size & 1);
        }
        return true;
    }
}
