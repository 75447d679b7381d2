namespace VeniceStudio.Media.Ffmpeg;

/// <summary>Recognises the texts that come where media was expected: error pages, JSON messages, playlists.</summary>
internal static class TextSniff
{
    public static ContentKind Of(ReadOnlySpan<byte> head)
    {
        if (head is [0xEF, 0xBB, 0xBF, ..]) head = head[3..];
        var text = head.TrimStart(" \t\r\n"u8);
        if (text.IsEmpty) return ContentKind.Unknown;
        if (Begins(text, "#EXTM3U"u8) || Begins(text, "ffconcat"u8) || Begins(text, "[playlist]"u8)) return ContentKind.Playlist;
        if (Begins(text, "<!doctype html"u8) || Begins(text, "<html"u8)) return ContentKind.Html;
        if (Begins(text, "<head"u8) || Begins(text, "<body"u8)) return ContentKind.Html;
        if (Begins(text, "<?xml"u8) || Begins(text, "<svg"u8) || Begins(text, "<Error"u8)) return ContentKind.Xml;
        if (text[0] is not ((byte)'{' or (byte)'[')) return ContentKind.Unknown;

        var inside = text[1..].TrimStart(" \t\r\n"u8);
        return inside.IsEmpty || "\"{[}]-0123456789tfn"u8.Contains(inside[0]) ? ContentKind.Json : ContentKind.Unknown;
    }

    private static bool Begins(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word) =>
        text.Length >= word.Length && System.Text.Ascii.EqualsIgnoreCase(text[..word.Length], word);
}
