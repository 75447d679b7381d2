using VeniceStudio.Media.Audio;
using VeniceStudio.Media.Editing;

namespace VeniceStudio.Tests.Media;

/// <summary>Twenty songs whose beats are known, cut at every pace for what models sell.</summary>
public sealed class PlanningCuts
{
    private static readonly CutPace[] Paces = Enum.GetValues<CutPace>();

    public static TheoryData<string> Songs => [.. CutSongs.All.Concat(CutSongs.Beatless).Select(song => song.Name)];

    public static TheoryData<string> Lengths => ["5 10", "4 6 8", "3-15", "6 8 10", "5", "any"];

    [Theory, MemberData(nameof(Songs))]
    public void Every_cut_is_on_a_beat_every_section_begins_with_one_and_the_song_is_covered(string name)
    {
        var song = Find(name);
        foreach (var (pace, clips) in ((CutPace, double[])[])[(CutPace.Calm, [5, 10]), (CutPace.Steady, [4, 6, 8]), (CutPace.Frantic, [])])
        {
            var taste = CutTaste.Of(pace);
            Assert.Null(PlanRules.Broken(song, taste, clips, CutPlanner.Plan(song, taste, Sold(clips))));
            Assert.Null(PlanRules.Broken(song, taste, clips, NearestBeatPlan.Plan(song, taste, Sold(clips))));
        }
    }

    [Theory, MemberData(nameof(Songs))]
    public void Frames_of_all_shots_add_up_to_the_songs_frames(string name)
    {
        var song = Find(name);
        var plan = CutPlanner.Plan(song, CutTaste.Of(CutPace.Lively), ClipLengths.Any);
        foreach (var rate in (FrameRate[])[new(24, 1), new(25, 1), new(30, 1), new(24_000, 1_001)])
        {
            var frames = plan.Shots.Select(shot => rate.FrameAt(shot.End) - rate.FrameAt(shot.Start)).ToList();
            Assert.DoesNotContain(frames, count => count <= 0);
            Assert.Equal(rate.FrameAt(song.Duration), frames.Sum());
        }
    }

    [Theory, MemberData(nameof(Lengths))]
    public void Never_pays_for_more_seconds_than_cutting_on_the_nearest_beat_would(string lengths)
    {
        var index = CutSongs.Lengths.Select(one => one.Name).ToList().IndexOf(lengths);
        var clips = CutSongs.Lengths[index].Seconds;
        for (var i = 0; i < CutSongs.All.Count; i++)
        {
            // Each song at one pace, another one with each list of lengths; the benchmark goes over all of them.
            var (song, taste) = (CutSongs.All[i].Song, CutTaste.Of(Paces[(i + index) % Paces.Length]));
            var (planned, rival) = (CutPlanner.Plan(song, taste, Sold(clips)), NearestBeatPlan.Plan(song, taste, Sold(clips)));
            Assert.True(planned.PaidSeconds <= rival.PaidSeconds + 1e-6, $"{CutSongs.All[i].Name}, {taste.Pace}: {planned.PaidSeconds} above {rival.PaidSeconds}");
        }
    }

    [Fact]
    public void Strong_sections_are_cut_faster_than_quiet_ones_and_a_quicker_pace_cuts_more()
    {
        var song = CutSong.OfBars("two halves", 128, _ => 120, 4, [16, 48]).Song;
        song = song with { Sections = [song.Sections[0] with { Energy = 0 }, song.Sections[1] with { Energy = 1 }] };
        double Mean(CutPlan plan, int section) => plan.Shots.Where(shot => shot.Section == section).Average(shot => shot.Length);

        var counts = Paces.Select(pace => CutPlanner.Plan(song, CutTaste.Of(pace), ClipLengths.Any).Shots.Count).ToList();
        Assert.Equal(counts.Order().Distinct(), counts);
        foreach (var pace in Paces)
        {
            var plan = CutPlanner.Plan(song, CutTaste.Of(pace), ClipLengths.Any);
            Assert.True(Mean(plan, 0) > 1.4 * Mean(plan, 1), $"{pace}: {Mean(plan, 0)} and {Mean(plan, 1)}");
        }
    }

    [Fact]
    public void Cuts_fall_on_bars_where_the_pace_allows_it()
    {
        var song = CutSongs.All[0].Song;
        var bars = song.Grid.Beats.Where(beat => beat.IsDownbeat).Select(beat => beat.Seconds).ToHashSet();
        Assert.All(CutPlanner.Plan(song, CutTaste.Of(CutPace.Steady), ClipLengths.Any).Shots, shot => Assert.Contains(shot.Start, bars));
    }

    [Fact]
    public void A_repeat_is_cut_as_the_section_that_it_repeats()
    {
        var song = CutSong.OfBars("again", 96, _ => 120, 4, [13, 9, 13, 13]).Song;
        song = song with
        {
            Sections =
            [
                song.Sections[0] with { Energy = 0.5 }, song.Sections[1] with { Energy = 0.9 },
                song.Sections[2] with { Energy = 0.66, RepeatOf = 0 }, .. song.Sections.Skip(3),
            ],
        };
        var plan = CutPlanner.Plan(song, CutTaste.Of(CutPace.Lively), ClipLengths.Any);
        double[] Of(int section) => [.. plan.Shots.Where(shot => shot.Section == section).Select(shot => Math.Round(shot.Length, 6))];
        Assert.Equal(Of(0), Of(2));
    }

    internal static ClipLengths Sold(double[] clips) => new(clips, 100_000, null);

    private static HeardSong Find(string name) => CutSongs.All.Concat(CutSongs.Beatless).Single(song => song.Name == name).Song;
}
