namespace VeniceStudio.Simulator.Sound.Synth;

/// <summary>An electric piano: one sine bends another, more when struck harder, and both die away.</summary>
internal sealed class BellTone(double start, double seconds, double hertz, double force, Seat seat)
    : Tone(ToSamples(start), ToSamples(seconds + 0.35), seat)
{
    private readonly uint step = Waves.Step(hertz);
    private readonly uint tine = Waves.Step(Math.Min(hertz * 7, 7000));
    private readonly double held = seconds;
    // High strings die sooner.
    private readonly double life = Math.Clamp(420 / hertz, 0.35, 2.4);
    private uint phase;
    private uint tinePhase;
    private float level;

    protected override void Fill(Span<float> sound, long age)
    {
        const int slice = 64;
        for (var at = 0; at < sound.Length; at += slice)
        {
            var count = Math.Min(slice, sound.Length - at);
            var time = (age + at) / (double)Rate;
            var bend = (float)(force * (0.9 * Math.Exp(-time / (life * 0.6)) + 0.15) / (2 * Math.PI) * uint.MaxValue / 1.2);
            var ring = (float)(0.18 * force * Math.Exp(-time / 0.09));
            var rise = (Level(time) - level) / count;
            for (var i = at; i < at + count; i++, phase += step, tinePhase += tine, level += rise)
            {
                var modulator = Waves.At(Waves.Sine, phase);
                sound[i] = (Waves.At(Waves.Sine, phase + (uint)(long)(modulator * bend)) + ring * Waves.At(Waves.Sine, tinePhase)) * level;
            }
        }
    }

    private float Level(double time)
    {
        var damper = time <= held ? 1 : Math.Max(0, 1 - (time - held) / 0.35);
        return (float)(Math.Min(1, time / 0.004) * Math.Exp(-time / life) * damper);
    }
}
