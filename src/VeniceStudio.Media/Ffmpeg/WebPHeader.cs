using System.Buffers.Binary;

namespace VeniceStudio.Media.Ffmpeg;

/// <summary>Walks a WebP's chunks: the plain forms (VP8, VP8L) and the extended one (VP8X).</summary>
internal static class WebPHeader
{
    private static ReadOnlySpan<byte> LossyStart => [0x9D, 0x01, 0x2A];

    public static ImageHeader? Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < 30) return null;
        var end = 8 + (long)BinaryPrimitives.ReadUInt32LittleEndian(file[4..]);
        ImageHeader? header = null;
        for (var at = 12; file.Length - at >= 8;)
        {
            var type = file.Slice(at, 4);
            var size = BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 4)..]);
            var data = file.Slice(at + 8, (int)Math.Min(size, file.Length - at - 8));
            var said = PictureOf(type, data);
            // The picture inside must be the size of the canvas, or a small canvas could hide a huge picture.
            if (header is { IsAnimated: false } && said is not null && !(said.Width == header.Width && said.Height == header.Height))
                return null;
            header ??= said;
            if (type.SequenceEqual("EXIF"u8) && header is not null)
                header = header with { Orientation = ExifOrientation.Of(data.StartsWith("Exif\0\0"u8) ? data[6..] : data) };
            if (size > file.Length - at - 8) break;
            at += 8 + (int)size + (int)(size & 1);
        }
        return header is null ? null : header with { IsWhole = end <= file.Length };
    }

    private static ImageHeader? PictureOf(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        if (data.Length < 10) return null;
        if (type.SequenceEqual("VP8X"u8))
        {
            var canvas = Sized(1 + Int24(data[4..]), 1 + Int24(data[7..]));
            return canvas with { HasAlpha = (data[0] & 0x10) != 0, IsAnimated = (data[0] & 0x02) != 0 };
        }
        if (type.SequenceEqual("VP8L"u8) && data[0] == 0x2F)
        {
            var bits = (int)BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
            return Sized(1 + (bits & 0x3FFF), 1 + ((bits >> 14) & 0x3FFF)) with { HasAlpha = ((bits >> 28) & 1) != 0 };
        }
        return type.SequenceEqual("VP8 "u8) && data[3..].StartsWith(LossyStart)
            ? Sized(Int14(data[6..]), Int14(data[8..]))
            : null;
    }

    private static ImageHeader Sized(int width, int height) => new(ContentKind.WebP, width, height);

    private static int Int14(ReadOnlySpan<byte> two) => BinaryPrimitives.ReadUInt16LittleEndian(two) & 0x3FFF;

    private static int Int24(ReadOnlySpan<byte> three) => three[0] | (three[1] << 8) | (three[2] << 16);
}
