namespace VeniceStudio.Media.Audio.Form;

/// <summary>
/// Harmony and timbre of a spectrum: pitch classes from 100 Hz to 2 kHz (Fujishima 1999), and the cosine transform of 36 mel bands in
/// decibels (Davis and Mermelstein 1980), of which the loudness is kept first.
/// </summary>
internal sealed class SpectrumShape
{
    private const int Bands = 36;
    private const double BinHertz = (double)IListener.SampleRate / FormFeatures.FrameSize;
    private readonly (int Bin, int Class, float Weight)[] _pitches;
    private readonly (int First, float[] Weights)[] _bands;
    private readonly float[][] _cosines;
    private readonly float[] _mel = new float[Bands];

    public SpectrumShape(int size)
    {
        _pitches = [.. Enumerable.Range(1, size / 2).SelectMany(Pitches)];
        _bands = [.. Enumerable.Range(0, Bands).Select(Band)];
        _cosines =
        [
            .. Enumerable.Range(1, FormFeatures.TimbreSize - 1)
                .Select(k => Enumerable.Range(0, Bands).Select(band => (float)(Math.Sqrt(2.0 / Bands) * Math.Cos(Math.PI * k * (band + 0.5) / Bands))).ToArray()),
        ];
    }

    /// <summary>Fills in the pitch classes and the timbre of a power spectrum.</summary>
    public void Of(ReadOnlySpan<float> power, Span<float> chroma, Span<float> timbre)
    {
        chroma.Clear();
        // The fourth root: a quiet note beside a loud one still says which chord it is.
        var (last, root) = (-1, 0f);
        foreach (var (bin, pitch, weight) in _pitches)
        {
            if (bin != last) (last, root) = (bin, MathF.Sqrt(MathF.Sqrt(power[bin])));
            chroma[pitch] += weight * root;
        }
        var loud = 0f;
        for (var band = 0; band < Bands; band++)
        {
            var (sum, (first, weights)) = (0f, _bands[band]);
            for (var i = 0; i < weights.Length; i++) sum += weights[i] * power[first + i];
            loud += sum;
            _mel[band] = Decibels(sum);
        }
        timbre[0] = Decibels(loud);
        for (var k = 1; k < timbre.Length; k++)
        {
            var sum = 0f;
            for (var band = 0; band < Bands; band++) sum += _cosines[k - 1][band] * _mel[band];
            timbre[k] = sum;
        }
    }

    /// <summary>Nothing below −60 dB of a full-scale sine counts: otherwise the hiss of a fade would be the strongest change in the song.</summary>
    private static float Decibels(float power) => 10 * MathF.Log10(power + 1f);

    private static IEnumerable<(int, int, float)> Pitches(int bin)
    {
        if (bin * BinHertz is < 100 or > 2100) yield break;
        var pitch = 69 + 12 * Math.Log2(bin * BinHertz / 440);
        for (var nearest = (int)Math.Floor(pitch); nearest <= Math.Ceiling(pitch); nearest++)
        {
            var weight = Math.Max(0, 1 - Math.Abs(pitch - nearest)) / Math.Sqrt(bin);   // a semitone has more bins the higher it is
            if (weight > 0) yield return (bin, nearest % 12, (float)weight);
        }
    }

    private static (int, float[]) Band(int band)
    {
        double Edge(int index) => Hertz(Mel(60) + (Mel(10_000) - Mel(60)) * index / (Bands + 1)) / BinHertz;
        var (low, top, high) = (Edge(band), Edge(band + 1), Edge(band + 2));
        var first = (int)Math.Ceiling(low);
        var weights = new List<float>();
        for (var bin = first; bin < high; bin++) weights.Add((float)Math.Max(0, bin < top ? (bin - low) / (top - low) : (high - bin) / (high - top)));
        return weights.Sum() > 0 ? (first, [.. weights]) : ((int)Math.Round(top), [1f]);
    }

    private static double Mel(double hertz) => 2595 * Math.Log10(1 + hertz / 700);

    private static double Hertz(double mel) => 700 * (Math.Pow(10, mel / 2595) - 1);
}
