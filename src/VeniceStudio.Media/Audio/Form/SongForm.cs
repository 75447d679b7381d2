namespace VeniceStudio.Media.Audio.Form;

/// <summary>
/// Hears the form of a song: where sections begin, which are the same, and what each does. Bars are compared beat by beat in harmony,
/// and in timbre and strokes; boundaries are chosen together by dynamic programming over all bars.
/// </summary>
public static class SongForm
{
    /// <summary>Songs shorter than this are one section, in seconds.</summary>
    private const double Shortest = 12;

    /// <summary>The sections of a song.</summary>
    /// <param name="features">What <see cref="FormListener"/> kept.</param>
    /// <param name="grid">The song's beats; without any, sections begin on whole seconds.</param>
    /// <param name="duration">Seconds of the song, above 0.</param>
    /// <returns>At least one, without gaps from 0 to <paramref name="duration"/>.</returns>
    public static IReadOnlyList<Section> Of(FormFeatures features, BeatGrid grid, double duration) => Of(features, grid, duration, FormWeights.Found);

    internal static IReadOnlyList<Section> Of(FormFeatures features, BeatGrid grid, double duration, FormWeights weights)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(duration);
        var bars = BarLines.Of(grid, duration);
        var sounds = new BarSounds(features, bars);
        var like = new BarLikeness(sounds);
        // A phrase of four bars; in seconds eight, which four bars take at 120 beats a minute.
        var phrase = bars.HasBars ? 4 : 8;
        IReadOnlyList<int> bounds = duration < Shortest || bars.Count < 4
            ? [0, bars.Count]
            : Parting.Of(Changes.Of(like, weights, phrase), weights, bars.HasBars, bars.HasBars ? 2 : 4);
        return Roles.Of(bounds, Kinship.Of(bounds, sounds, like, weights), sounds, bars);
    }
}
