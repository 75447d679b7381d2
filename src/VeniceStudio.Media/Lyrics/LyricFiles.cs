using System.Text;

namespace VeniceStudio.Media.Lyrics;

/// <summary>Reads and writes lyrics with times.</summary>
public static class LyricFiles
{
    private const int MostBytes = 2_000_000, MostLines = 20_000;

    static LyricFiles() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Reads a file of any of the formats; which one shows in its content, not in its name.</summary>
    /// <exception cref="LyricsException">It has no times, or one that cannot be read: the sentence names the line.</exception>
    public static LyricSheet Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MostBytes) throw new LyricsException("This file is over 2 MB, which no song's lyrics are. Choose the right one.");
        return Read(Decoded(bytes));
    }

    /// <summary>Reads a text of any of the formats.</summary>
    /// <exception cref="LyricsException">It has no times, or one that cannot be read: the sentence names the line.</exception>
    public static LyricSheet Read(string text)
    {
        var lines = LyricAligner.LinesOf(text.TrimStart('\uFEFF'));
        if (lines.Length > MostLines) throw new LyricsException("This file has over 20,000 lines, which no song's lyrics have. Choose the right one.");
        if (lines.Length > 0 && lines[0].StartsWith("WEBVTT", StringComparison.Ordinal)) return CueFile.Read(lines, vtt: true);
        return lines.Any(line => line.Contains("-->", StringComparison.Ordinal)) ? CueFile.Read(lines, vtt: false) : LrcFile.Read(lines);
    }

    /// <summary>The lyrics as a file's text.</summary>
    public static string Write(LyricSheet sheet, LyricFormat format) =>
        format == LyricFormat.Lrc ? LrcFile.Write(sheet) : CueFile.Write(sheet, format == LyricFormat.Vtt);

    /// <summary>The text of a file: UTF-8, UTF-16 by its mark, and the old Western code page for what is neither.</summary>
    public static string Decoded(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.GetEncoding(1252).GetString(bytes);
        }
    }
}
