using System.Globalization;
using VeniceStudio.Media.Editing;

namespace VeniceStudio.Media.Composition;

/// <summary>The clock of a film's files: ticks a second, of which every frame takes a whole number.</summary>
internal static class FilmClock
{
    public static string Of(FrameRate rate) => (rate.Numerator * Multiple(rate)).ToString(CultureInfo.InvariantCulture);

    /// <summary>Ticks of one frame.</summary>
    public static int Tick(FrameRate rate) => rate.Denominator * Multiple(rate);

    private static int Multiple(FrameRate rate) => rate.Denominator == 1 ? 1000 : 1;
}
