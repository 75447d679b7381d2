namespace VeniceStudio.Simulator.Sound.Synth;

/// <summary>How a note of an oscillator swells and fades; times in seconds.</summary>
/// <param name="Shape">Its spectrum.</param>
/// <param name="Attack">Until full.</param>
/// <param name="Decay">Time constant of the fall to <paramref name="Sustain"/>.</param>
/// <param name="Sustain">Level held, 0 to 1.</param>
/// <param name="Release">After the note ends.</param>
/// <param name="Detune">Cents between its three oscillators; 0 is one oscillator alone.</param>
/// <param name="Cutoff">Hertz of the low-pass when settled.</param>
/// <param name="Sweep">Hertz added to it at the start of the note.</param>
/// <param name="Vibrato">Cents, coming in late.</param>
internal sealed record Patch(Shape Shape, double Attack, double Decay, double Sustain, double Release, double Detune = 0,
    double Cutoff = 6000, double Sweep = 0, double Vibrato = 0);

/// <summary>A note of one or three oscillators through a gentle low-pass.</summary>
internal sealed class WaveTone : Tone
{
    // The envelope, filter and vibrato move once in so many samples; finer cannot be heard.
    private const int Slice = 32;
    private readonly Patch patch;
    private readonly float[] table;
    private readonly double hertz;
    private readonly long held;
    private readonly uint[] phases;
    private readonly uint[] steps;
    private float low;
    private float lower;
    private float level;

    public WaveTone(double start, double seconds, double hertz, Patch patch, Seat seat)
        : base(ToSamples(start), ToSamples(seconds + patch.Release), seat)
    {
        (this.patch, this.hertz, held) = (patch, hertz, ToSamples(seconds));
        table = Waves.For(patch.Shape, hertz);
        double[] cents = patch.Detune > 0 ? [0, patch.Detune, -patch.Detune] : [0];
        steps = [.. cents.Select(cent => Waves.Step(hertz * Math.Pow(2, cent / 1200)))];
        // Fixed starts: three equal phases would add up to a click, and chance would change the file.
        phases = [.. cents.Select((_, i) => (uint)i * 1_400_000_000u)];
    }

    protected override void Fill(Span<float> sound, long age)
    {
        for (var at = 0; at < sound.Length; at += Slice)
        {
            var piece = sound.Slice(at, Math.Min(Slice, sound.Length - at));
            var seconds = (age + at) / (double)Rate;
            Oscillate(piece, Bend(seconds));
            Shade(piece, (float)Level(seconds), (float)Math.Min(0.9, 2 * Math.PI * Cutoff(seconds) / Rate));
        }
    }

    private double Bend(double seconds) => patch.Vibrato == 0 ? 1
        : Math.Pow(2, patch.Vibrato / 1200 * Math.Clamp(seconds * 2 - 0.3, 0, 1) * Math.Sin(2 * Math.PI * 5.2 * seconds));

    private void Oscillate(Span<float> piece, double bend)
    {
        piece.Clear();
        var share = 1f / MathF.Sqrt(steps.Length);
        for (var voice = 0; voice < steps.Length; voice++)
        {
            var (phase, step) = (phases[voice], (uint)(steps[voice] * bend));
            for (var i = 0; i < piece.Length; i++, phase += step) piece[i] += Waves.At(table, phase) * share;
            phases[voice] = phase;
        }
    }

    // Two poles: bright at the attack, warm after it.
    private void Shade(Span<float> piece, float target, float open)
    {
        var rise = (target - level) / piece.Length;
        for (var i = 0; i < piece.Length; i++)
        {
            low += open * (piece[i] - low);
            lower += open * (low - lower);
            level += rise;
            piece[i] = lower * level;
        }
    }

    private double Cutoff(double seconds) => Math.Max(patch.Cutoff + patch.Sweep * Math.Exp(-seconds / 0.12), hertz * 1.2);

    private double Level(double seconds)
    {
        var rise = Math.Min(1, seconds / Math.Max(patch.Attack, 0.003));
        var fall = patch.Sustain + (1 - patch.Sustain) * Math.Exp(-Math.Max(0, seconds - patch.Attack) / patch.Decay);
        var after = seconds - held / (double)Rate;
        return rise * fall * (after <= 0 ? 1 : Math.Max(0, 1 - after / patch.Release));
    }
}
