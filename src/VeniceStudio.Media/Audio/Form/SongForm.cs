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
    /// <returns>
    /// At least one, without gaps from 0 to <paramref name="duration"/>. They begin on downbeats; where the music changes again and
    /// again on another beat of the bar, on that one, since then it is the bars that were misheard.
    /// </returns>
    public static IReadOnlyList<Section> Of(FormFeatures features, BeatGrid grid, double duration) => Of(features, grid, duration, FormWeights.Found);

    internal static IReadOnlyList<Section> Of(FormFeatures features, BeatGrid grid, double duration, FormWeights weights)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(duration);
        var heard = Parted(features, BarLines.Of(grid, duration), weights, duration);
        var shift = heard.Bars.HasBars ? BarPhase.Of(features, grid, [.. heard.Bounds.Skip(1).SkipLast(1).Select(bar => heard.Bars.Edges[bar])]) : 0;
        if (shift > 0) heard = Parted(features, BarLines.Of(grid, duration, shift), weights, duration);
        var kin = Kinship.Of(heard.Bounds, heard.Sounds, heard.Like, weights);
        return Roles.Of(SectionFacts.Of(heard.Bounds, kin, heard.Sounds, heard.Bars, features));
    }

    private static Parts Parted(FormFeatures features, BarLines bars, FormWeights weights, double duration)
    {
        var sounds = new BarSounds(features, bars);
        var like = new BarLikeness(sounds);
        if (duration < Shortest || bars.Count < 4) return new Parts(bars, sounds, like, [0, bars.Count]);
        // A phrase of four bars; in seconds eight, which four bars take at 120 beats a minute.
        var changes = Changes.Of(like, weights, bars.HasBars ? 4 : 8);
        var bounds = Parting.Of(changes, weights, bars.HasBars, 4);
        return new Parts(bars, sounds, like, bounds);
    }

    private sealed record Parts(BarLines Bars, BarSounds Sounds, BarLikeness Like, IReadOnlyList<int> Bounds);
}
