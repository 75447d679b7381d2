namespace VeniceStudio.Media.Ffmpeg;

/// <summary>Tells MP3 from bare AAC by the first frame header; both begin with the same sync bits.</summary>
internal static class MpegAudio
{
    public static ContentKind Sniff(ReadOnlySpan<byte> head)
    {
        if (head.Length < 4 || head[0] != 0xFF || (head[1] & 0xE0) != 0xE0) return ContentKind.Unknown;
        var layer = (head[1] >> 1) & 3;
        if (layer == 0) return (head[1] & 0xF0) == 0xF0 && ((head[2] >> 2) & 0xF) < 13 ? ContentKind.Aac : ContentKind.Unknown;

        var version = (head[1] >> 3) & 3;
        var bitRate = head[2] >> 4;
        var sampleRate = (head[2] >> 2) & 3;
        return layer == 1 && version != 1 && bitRate is not (0 or 15) && sampleRate != 3 ? ContentKind.Mp3 : ContentKind.Unknown;
    }
}
