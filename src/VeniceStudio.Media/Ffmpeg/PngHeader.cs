using System.Buffers.Binary;

namespace VeniceStudio.Media.Ffmpeg;

/// <summary>Walks a PNG's chunks.</summary>
internal static class PngHeader
{
    private const int Frame = 12;

    public static ImageHeader? Read(ReadOnlySpan<byte> file)
    {
        ImageHeader? header = null;
        for (var at = 8; file.Length - at >= Frame;)
        {
            var size = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            var type = file.Slice(at + 4, 4);
            if (size > file.Length - at - Frame) break;
            var data = file.Slice(at + 8, (int)size);

            if (header is null)
            {
                if (!type.SequenceEqual("IHDR"u8) || size != 13) return null;
                header = new ImageHeader(
                    ContentKind.Png, BinaryPrimitives.ReadInt32BigEndian(data), BinaryPrimitives.ReadInt32BigEndian(data[4..]),
                    HasAlpha: data[9] is 4 or 6, IsWhole: false);
            }
            else if (type.SequenceEqual("tRNS"u8)) header = header with { HasAlpha = true };
            else if (type.SequenceEqual("acTL"u8)) header = header with { IsAnimated = true };
            else if (type.SequenceEqual("eXIf"u8)) header = header with { Orientation = ExifOrientation.Of(data) };
            else if (type.SequenceEqual("IEND"u8)) return header with { IsWhole = true };
            at += Frame + (int)size;
        }
        return header;
    }
}
