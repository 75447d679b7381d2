namespace VeniceStudio.Media.Audio.Rhythm;

/// <summary>
/// Triangular bands on a scale of octaves, as ears divide it; the lowest ones, where the transform is too coarse for that, are a bin
/// wide. The same bands as <c>Audio/Rhythm/training/features.py</c>, which the network learned from.
/// </summary>
internal sealed class BandBank
{
    private readonly (int First, float[] Weights)[] _bands;

    /// <param name="size">Samples of the transform.</param>
    /// <param name="low">The first edge, Hz.</param>
    /// <param name="high">Where the edges end, Hz.</param>
    /// <param name="perOctave">Bands in an octave.</param>
    public BandBank(int size, double low, double high, int perOctave)
    {
        var bin = IListener.SampleRate / (double)size;
        var edges = new List<double> { low };
        while (edges[^1] < high) edges.Add(Math.Max(edges[^1] * Math.Pow(2, 1.0 / perOctave), edges[^1] + bin));
        _bands = [.. Enumerable.Range(0, edges.Count - 2).Select(i => Triangle(edges[i] / bin, edges[i + 1] / bin, edges[i + 2] / bin, size / 2))];
        Bins = _bands.Max(band => band.First + band.Weights.Length);
    }

    /// <summary>How many bands.</summary>
    public int Count => _bands.Length;

    /// <summary>How many bins from 0 on are looked at.</summary>
    public int Bins { get; }

    /// <summary>The mean magnitude in each band.</summary>
    public void Apply(ReadOnlySpan<float> magnitudes, Span<float> bands)
    {
        for (var i = 0; i < _bands.Length; i++)
        {
            var (first, weights) = _bands[i];
            var part = magnitudes.Slice(first, weights.Length);
            var sum = 0f;
            for (var k = 0; k < weights.Length; k++) sum += part[k] * weights[k];
            bands[i] = sum;
        }
    }

    private static (int First, float[] Weights) Triangle(double from, double peak, double to, int last)
    {
        var first = (int)Math.Floor(from) + 1;
        var end = Math.Min((int)Math.Ceiling(to) - 1, last);
        var weights = Enumerable.Range(first, end - first + 1).Select(k => Math.Min((k - from) / (peak - from), (to - k) / (to - peak))).ToArray();
        var sum = weights.Sum();
        return (first, [.. weights.Select(weight => (float)(weight / sum))]);
    }
}
