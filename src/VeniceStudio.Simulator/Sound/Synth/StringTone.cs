using VeniceStudio.Simulator.Rendering;

namespace VeniceStudio.Simulator.Sound.Synth;

/// <summary>A plucked string after Karplus and Strong (1983): a burst of noise runs round a delay and loses its edge.</summary>
internal sealed class StringTone(double start, double seconds, double hertz, double force, ulong seed, Seat seat)
    : Tone(ToSamples(start), ToSamples(seconds + 0.12), seat)
{
    private readonly long held = ToSamples(seconds);
    private float[]? line;
    private int at;
    private float share;
    private float last;
    private float loss;

    protected override void Fill(Span<float> sound, long age)
    {
        line ??= Pluck();
        for (var i = 0; i < sound.Length; i++)
        {
            var next = at + 1 == line.Length ? 0 : at + 1;
            // The fraction of a sample that the pitch needs, then the wood that eats the highs.
            var read = line[at] + (line[next] - line[at]) * share;
            last += 0.62f * (read - last);
            line[at] = last * loss;
            at = next;
            var left = age + i - held;
            sound[i] = read * (left <= 0 ? 1 : Math.Max(0, 1 - left / (0.12f * Rate)));
        }
    }

    private float[] Pluck()
    {
        // The loss filter itself delays by about 0.6 of a sample.
        var period = Rate / hertz - 0.62;
        var burst = new float[Math.Max(8, (int)period)];
        share = (float)(period - (int)period);
        loss = (float)Math.Pow(0.001, 1 / (hertz * Math.Clamp(700 / hertz, 1.2, 4)));
        var dice = new Dice(seed);
        float soft = 0;
        for (var i = 0; i < burst.Length; i++)
        {
            soft += (float)(0.25 + 0.5 * force) * (dice.Between(-1, 1) - soft);
            burst[i] = soft;
        }
        var mean = burst.Average();
        var peak = burst.Max(value => Math.Abs(value - mean)) + 1e-6f;
        for (var i = 0; i < burst.Length; i++) burst[i] = (burst[i] - mean) / peak * (float)force;
        return burst;
    }
}
