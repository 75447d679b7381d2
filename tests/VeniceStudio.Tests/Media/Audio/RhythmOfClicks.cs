using static VeniceStudio.Tests.Media.Audio.RhythmSounds;

namespace VeniceStudio.Tests.Media.Audio;

public sealed class RhythmOfClicks
{
    [Theory]
    [InlineData(40)]
    [InlineData(50)]
    [InlineData(60)]
    [InlineData(75)]
    [InlineData(90)]
    [InlineData(105)]
    [InlineData(120)]
    [InlineData(133.7)]
    [InlineData(150)]
    [InlineData(166)]
    [InlineData(180)]
    [InlineData(200)]
    [InlineData(220)]
    [InlineData(240)]
    public void Clicks_are_heard_at_their_own_tempo_and_to_the_moment(double tempo)
    {
        var clicks = Pulse(tempo, 24);
        var grid = Hear(Clicks(clicks, 24));
        Assert.InRange(grid.Tempo, tempo - 0.1, tempo + 0.1);
        Assert.Single(grid.TempoCurve);
        Assert.True(Found(grid.Beats.Select(beat => beat.Seconds), clicks, within: 0.005) > 0.97, "Some clicks are further than 5 ms from their beat.");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(7)]
    public void The_stronger_click_is_the_first_of_its_bar(int bar)
    {
        var clicks = Pulse(130, 30);
        var grid = Hear(Clicks(clicks, 30, bar));
        Assert.Equal(bar, grid.Meter);
        Assert.True(Found(grid.Beats.Where(beat => beat.IsDownbeat).Select(beat => beat.Seconds), [.. clicks.Where((_, i) => i % bar == 0)]) > 0.9);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(97)]
    [InlineData(120)]
    [InlineData(174)]
    public void A_song_that_begins_on_its_first_beat_has_that_beat(double tempo)
    {
        var clicks = Pulse(tempo, 24, first: 0);
        var grid = Hear(Clicks(clicks, 24, 4));
        Assert.InRange(grid.Beats[0].Seconds, 0, 0.005);
        Assert.InRange(grid.Beats[1].Seconds, clicks[1] - 0.005, clicks[1] + 0.005);
    }

    [Fact]
    public void A_song_that_begins_after_silence_has_no_beats_in_it()
    {
        var clicks = Pulse(100, 24, first: 6);
        var grid = Hear(Clicks(clicks, 24));
        Assert.InRange(grid.Beats[0].Seconds, 5.99, 6.65);
        Assert.Equal(0, grid.Stretches.First(stretch => stretch.Start == 0).Confidence, 0.3);
    }

    [Fact]
    public void A_break_of_three_beats_does_not_end_the_count()
    {
        var clicks = Pulse(120, 24);
        var grid = Hear(Clicks([.. clicks.Where((_, i) => i is not (16 or 17 or 18))], 24));
        Assert.True(Found(grid.Beats.Select(beat => beat.Seconds), clicks) > 0.98);
    }

    [Fact]
    public void Clicks_that_get_faster_are_followed_and_told_as_a_curve()
    {
        var clicks = new List<double> { 0.5 };
        while (clicks[^1] < 28) clicks.Add(clicks[^1] + 60 / (100 + 1.5 * clicks[^1]));
        var grid = Hear(Clicks([.. clicks], 30));
        Assert.True(Found(grid.Beats.Select(beat => beat.Seconds), [.. clicks], within: 0.02) > 0.95);
        Assert.InRange(grid.TempoCurve[0].Tempo, 98, 106);
        Assert.InRange(grid.TempoCurve[^1].Tempo, 136, 146);
    }
}
