using VeniceStudio.Media.Editing;

namespace VeniceStudio.Tests.Media;

/// <summary>Cuts that are moved by hand.</summary>
public sealed class SnappingToBeats
{
    [Theory]
    [InlineData(10.1, 10)]
    [InlineData(10.26, 10.5)]
    [InlineData(-3, 0)]
    [InlineData(99, 59.5)]
    public void A_cut_goes_to_the_nearest_beat(double put, double beat) =>
        Assert.Equal(beat, BeatSnap.Nearest(CutSong.OfBars("even", 60, _ => 120, 4, [8]).Song, put), 6);

    [Fact]
    public void A_cut_far_from_all_beats_stays_where_it_was_put_and_a_sections_begin_draws_it()
    {
        var song = CutSong.OfBars("gap", 60, _ => 120, 4, [8], quiet: [(20, 40)]).Song;
        song = song with { Sections = CutSong.Sections([0, 31.3], 60) };
        Assert.Equal(27, BeatSnap.Nearest(song, 27));
        Assert.Equal(31.3, BeatSnap.Nearest(song, 31));
        Assert.Equal(4.2, BeatSnap.Nearest(CutSong.WithoutBeats("rain", 60).Song, 4.2));
    }

    [Fact]
    public void A_cut_that_was_rounded_to_a_frame_is_still_on_its_beat()
    {
        var song = CutSong.OfBars("human", 120, _ => 103, 4, [8], shake: 20).Song;
        var rate = new FrameRate(24, 1);
        Assert.All(song.Grid.Beats, beat => Assert.True(BeatSnap.IsOnBeat(song, rate.SecondsAt(rate.FrameAt(beat.Seconds)))));
        Assert.False(BeatSnap.IsOnBeat(song, song.Grid.Beats[40].Seconds + 0.03));
        Assert.False(BeatSnap.IsOnBeat(CutSong.WithoutBeats("rain", 60).Song, 3));
    }
}
