using System.Globalization;

namespace VeniceStudio.Media.Lyrics;

/// <summary>Times as lyric files write them.</summary>
internal static class LyricStamp
{
    /// <summary>No song lasts longer: beyond it a time is a slip.</summary>
    private const double Longest = 24 * 3600;

    /// <summary>Reads [hh:]mm:ss with up to six places after a point, comma or colon.</summary>
    /// <returns>Seconds; null for what is no such time.</returns>
    public static double? Read(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        Span<double> parts = stackalloc double[3];
        var (count, at) = (0, 0);
        while (true)
        {
            var from = at;
            while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
            if (at == from || at - from > 4 || count == 3) return null;
            parts[count++] = int.Parse(text[from..at], CultureInfo.InvariantCulture);
            if (at == text.Length || text[at] != ':') break;
            // Some write hundredths after a colon: 01:02:33. Three parts are hours only where the file says so, see ReadLrc.
            at++;
        }
        if (count < 2) return null;
        var fraction = 0.0;
        if (at < text.Length)
        {
            var digits = text[(at + 1)..];
            if (text[at] is not ('.' or ',') || digits.Length is 0 or > 6 || digits.ContainsAnyExceptInRange('0', '9')) return null;
            fraction = int.Parse(digits, CultureInfo.InvariantCulture) / Math.Pow(10, digits.Length);
        }
        var (hours, minutes, seconds) = count == 3 ? (parts[0], parts[1], parts[2]) : (0, parts[0], parts[1]);
        if (seconds >= 60 || (count == 3 && minutes >= 60)) return null;
        var all = hours * 3600 + minutes * 60 + seconds + fraction;
        return all <= Longest ? all : null;
    }

    /// <summary>Reads a time of an LRC file, where a third part is hundredths.</summary>
    public static double? ReadLrc(ReadOnlySpan<char> text)
    {
        var last = text.LastIndexOf(':');
        return last > 0 && text[..last].Contains(':') && text.Length - last - 1 is 2 or 3 ? Read($"{text[..last]}.{text[(last + 1)..]}") : Read(text);
    }

    /// <summary>mm:ss.xx; minutes go on past 59.</summary>
    public static string Lrc(double seconds)
    {
        var hundredths = (long)Math.Round(seconds * 100);
        return string.Create(CultureInfo.InvariantCulture, $"{hundredths / 6000:00}:{hundredths / 100 % 60:00}.{hundredths % 100:00}");
    }

    /// <summary>hh:mm:ss and thousandths after a mark.</summary>
    public static string Full(double seconds, char mark)
    {
        var thousandths = (long)Math.Round(seconds * 1000);
        return string.Create(CultureInfo.InvariantCulture, $"{thousandths / 3_600_000:00}:{thousandths / 60_000 % 60:00}:{thousandths / 1000 % 60:00}{mark}{thousandths % 1000:000}");
    }
}
