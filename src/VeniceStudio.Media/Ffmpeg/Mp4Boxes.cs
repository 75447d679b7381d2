using System.Buffers.Binary;

namespace VeniceStudio.Media.Ffmpeg;

/// <summary>Walks the outer boxes of an MP4 or MOV file: the cheapest and surest sign of a cut-off one.</summary>
public static class Mp4Boxes
{
    /// <summary>How the file's outermost structure looks. Reads a few bytes per box.</summary>
    public static Mp4Shape Of(Stream file)
    {
        Span<byte> header = stackalloc byte[16];
        bool index = false, media = false;
        for (long at = 0; at < file.Length;)
        {
            file.Position = at;
            var got = file.ReadAtLeast(header, 16, throwOnEndOfStream: false);
            if (got < 8) return index && media && header[..got].IndexOfAnyExcept((byte)0) < 0 ? Mp4Shape.Whole : Mp4Shape.BreaksOff;
            // Writers and servers sometimes leave filling after the last box; players pass over it.
            if (header[4..8].IndexOfAnyExceptInRange((byte)' ', (byte)'~') >= 0 && header[4] != 0xA9)
                return index && media ? Mp4Shape.Whole : Mp4Shape.BreaksOff;

            index |= header[4..8].SequenceEqual("moov"u8);
            media |= header[4..8].SequenceEqual("mdat"u8);
            long size = BinaryPrimitives.ReadUInt32BigEndian(header);
            if (size == 1) size = got < 16 ? 0 : BinaryPrimitives.ReadInt64BigEndian(header[8..]);
            else if (size == 0) size = file.Length - at;
            if (size < 8 || size > file.Length - at) return Mp4Shape.BreaksOff;
            at += size;
        }
        return index ? Mp4Shape.Whole : Mp4Shape.NoIndex;
    }
}
