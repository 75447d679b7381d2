using VeniceStudio.Media.Audio;
using static VeniceStudio.Tests.Media.Audio.RhythmSounds;

namespace VeniceStudio.Tests.Media.Audio;

public sealed class RhythmOfNothing
{
    [Fact]
    public void Silence_has_no_beat() => HasNone(new float[20 * Rate]);

    [Fact]
    public void White_noise_has_no_beat() => HasNone(Noise(20));

    [Fact]
    public void Rain_has_no_beat() => HasNone(Rain(20));

    [Fact]
    public void Speech_has_no_beat() => HasNone(Speech(20));

    [Fact]
    public void One_cymbal_has_no_beat() => HasNone(Cymbal(20));

    [Fact]
    public void Nothing_at_all_has_no_beat() => HasNone([]);

    private static void HasNone(float[] samples)
    {
        var grid = Hear(samples);
        Assert.False(grid.IsSteady, $"{grid.Beats.Count} beats at {grid.Tempo:0.0} with confidence {grid.Confidence:0.00}.");
        Assert.Equal((0, 0.0, 0.0), (grid.Meter, grid.Tempo, grid.Confidence));
        Assert.Equal(new Stretch(0, samples.Length / (double)Rate, 0), Assert.Single(grid.Stretches));
    }
}
