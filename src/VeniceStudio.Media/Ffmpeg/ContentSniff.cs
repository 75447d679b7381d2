using System.Buffers.Binary;

namespace VeniceStudio.Media.Ffmpeg;

/// <summary>Tells what a file is from its first bytes. 4 KB of them are plenty.</summary>
public static class ContentSniff
{
    /// <summary>How much of a file is worth handing to <see cref="Of"/>.</summary>
    public const int HeadBytes = 4096;

    /// <summary>The kind that these first bytes announce; a decoder still has the last word.</summary>
    public static ContentKind Of(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty) return ContentKind.Empty;
        if (head is [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..]) return ContentKind.Png;
        if (head is [0xFF, 0xD8, 0xFF, ..]) return ContentKind.Jpeg;
        if (head.StartsWith("GIF8"u8)) return ContentKind.Gif;
        if (head.StartsWith("fLaC"u8)) return ContentKind.Flac;
        if (head.StartsWith("OggS"u8)) return ContentKind.Ogg;
        if (head.StartsWith("ID3"u8)) return BehindTag(head);
        if (head is [0x1A, 0x45, 0xDF, 0xA3, ..]) return NamesWebM(head) ? ContentKind.WebM : ContentKind.Matroska;
        if (head.StartsWith("%PDF"u8)) return ContentKind.Pdf;
        if (head is [(byte)'P', (byte)'K', 3, 4, ..]) return ContentKind.Zip;
        if (head is [(byte)'I', (byte)'I', 42, 0, ..] or [(byte)'M', (byte)'M', 0, 42, ..]) return ContentKind.Tiff;
        if (head.Length >= 12 && FormOf(head) is var form and not ContentKind.Unknown) return form;
        if (head.Length >= 26 && head.StartsWith("BM"u8) && head[14] is 12 or 40 or 108 or 124) return ContentKind.Bmp;
        return MpegAudio.Sniff(head) is var mpeg and not ContentKind.Unknown ? mpeg : TextSniff.Of(head);
    }

    /// <summary>The kind of a file on disk, or <see cref="ContentKind.Empty"/> when it has no bytes.</summary>
    public static async Task<ContentKind> OfFileAsync(string path, CancellationToken ct)
    {
        await using var file = File.OpenRead(path);
        var head = new byte[HeadBytes];
        return Of(head.AsSpan(0, await file.ReadAtLeastAsync(head, HeadBytes, throwOnEndOfStream: false, ct)));
    }

    /// <summary>The media type to store and to put into a data URL.</summary>
    public static string MimeType(ContentKind kind) => KindNames.Of(kind).MimeType;

    /// <summary>The usual file ending, with its dot; ".bin" when the kind is unknown.</summary>
    public static string Extension(ContentKind kind) => KindNames.Of(kind).Extension;

    /// <summary>Words for a sentence: "a web page", "an MP4 video".</summary>
    public static string InWords(ContentKind kind) => KindNames.Of(kind).Words;

    /// <summary>Containers that name their form at byte 8 (RIFF, AIFF) or their first box at byte 4 (MP4 and kin).</summary>
    private static ContentKind FormOf(ReadOnlySpan<byte> head)
    {
        var form = head.Slice(8, 4);
        if (head.StartsWith("RIFF"u8) || head.StartsWith("RF64"u8) || head.StartsWith("BW64"u8))
        {
            return form.SequenceEqual("WAVE"u8) ? ContentKind.Wav
                : form.SequenceEqual("WEBP"u8) ? ContentKind.WebP
                : form.SequenceEqual("AVI "u8) ? ContentKind.Avi : ContentKind.Unknown;
        }
        if (head.StartsWith("FORM"u8) && form[..3].SequenceEqual("AIF"u8)) return ContentKind.Aiff;

        var box = head.Slice(4, 4);
        if (box.SequenceEqual("ftyp"u8)) return BrandOf(form);
        // QuickTime files from before brands existed begin with one of these.
        var isOld = box.SequenceEqual("moov"u8) || box.SequenceEqual("mdat"u8) || box.SequenceEqual("wide"u8);
        return isOld ? ContentKind.Mov : ContentKind.Unknown;
    }

    private static bool NamesWebM(ReadOnlySpan<byte> head) => head[..Math.Min(64, head.Length)].IndexOf("webm"u8) >= 0;

    private static ContentKind BrandOf(ReadOnlySpan<byte> brand) =>
        brand.SequenceEqual("M4A "u8) || brand.SequenceEqual("M4B "u8) ? ContentKind.M4a
        : brand.SequenceEqual("qt  "u8) ? ContentKind.Mov
        : brand.SequenceEqual("avif"u8) || brand.SequenceEqual("avis"u8) ? ContentKind.Avif
        : brand[..3].SequenceEqual("hei"u8) || brand[..3].SequenceEqual("hev"u8) ? ContentKind.Heic
        : brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("msf1"u8) ? ContentKind.Heic
        : ContentKind.Mp4;

    /// <summary>An ID3 tag may stand before several formats. A large one (a cover picture) hides what follows: MP3, in practice.</summary>
    private static ContentKind BehindTag(ReadOnlySpan<byte> head)
    {
        if (head.Length < 10 || ((head[6] | head[7] | head[8] | head[9]) & 0x80) != 0) return ContentKind.Unknown;
        var packed = BinaryPrimitives.ReadInt32BigEndian(head[6..]);
        var size = (packed & 0x7F) | ((packed >> 1) & 0x3F80) | ((packed >> 2) & 0x1FC000) | ((packed >> 3) & 0xFE00000);
        var rest = 10 + size < head.Length ? head[(10 + size)..].TrimStart((byte)0) : [];
        if (rest.Length < 4) return ContentKind.Mp3;
        return rest.StartsWith("fLaC"u8) ? ContentKind.Flac : MpegAudio.Sniff(rest);
    }
}
