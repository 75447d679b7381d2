using static VeniceStudio.Tests.Media.Audio.RhythmSounds;

namespace VeniceStudio.Tests.Media.Audio;

public sealed class RhythmOfBands
{
    private static readonly (Drum, double[])[] Rock = [(Drum.Kick, [0, 2, 2.5]), (Drum.Snare, [1, 3]), (Drum.Hat, [0, .5, 1, 1.5, 2, 2.5, 3, 3.5])];

    [Fact]
    public void A_rock_beat_has_four_to_the_bar_from_its_chords_on() => HearsBand(120, 4, Rock);

    [Fact]
    public void A_waltz_has_three_to_the_bar() =>
        HearsBand(150, 3, [(Drum.Kick, [0]), (Drum.Snare, [1, 2]), (Drum.Hat, [0, 1, 2])]);

    [Fact]
    public void Five_four_is_counted_in_fives() =>
        HearsBand(140, 5, [(Drum.Kick, [0, 1.5, 3]), (Drum.Snare, [2, 4]), (Drum.Hat, [0, .5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5])]);

    [Fact]
    public void Seven_is_counted_in_sevens() =>
        HearsBand(200, 7, [(Drum.Kick, [0, 4]), (Drum.Snare, [2, 6]), (Drum.Hat, [0, 1, 2, 3, 4, 5, 6])]);

    [Fact]
    public void Six_eight_beats_on_its_dotted_quarters()
    {
        var pulse = Pulse(72, 30);
        var third = 1 / 3.0;
        var grid = Hear(Band(pulse, 30, 2, (Drum.Kick, [0]), (Drum.Snare, [1]), (Drum.Hat, [0, third, 2 * third, 1, 1 + third, 1 + 2 * third])));
        Assert.True(Found(grid.Beats.Select(beat => beat.Seconds), Sounding(pulse, 2)) > 0.9, $"Heard at {grid.Tempo:0.0}.");
    }

    [Fact]
    public void Swung_quavers_leave_the_beat_where_it_is() =>
        HearsBand(140, 4, [(Drum.Kick, [0, 2]), (Drum.Snare, [1, 3]), (Drum.Hat, [0, 1, 1.67, 2, 3, 3.67])]);

    [Fact]
    public void Hats_between_the_beats_are_not_taken_for_them() =>
        HearsBand(126, 4, [(Drum.Kick, [0, 1, 2, 3]), (Drum.Snare, [1, 3]), (Drum.Hat, [.5, 1.5, 2.5, 3.5])]);

    [Fact]
    public void Fast_music_is_not_halved() => HearsBand(190, 4, Rock);

    [Fact]
    public void A_sudden_new_tempo_is_followed()
    {
        var pulse = Pulse(100, 16).Concat(Pulse(140, 16).Select(t => t + 15.5)).ToArray();
        pulse = [.. pulse.Where((t, i) => i == 0 || t - pulse[i - 1] > 0.3)];
        var grid = Hear(Band(pulse, 32, 4, Rock));
        Assert.True(Found(grid.Beats.Select(beat => beat.Seconds), Sounding(pulse, 4)) > 0.9);
        Assert.True(grid.TempoCurve.Count > 1);
    }

    [Theory]
    [InlineData("clipped")]
    [InlineData("offset")]
    [InlineData("quiet")]
    [InlineData("dull")]
    public void What_a_bad_recording_does_to_the_sound_does_not_move_the_beat(string how)
    {
        var pulse = Pulse(110, 24);
        var samples = Band(pulse, 24, 4, Rock);
        var last = 0f;
        for (var i = 0; i < samples.Length; i++)
            samples[i] = how switch
            {
                "clipped" => Math.Clamp(samples[i] * 8, -0.9f, 0.9f),
                "offset" => samples[i] * 0.5f + 0.4f,
                "quiet" => samples[i] * 0.001f,
                _ => last += 0.5f * (samples[i] - last),
            };
        Assert.True(Found(Hear(samples).Beats.Select(beat => beat.Seconds), Sounding(pulse, 4), within: 0.03) > 0.95);
    }

    [Fact]
    public void A_sure_song_says_so_part_by_part()
    {
        var grid = Hear(Band(Pulse(120, 30), 30, 4, Rock));
        Assert.InRange(grid.Confidence, 0.6, 1);
        Assert.Equal(0, grid.Stretches[0].Start);
        Assert.Equal(30, grid.Stretches[^1].End, 0.001);
        Assert.All(grid.Stretches.Zip(grid.Stretches.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start));
    }

    private static void HearsBand(double tempo, int bar, (Drum, double[])[] drums)
    {
        var pulse = Pulse(tempo, 30);
        var grid = Hear(Band(pulse, 30, bar, drums));
        var sounding = Sounding(pulse, bar);
        Assert.Equal(bar, grid.Meter);
        Assert.InRange(grid.Tempo, tempo - 0.3, tempo + 0.3);
        Assert.True(Found(grid.Beats.Select(beat => beat.Seconds), sounding, within: 0.03) > 0.95, $"Heard at {grid.Tempo:0.0}.");
        Assert.True(Found(grid.Beats.Where(beat => beat.IsDownbeat).Select(beat => beat.Seconds), [.. sounding.Where((_, i) => i % bar == 0)]) > 0.9);
    }

    /// <summary>The beats of the bars that <see cref="Band"/> plays.</summary>
    private static double[] Sounding(double[] pulse, int bar) => pulse[..((pulse.Length - 1) / bar * bar)];
}
