namespace VeniceStudio.Media.Audio.Rhythm;

/// <summary>
/// Six and twelve quavers in a bar are felt in groups of three. Where fast beats were counted in threes, the beat that a foot taps is the
/// first of each group: hardly anybody taps faster than three times a second when a bar of three lasts less than one. Where they are
/// slower, six in a bar are the quavers of a slow bar of three.
/// </summary>
internal static class CompoundMetre
{
    /// <summary>Frames of three fast beats at 195 a minute; slower ones are a waltz.</summary>
    private const double LongestGroup = 3 * 60.0 / 195 * SpectralFrames.Rate;

    /// <summary>Frames between two beats at 125 a minute; six slower ones in a bar are beats.</summary>
    private const double LongestQuaver = 48;

    /// <summary>The beats that are tapped: all of them, the first of every three, or every second one.</summary>
    public static List<int> Tapped(List<int> beats, (int Place, int Metre)[] counted)
    {
        if (beats.Count < 12) return beats;
        var enough = 0.8 * beats.Count;
        if (counted.Count(one => one.Metre is 3 or 6) >= enough && Every(3) is var threes && Gap(threes) < LongestGroup) return threes;
        return counted.Count(one => one.Metre == 6) >= enough && Gap(beats) < LongestQuaver ? Every(2) : beats;

        List<int> Every(int count) => [.. beats.Where((_, i) => counted[i].Place % count == 1)];
    }

    /// <summary>True where the tapped ones are a third of all.</summary>
    public static bool IsCompound(List<int> beats, List<int> tapped) => tapped.Count < 0.4 * beats.Count;

    /// <summary>The middle one of the distances, in frames.</summary>
    private static double Gap(List<int> beats)
    {
        var gaps = beats.Zip(beats.Skip(1), (a, b) => b - a).Order().ToArray();
        return gaps.Length > 3 ? gaps[gaps.Length / 2] : double.MaxValue;
    }
}
