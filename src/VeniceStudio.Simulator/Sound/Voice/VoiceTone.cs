using VeniceStudio.Simulator.Rendering;
using VeniceStudio.Simulator.Sound.Synth;

namespace VeniceStudio.Simulator.Sound.Voice;

/// <summary>
/// A voice after Klatt (1980), pared down: a buzz through four resonances in a row for what is voiced, noise through one for what
/// hisses. Resonances glide from phone to phone, which is most of what ears understand.
/// </summary>
internal sealed class VoiceTone(double start, Utterance utterance, double scale, double vibrato, ulong seed, Seat seat)
    : Tone(ToSamples(start), ToSamples(utterance.Seconds), seat)
{
    private const int Slice = 48;
    private readonly Resonance[] throat = [new(), new(), new(), new()];
    private readonly Resonance lips = new();
    private readonly Dice dice = new(seed);
    private int current;
    private double pitch;
    private float buzz;
    private float hiss;
    private float breath;
    private float before;
    private uint phase;
    private readonly double[] formants = [500, 1500, 2500];

    protected override void Fill(Span<float> sound, long age)
    {
        for (var at = 0; at < sound.Length; at += Slice)
        {
            var piece = sound.Slice(at, Math.Min(Slice, sound.Length - at));
            var time = (age + at) / (double)Rate;
            Sound(piece, Aim(time, out var phone), phone, time);
        }
    }

    private (float Buzz, float Hiss, float Breath) Aim(double time, out Spoken? phone)
    {
        var phones = utterance.Phones;
        while (current + 1 < phones.Count && phones[current + 1].Start <= time) current++;
        phone = phones.Count > 0 && time >= phones[current].Start && time < phones[current].End ? phones[current] : null;
        if (phone is not { } spoken) return default;

        var share = (time - spoken.Start) / spoken.Seconds;
        Glide(spoken, share);
        var force = (float)(spoken.Phone.Force * spoken.Gain);
        var gain = (float)spoken.Gain;
        return spoken.Phone.Manner switch
        {
            Manner.Vowel => (gain, 0, 0.02f),
            Manner.Nasal => (gain * 0.5f, 0, 0),
            Manner.Glide => (gain * 0.7f, 0, 0),
            Manner.Hiss => (0, force * (float)Math.Min(1, 4 * Math.Min(share, 1 - share)), 0),
            Manner.VoicedHiss => (gain * 0.35f, force, 0),
            Manner.Breath => (0, 0, force),
            // Closed at first, then the burst.
            Manner.Stop => share < 0.55 ? default : (0, force * (float)(1.6 * (1 - share)), 0.1f),
            _ => share < 0.6 ? (gain * 0.12f, 0, 0) : (gain * 0.4f, force * (float)(1.6 * (1 - share)), 0),
        };
    }

    private void Glide(Spoken spoken, double share)
    {
        var phone = spoken.Phone;
        var turn = phone.ToF1 > 0 ? Math.Clamp((share - 0.35) / 0.5, 0, 1) : 0;
        double[] goal = [phone.F1 + (phone.ToF1 - phone.F1) * turn, phone.F2 + (phone.ToF2 - phone.F2) * turn, phone.F3];
        // About 25 ms from one place to the next, whatever the block size.
        for (var i = 0; i < 3; i++) formants[i] += (goal[i] * scale - formants[i]) * 0.045;
        pitch += (spoken.Pitch - pitch) * (pitch == 0 ? 1 : 0.05);
    }

    private void Sound(Span<float> piece, (float Buzz, float Hiss, float Breath) goal, Spoken? spoken, double time)
    {
        throat[0].Tune(formants[0], 65);
        throat[1].Tune(formants[1], 95);
        throat[2].Tune(formants[2], 150);
        throat[3].Tune(3550 * scale, 260);
        if (spoken?.Phone.Noise is > 0 and var centre) lips.Tune(centre, centre * 0.28);
        var tremor = 1 + vibrato * Math.Sin(2 * Math.PI * 5.4 * time) * Math.Clamp((time - (spoken?.Start ?? 0)) * 4 - 0.6, 0, 1);
        var wave = Waves.For(Shape.Glottal, Math.Max(60, pitch));
        var step = Waves.Step(pitch * tremor);
        for (var i = 0; i < piece.Length; i++, phase += step)
        {
            buzz += (goal.Buzz - buzz) * 0.006f;
            hiss += (goal.Hiss - hiss) * 0.012f;
            breath += (goal.Breath - breath) * 0.012f;
            var noise = dice.Between(-1, 1);
            var air = Waves.At(wave, phase) * buzz + noise * breath;
            foreach (var resonance in throat) air = resonance.Next(air);
            // The difference of two neighbours has no lows: a hiss does not rumble.
            piece[i] = air * 0.55f + lips.Next((noise - before) * hiss) * 0.9f;
            before = noise;
        }
    }

    /// <summary>Two poles, unity gain at zero.</summary>
    private sealed class Resonance
    {
        private float a = 1, b, c, one, two;

        public void Tune(double hertz, double width)
        {
            var radius = Math.Exp(-Math.PI * width / Rate);
            c = (float)(-radius * radius);
            b = (float)(2 * radius * Math.Cos(2 * Math.PI * Math.Min(hertz, 0.45 * Rate) / Rate));
            a = 1 - b - c;
        }

        public float Next(float sound)
        {
            var now = a * sound + b * one + c * two;
            (two, one) = (one, now);
            return now;
        }
    }
}
