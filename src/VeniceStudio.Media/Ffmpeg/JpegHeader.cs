using System.Buffers.Binary;

namespace VeniceStudio.Media.Ffmpeg;

/// <summary>Walks a JPEG's segments up to its first scan, then looks for the end mark.</summary>
internal static class JpegHeader
{
    private static ReadOnlySpan<byte> End => [0xFF, 0xD9];

    public static ImageHeader? Read(ReadOnlySpan<byte> file)
    {
        ImageHeader? header = null;
        var orientation = 1;
        for (var at = 2; at + 4 <= file.Length;)
        {
            if (file[at] != 0xFF) return null;
            var marker = file[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }
            var size = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (size < 2 || at + 2 + size > file.Length) break;
            var data = file.Slice(at + 4, size - 2);

            if (marker == 0xE1 && data.StartsWith("Exif\0\0"u8)) orientation = ExifOrientation.Of(data[6..]);
            else if (IsFrame(marker) && data.Length >= 5)
            {
                // A second frame header could hide a huge picture behind a modest one.
                if (header is not null) return null;
                var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(data[1..]), BinaryPrimitives.ReadUInt16BigEndian(data[3..]));
                header = new ImageHeader(ContentKind.Jpeg, width, height);
            }
            else if (marker == 0xDA)
            {
                // Inside a scan 0xFF is always followed by 0 or a restart mark, so that this pair is the end and nothing else.
                return header is null ? null : header with { Orientation = orientation, IsWhole = file[at..].IndexOf(End) >= 0 };
            }
            at += 2 + size;
        }
        return header is null ? null : header with { Orientation = orientation, IsWhole = false };
    }

    /// <summary>0xC0 to 0xCF begin a frame, but for the three that carry tables.</summary>
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
