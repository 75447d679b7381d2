using FsCheck;
using FsCheck.Fluent;
using VeniceStudio.Media.Audio;
using VeniceStudio.Media.Editing;

namespace VeniceStudio.Tests.Media;

/// <summary>What holds for any song, any taste and anything that a model may sell.</summary>
public sealed class CutProperties
{
    private sealed record Case(CutSong Song, CutTaste Taste, double[] Clips);

    private static readonly Gen<CutSong> Songs =
        from tempo in Gen.Choose(30, 280)
        from drift in Gen.Choose(-20, 20)
        from meter in Gen.Elements(0, 2, 3, 4, 4, 4, 5, 6, 7, 12)
        from duration in Gen.Choose(5, 200)
        from bars in Gen.ArrayOf(Gen.Choose(1, 20)).Where(bars => bars.Length > 0)
        from first in Gen.Choose(0, 90)
        from shake in Gen.Choose(0, 30)
        from quiet in Gen.Choose(0, 200)
        from hush in Gen.Elements(0, 0, 3, 25)
        select CutSong.OfBars(
            $"{tempo} beats, {meter} in a bar", duration + first / 100.0, at => tempo * (1 + drift * at / 20_000), meter, bars, first / 10.0, shake,
            [(quiet, quiet + hush)]);

    private static readonly Gen<Case> Cases =
        from song in Songs
        from pace in Gen.Elements(Enum.GetValues<CutPace>())
        from shortest in Gen.Elements<double?>(null, null, 0.4, 2.5, 7)
        from longest in Gen.Elements<double?>(null, null, 1, 6, 14, 60)
        from clips in Gen.Elements(CutSongs.Lengths.Select(lengths => lengths.Seconds).ToArray())
        select new Case(song, CutTaste.Of(pace, shortest, longest), clips);

    [Fact]
    public void Any_plan_covers_its_song_on_beats_within_its_limits_and_pays_at_most_what_the_nearest_beats_would() => Holds(60, one =>
    {
        var (song, lengths) = (one.Song.Song, PlanningCuts.Sold(one.Clips));
        var (planned, rival) = (CutPlanner.Plan(song, one.Taste, lengths), NearestBeatPlan.Plan(song, one.Taste, lengths));
        if (planned.PaidSeconds > rival.PaidSeconds + 1e-6) return $"{planned.PaidSeconds} s are paid instead of {rival.PaidSeconds} s";
        return PlanRules.Broken(song, one.Taste, one.Clips, planned);
    });

    [Fact]
    public void Any_moment_snaps_to_a_beat_or_to_a_section_or_stays() => Holds(100, one =>
    {
        var song = one.Song.Song;
        var at = song.Duration * (one.Taste.Shortest / 7 % 1);
        var snapped = BeatSnap.Nearest(song, at);
        var marked = song.Grid.Beats.Any(beat => beat.Seconds == snapped) || song.Sections.Any(section => section.Start == snapped);
        return marked || snapped == at ? null : $"{at} went to {snapped}";
    });

    private static void Holds(int cases, Func<Case, string?> broken) =>
        Prop.ForAll(Cases.ToArbitrary(), one => broken(one) is { } rule
            ? throw new InvalidOperationException($"{one.Song.Name}, {one.Taste}, clips {string.Join(' ', one.Clips)}: {rule}")
            : true)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(cases));
}
