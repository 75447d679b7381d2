using System.Buffers.Binary;

namespace VeniceStudio.Simulator.Wire;

/// <summary>Length of an MP4 or MOV in seconds, from its movie header.</summary>
internal static class FilmHeader
{
    /// <summary>Seconds, or null when no movie header is found.</summary>
    public static double? Seconds(ReadOnlySpan<byte> bytes)
    {
        var at = bytes.IndexOf("mvhd"u8);
        if (at < 4 || at + 36 > bytes.Length) return null;
        var body = bytes[(at + 4)..];
        var (scale, length) = body[0] == 1
            ? (BinaryPrimitives.ReadUInt32BigEndian(body[20..]), (double)BinaryPrimitives.ReadUInt64BigEndian(body[24..]))
            : (BinaryPrimitives.ReadUInt32BigEndian(body[12..]), BinaryPrimitives.ReadUInt32BigEndian(body[16..]));
        return scale > 0 ? length / scale : null;
    }
}
