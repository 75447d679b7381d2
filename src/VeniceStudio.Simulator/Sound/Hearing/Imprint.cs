using VeniceStudio.Simulator.Sound.Voice;

namespace VeniceStudio.Simulator.Sound.Hearing;

/// <summary>What a sound is known by, and what is said in it.</summary>
/// <param name="Id">The recipe's hash.</param>
/// <param name="Seconds">Its length.</param>
/// <param name="Words">Sung or said.</param>
/// <param name="Frames">Loudness of each band in each frame, one byte each, see <see cref="ImprintMaker"/>.</param>
internal sealed record Imprint(string Id, double Seconds, IReadOnlyList<SoundWord> Words, byte[] Frames);

/// <summary>
/// Listens to stereo at 44.1 kHz and keeps, fifty times a second, how loud each of four bands is on a logarithmic scale. That survives
/// another codec, rate and volume, and a song of three minutes takes 36 kB.
/// </summary>
internal sealed class ImprintMaker
{
    public const int Bands = 4;
    public const int PerSecond = 50;
    /// <summary>-60 dB: a band below it counts as silent.</summary>
    public const byte Audible = 85;
    private const int Hop = 44100 / PerSecond;
    // Edges in hertz; the lowest band ends below the snare, the highest begins above the voice's second resonance.
    private static readonly double[] Edges = [160, 800, 3200];
    private readonly List<byte> frames = [];
    private readonly float[] opens = [.. Edges.Select(edge => (float)(1 - Math.Exp(-2 * Math.PI * edge / 44100)))];
    private readonly float[] lows = new float[Edges.Length];
    private readonly double[] sums = new double[Bands];
    private int count;

    public void Hear(ReadOnlySpan<float> stereo)
    {
        for (var i = 0; i + 1 < stereo.Length; i += 2)
        {
            var sound = (stereo[i] + stereo[i + 1]) * 0.5f;
            float below = 0;
            for (var band = 0; band < lows.Length; band++)
            {
                lows[band] += opens[band] * (sound - lows[band]);
                var part = lows[band] - below;
                sums[band] += part * part;
                below = lows[band];
            }
            sums[^1] += (sound - below) * (sound - below);
            if (++count == Hop) Note();
        }
    }

    public byte[] Finish() => [.. frames];

    // 0 is below -90 dB, 255 is full scale.
    private void Note()
    {
        for (var band = 0; band < Bands; band++)
        {
            var decibels = 10 * Math.Log10(sums[band] / Hop + 1e-9);
            frames.Add((byte)Math.Clamp((decibels + 90) * 255 / 90, 0, 255));
            sums[band] = 0;
        }
        count = 0;
    }
}
