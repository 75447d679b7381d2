using VeniceStudio.Media.Audio;
using VeniceStudio.Media.Editing;

namespace VeniceStudio.Tests.Media;

/// <summary>Songs and clips that leave the planner little choice.</summary>
public sealed class CuttingHardSongs
{
    private static readonly ClipLengths FiveOrTen = new([5, 10], 70_000, null);

    [Fact]
    public void A_song_without_beats_is_cut_evenly_and_says_so()
    {
        var plan = CutPlanner.Plan(CutSong.WithoutBeats("rain", 183).Song, CutTaste.Of(CutPace.Steady), ClipLengths.Any);
        Assert.True(plan.Shots.Max(shot => shot.Length) - plan.Shots.Min(shot => shot.Length) < 1e-6);
        Assert.InRange(plan.Shots.Count, 36, 50);
        Assert.False(plan.OnBeats);
        Assert.StartsWith("No steady beat was heard", plan.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_without_beats_is_cut_evenly_and_named_and_the_rest_stays_on_the_beat()
    {
        var song = CutSong.OfBars("break", 180, _ => 120, 4, [8], quiet: [(60.1, 100)]).Song;
        song = song with { Sections = CutSong.Sections([0, 60, 100], 180) };
        var plan = CutPlanner.Plan(song, CutTaste.Of(CutPace.Steady), ClipLengths.Any);

        Assert.Null(PlanRules.Broken(song, CutTaste.Of(CutPace.Steady), [], plan));
        Assert.Equal("There is no beat to cut on in places (1:00 to 1:40); cuts are spread evenly there.", plan.Note);
        var within = plan.Shots.Where(shot => shot.Section == 1).Select(shot => shot.Length).ToList();
        Assert.True(within.Max() - within.Min() < 1e-6);
    }

    [Fact]
    public void Silence_at_first_belongs_to_the_first_shot()
    {
        var song = CutSong.OfBars("late", 60, _ => 100, 4, [8], first: 5.3).Song;
        var first = CutPlanner.Plan(song, CutTaste.Of(CutPace.Steady), ClipLengths.Any).Shots[0];
        Assert.Equal(0, first.Start);
        Assert.Contains(song.Grid.Beats, beat => beat.Seconds == first.End);
    }

    [Fact]
    public void A_section_shorter_than_any_shot_still_has_its_cut()
    {
        var song = CutSong.OfBars("stutter", 64, _ => 120, 4, [8, 1, 8, 1]).Song;
        var taste = CutTaste.Of(CutPace.Calm);
        var plan = CutPlanner.Plan(song, taste, FiveOrTen);
        Assert.Null(PlanRules.Broken(song, taste, [5, 10], plan));
        Assert.Equal("3 shots are shorter than 4 s, because their sections leave no room for more.", plan.Note);
    }

    [Fact]
    public void A_creators_section_between_two_beats_is_cut_where_it_was_put()
    {
        var song = CutSong.OfBars("moved", 60, _ => 120, 4, [8]).Song;
        song = song with { Sections = CutSong.Sections([0, 20.27, 40.02], 60) };
        var plan = CutPlanner.Plan(song, CutTaste.Of(CutPace.Steady), ClipLengths.Any);

        Assert.Contains(plan.Shots, shot => shot.Start == 20.27);
        // Half a frame beside a beat, it is meant to be on it.
        Assert.Contains(plan.Shots, shot => shot.Start == 40);
        Assert.False(plan.OnBeats);
        Assert.Equal("One section begins between two beats; the cut goes with the section.", plan.Note);
    }

    [Theory]
    [InlineData(5.02, 5)]
    [InlineData(5.2, 10)]
    [InlineData(10, 10)]
    [InlineData(11.4, 10)]
    [InlineData(0.4, 5)]
    public void A_slot_buys_the_shortest_clip_that_fills_it(double slot, double bought) => Assert.Equal(bought, FiveOrTen.Buy(slot));

    [Fact]
    public void A_model_with_short_clips_only_bounds_the_shots_whatever_the_taste()
    {
        var song = CutSongs.All.Single(one => one.Name == "ballad").Song;
        var taste = CutTaste.Of(CutPace.Calm, shortest: 8, longest: 20);
        var plan = CutPlanner.Plan(song, taste, new ClipLengths([5], null, null));
        Assert.All(plan.Shots, shot => Assert.True(shot.Length <= 5 * ClipLengths.Slowing + 1e-6));
    }

    [Fact]
    public void Where_short_clips_cost_more_by_the_second_long_ones_are_bought()
    {
        var song = CutSongs.All[0].Song;
        var even = CutPlanner.Plan(song, CutTaste.Of(CutPace.Steady), new ClipLengths([4, 8], 100_000, null));
        var steep = CutPlanner.Plan(song, CutTaste.Of(CutPace.Steady), new ClipLengths([4, 8], null, new Dictionary<double, long> { [4] = 4_000_000, [8] = 1_000_000 }));
        Assert.True(steep.Shots.Count(shot => shot.Paid == 4) < even.Shots.Count(shot => shot.Paid == 4) / 2);
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.3)]
    public void A_song_of_a_moment_is_one_shot(double duration)
    {
        var song = new HeardSong(duration, new BeatGrid([], 0, 0, [], 0, []), []);
        var shot = Assert.Single(CutPlanner.Plan(song, CutTaste.Of(CutPace.Frantic), FiveOrTen).Shots);
        Assert.Equal((0, duration, 5), (shot.Start, shot.End, shot.Paid));
    }

    [Fact]
    public void Limits_that_contradict_each_other_are_made_to_agree()
    {
        Assert.Equal((6, 6), (CutTaste.Of(CutPace.Steady, 6, 3).Shortest, CutTaste.Of(CutPace.Steady, 6, 3).Longest));
        Assert.Equal((1.5, 1.5), (CutTaste.Of(CutPace.Calm, longest: 1.5).Shortest, CutTaste.Of(CutPace.Calm, longest: 1.5).Longest));
        Assert.Equal((9, 9), (CutTaste.Of(CutPace.Steady, shortest: 9).Shortest, CutTaste.Of(CutPace.Steady, shortest: 9).Longest));
    }
}
