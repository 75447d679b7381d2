namespace VeniceStudio.Media.Audio.Rhythm;

/// <summary>
/// Six and twelve quavers in a bar are felt in groups of three. Where fast beats were counted in threes, the beat that a foot taps is the
/// first of each group: hardly anybody taps faster than three times a second when a bar of three lasts less than one.
/// </summary>
internal static class CompoundMetre
{
    /// <summary>Frames of three fast beats at 195 a minute; slower ones are a waltz.</summary>
    private const double LongestGroup = 3 * 60.0 / 195 * SpectralFrames.Rate;

    /// <summary>The beats that are tapped: all of them, or the first of every three.</summary>
    public static List<int> Tapped(List<int> beats, (int Place, int Metre)[] counted)
    {
        var inThrees = counted.Count(one => one.Metre is 3 or 6);
        if (beats.Count < 12 || inThrees < 0.8 * beats.Count) return beats;
        var groups = beats.Where((_, i) => counted[i].Place % 3 == 1).ToList();
        var gaps = groups.Zip(groups.Skip(1), (a, b) => b - a).Order().ToArray();
        return gaps.Length > 3 && gaps[gaps.Length / 2] < LongestGroup ? groups : beats;
    }
}
