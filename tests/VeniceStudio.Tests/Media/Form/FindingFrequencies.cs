using VeniceStudio.Media.Audio;

namespace VeniceStudio.Tests.Media.Form;

public sealed class FindingFrequencies
{
    [Theory]
    [InlineData(128)]
    [InlineData(256)]
    [InlineData(512)]
    [InlineData(2048)]
    public void A_transform_agrees_with_the_sum_it_stands_for(int size)
    {
        var random = new Random(size);
        var samples = Enumerable.Range(0, size).Select(_ => random.NextSingle() * 2 - 1).ToArray();
        var window = Fourier.Hann(size);
        var fourier = new Fourier(window);
        var power = new float[fourier.Bins];
        fourier.Power(samples, power);
        for (var bin = 0; bin < fourier.Bins; bin++)
        {
            var (sumRe, sumIm) = (0.0, 0.0);
            for (var i = 0; i < size; i++)
            {
                sumRe += samples[i] * window[i] * Math.Cos(2 * Math.PI * bin * i / size);
                sumIm -= samples[i] * window[i] * Math.Sin(2 * Math.PI * bin * i / size);
            }
            Assert.Equal(sumRe * sumRe + sumIm * sumIm, power[bin], 1e-3 * size);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(64)]
    [InlineData(1000)]
    public void A_size_that_is_small_or_no_power_of_two_is_refused(int size) => Assert.Throws<ArgumentException>(() => new Fourier(new float[size]));
}
