using System.Buffers.Binary;

namespace VeniceStudio.Media.Ffmpeg;

/// <summary>Finds how the camera was held in a block of EXIF.</summary>
internal static class ExifOrientation
{
    private const ushort Tag = 0x0112;

    /// <summary>1 to 8; 1 (upright) also for anything unreadable.</summary>
    public static int Of(ReadOnlySpan<byte> exif)
    {
        if (exif.Length < 14) return 1;
        var little = exif.StartsWith("II"u8);
        if (!little && !exif.StartsWith("MM"u8)) return 1;

        var table = Long(exif[4..], little);
        if (table < 8 || table > exif.Length - 2) return 1;
        var entries = Short(exif[(int)table..], little);
        for (var i = 0; i < entries; i++)
        {
            var at = (int)table + 2 + (i * 12);
            if (at + 12 > exif.Length) return 1;
            if (Short(exif[at..], little) == Tag) return Short(exif[(at + 8)..], little) is >= 1 and <= 8 and var held ? held : 1;
        }
        return 1;
    }

    private static ushort Short(ReadOnlySpan<byte> two, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(two) : BinaryPrimitives.ReadUInt16BigEndian(two);

    private static uint Long(ReadOnlySpan<byte> four, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(four) : BinaryPrimitives.ReadUInt32BigEndian(four);
}
