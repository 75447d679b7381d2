using VeniceStudio.Simulator.Rendering;

namespace VeniceStudio.Simulator.Sound.Synth;

/// <summary>The pieces of a drum kit.</summary>
internal enum Drum { Kick, Snare, Clap, Rim, Hat, OpenHat, Ride, Crash, LowTom, MidTom, HighTom, Shaker }

/// <summary>One stroke, played from a sample that is made once.</summary>
internal sealed class DrumTone(double start, Drum drum, DrumKit kit, Seat seat) : Tone(ToSamples(start), kit[drum].Length, seat)
{
    private readonly float[] stroke = kit[drum];

    protected override void Fill(Span<float> sound, long age) => stroke.AsSpan((int)age, sound.Length).CopyTo(sound);
}

/// <summary>A drum kit: every piece rendered once, tuned a little differently from song to song.</summary>
internal sealed class DrumKit(ulong seed, bool electronic)
{
    private readonly Dictionary<Drum, float[]> pieces = [];
    private readonly float tune = new Dice(seed).Between(0.92f, 1.08f);

    public float[] this[Drum drum]
    {
        get
        {
            if (!pieces.TryGetValue(drum, out var stroke)) pieces[drum] = stroke = Make(drum);
            return stroke;
        }
    }

    private float[] Make(Drum drum) => drum switch
    {
        Drum.Kick => Skin(0.34, electronic ? 130 : 105, electronic ? 46 : 52, electronic ? 0.032 : 0.022, electronic ? 0.16 : 0.12, 0.22, 3500),
        Drum.LowTom => Skin(0.45, 120, 82, 0.06, 0.16, 0.12, 3000),
        Drum.MidTom => Skin(0.4, 165, 115, 0.06, 0.14, 0.12, 3000),
        Drum.HighTom => Skin(0.36, 220, 155, 0.06, 0.12, 0.12, 3500),
        Drum.Snare => Join(Skin(0.3, 230, 182, 0.02, 0.07, 0, 0), 0.75f, Noise(0.3, 1500, 8500, 0.085), 0.62f),
        Drum.Clap => Claps(),
        Drum.Rim => Join(Skin(0.12, 820, 800, 0.02, 0.018, 0, 0), 0.5f, Noise(0.12, 2500, 7000, 0.012), 0.6f),
        Drum.Hat => Noise(0.14, 7000, 13500, 0.028),
        Drum.OpenHat => Noise(0.6, 6500, 13000, 0.17),
        Drum.Shaker => Swell(Noise(0.14, 5000, 10500, 0.05), 0.02),
        Drum.Ride => Join(Metal(0.9, 0.33), 0.5f, Noise(0.9, 6000, 12000, 0.2), 0.45f),
        _ => Join(Metal(2.4, 0.7), 0.4f, Noise(2.4, 3000, 12500, 0.62), 0.8f),
    };

    // A falling sine: the head; a touch of noise: the stick.
    private float[] Skin(double seconds, double from, double to, double fall, double life, double click, double clickCutoff)
    {
        var stroke = new float[(int)(seconds * Tone.Rate)];
        var stick = click > 0 ? Noise(0.02, 300, clickCutoff, 0.004) : [];
        double phase = 0;
        for (var i = 0; i < stroke.Length; i++)
        {
            var time = i / (double)Tone.Rate;
            phase += 2 * Math.PI * tune * (to + (from - to) * Math.Exp(-time / fall)) / Tone.Rate;
            var head = Math.Sin(phase) * Math.Exp(-time / life) * Math.Min(1, time / 0.0008);
            stroke[i] = (float)Math.Tanh(1.4 * head) * 0.9f + (i < stick.Length ? (float)click * stick[i] : 0);
        }
        return Close(stroke);
    }

    private float[] Noise(double seconds, double low, double high, double life)
    {
        var dice = new Dice(seed ^ (ulong)(low * 1009 + high));
        var stroke = new float[(int)(seconds * Tone.Rate)];
        var (up, down) = ((float)Math.Min(0.98, 2 * Math.PI * high / Tone.Rate), (float)Math.Min(0.9, 2 * Math.PI * low / Tone.Rate));
        float bright = 0, dark = 0, darker = 0;
        for (var i = 0; i < stroke.Length; i++)
        {
            bright += up * (dice.Between(-1, 1) - bright);
            dark += down * (bright - dark);
            darker += down * (bright - dark - darker);
            stroke[i] = (bright - dark - darker) * (float)(Math.Exp(-i / (life * Tone.Rate)) * Math.Min(1, i / 30.0));
        }
        return Close(Even(stroke));
    }

    private float[] Metal(double seconds, double life)
    {
        double[] partials = [2710, 3350, 4120, 4790, 5630, 6910, 8230];
        var stroke = new float[(int)(seconds * Tone.Rate)];
        foreach (var partial in partials)
        {
            var step = Waves.Step(partial * tune);
            uint phase = 0;
            for (var i = 0; i < stroke.Length; i++, phase += step)
            {
                stroke[i] += Waves.At(Waves.Sine, phase) * (float)Math.Exp(-i / (life * 2200 / partial * Tone.Rate));
            }
        }
        return Close(Even(stroke));
    }

    private float[] Claps()
    {
        var hand = Noise(0.3, 900, 6000, 0.055);
        var clap = new float[hand.Length + 1500];
        foreach (var late in (int[])[0, 420, 900, 1500])
        {
            var share = late == 1500 ? 0.9f : 0.4f;
            for (var i = 0; i < hand.Length; i++) clap[i + late] += hand[i] * share * (late == 1500 ? 1 : (float)Math.Exp(-i / 220.0));
        }
        return Even(clap);
    }

    private static float[] Swell(float[] stroke, double seconds)
    {
        for (var i = 0; i < Math.Min(stroke.Length, seconds * Tone.Rate); i++) stroke[i] *= (float)(i / (seconds * Tone.Rate));
        return stroke;
    }

    private static float[] Join(float[] one, float share, float[] other, float otherShare)
    {
        var joined = new float[Math.Max(one.Length, other.Length)];
        for (var i = 0; i < one.Length; i++) joined[i] = one[i] * share;
        for (var i = 0; i < other.Length; i++) joined[i] += other[i] * otherShare;
        return joined;
    }

    private static float[] Even(float[] stroke)
    {
        var peak = stroke.Max(Math.Abs) + 1e-9f;
        for (var i = 0; i < stroke.Length; i++) stroke[i] /= peak;
        return stroke;
    }

    // The last samples fade, or every stroke would end in a tick.
    private static float[] Close(float[] stroke)
    {
        var fade = Math.Min(stroke.Length, 400);
        for (var i = 0; i < fade; i++) stroke[^(i + 1)] *= i / (float)fade;
        return stroke;
    }
}
