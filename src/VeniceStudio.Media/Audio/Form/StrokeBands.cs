namespace VeniceStudio.Media.Audio.Form;

/// <summary>How much louder each of three bands became since the last frame: spectral flux in decibels, rises only.</summary>
internal sealed class StrokeBands
{
    private const int Parts = 8;
    private readonly int[] _edges;
    private readonly float[] _last, _before;

    public StrokeBands(int size)
    {
        // Eight parts for each band, even on a scale of pitch: 40–200, 200–2000, 2000–10 000 Hz.
        double[] hertz = [40, 200, 2000, 10_000];
        _edges = new int[3 * Parts + 1];
        for (var i = 0; i < _edges.Length; i++)
        {
            var band = Math.Min(i / Parts, 2);
            var at = hertz[band] * Math.Pow(hertz[band + 1] / hertz[band], (i - band * Parts) / (double)Parts);
            _edges[i] = (int)Math.Round(at * size / IListener.SampleRate);
        }
        (_last, _before) = (new float[3 * Parts], new float[3 * Parts]);
    }

    public void Next(ReadOnlySpan<float> power, Span<float> rises)
    {
        rises.Clear();
        for (var part = 0; part < 3 * Parts; part++)
        {
            var sum = 0f;
            for (var bin = _edges[part]; bin < Math.Max(_edges[part] + 1, _edges[part + 1]); bin++) sum += power[bin];
            var loud = 10 * MathF.Log10(sum + 0.1f);
            // Against the louder of two frames: an oscillation between neighbours is no stroke.
            rises[part / Parts] += Math.Max(0, loud - Math.Max(_last[part], _before[part])) / Parts;
            (_before[part], _last[part]) = (_last[part], loud);
        }
    }
}
