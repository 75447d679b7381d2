namespace VeniceStudio.Media.Audio.Peaks;

/// <summary>
/// Parts sound at 200 and 2000 Hz. Two low-passes of second order (Butterworth); what is between them is their difference. For colour
/// only: the slopes are gentle, and a filter bank would cost ten times as much for the same picture.
/// </summary>
internal struct BandSplit(double sampleRate)
{
    private LowPass _low = new(200, sampleRate), _mid = new(2000, sampleRate);

    /// <summary>The low, middle and high part of the next sample.</summary>
    public (float Low, float Mid, float High) Next(float sample)
    {
        var low = _low.Next(sample);
        var below = _mid.Next(sample);
        return (low, below - low, sample - below);
    }

    private struct LowPass
    {
        private readonly float _b, _a1, _a2;
        private float _z1, _z2;

        public LowPass(double hertz, double sampleRate)
        {
            var k = Math.Tan(Math.PI * hertz / sampleRate);
            var norm = 1 / (1 + Math.Sqrt(2) * k + k * k);
            (_b, _a1, _a2) = ((float)(k * k * norm), (float)(2 * (k * k - 1) * norm), (float)((1 - Math.Sqrt(2) * k + k * k) * norm));
        }

        public float Next(float x)
        {
            // The tiny number keeps silence from sinking into denormal floats, which are some hundred times slower.
            var y = _b * x + _z1 + 1e-20f;
            (_z1, _z2) = (2 * _b * x - _a1 * y + _z2, _b * x - _a2 * y);
            return y;
        }
    }
}
