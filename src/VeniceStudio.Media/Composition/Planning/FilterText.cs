using System.Globalization;
using VeniceStudio.Media.Editing;

namespace VeniceStudio.Media.Composition;

/// <summary>Numbers and paths as ffmpeg's filters read them.</summary>
internal static class FilterText
{
    public static string Number(double value) => (Math.Abs(value) < 5e-7 ? 0 : value).ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>As ffmpeg takes rates: "24" or "24000/1001".</summary>
    public static string Of(FrameRate rate) => rate.Denominator == 1
        ? rate.Numerator.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{rate.Numerator}/{rate.Denominator}");

    /// <summary>The length of one frame, as a time base.</summary>
    public static string BaseOf(FrameRate rate) => string.Create(CultureInfo.InvariantCulture, $"{rate.Denominator}/{rate.Numerator}");

    /// <summary>A path inside a filter graph. It is unpacked twice: as a filter's option, and before that as part of the graph.</summary>
    public static string Path(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        // Elsewhere a backslash is a letter like any other.
        if (OperatingSystem.IsWindows()) full = full.Replace('\\', '/');
        return Escaped(Escaped(full, "\\':"), "\\'[],;");
    }

    private static string Escaped(string text, string special) =>
        string.Concat(text.Select(letter => special.Contains(letter, StringComparison.Ordinal) ? $"\\{letter}" : letter.ToString()));
}
