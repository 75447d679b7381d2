using VeniceStudio.Media.Audio;
using VeniceStudio.Media.Audio.Rhythm;

namespace VeniceStudio.Tests.Media.Audio;

/// <summary>Sounds whose beats are known, made straight as samples; and what is heard in them.</summary>
internal static class RhythmSounds
{
    public const int Rate = IListener.SampleRate;

    public enum Drum { Kick, Snare, Hat, Click, Accent }

    /// <summary>Even moments from a first one on, up to a second before the end.</summary>
    public static double[] Pulse(double tempo, double seconds, double first = 0.5) =>
        [.. Enumerable.Range(0, 10_000).Select(i => first + i * 60 / tempo).TakeWhile(t => t < seconds - 0.4)];

    /// <summary>A click at each moment; every <paramref name="bar"/>th is stronger and higher.</summary>
    public static float[] Clicks(double[] times, double seconds, int bar = 0)
    {
        var samples = new float[(int)(seconds * Rate)];
        for (var i = 0; i < times.Length; i++) Strike(samples, times[i], bar > 0 && i % bar == 0 ? Drum.Accent : Drum.Click, bar > 0 && i % bar != 0 ? 0.45f : 0.8f);
        return samples;
    }

    /// <summary>
    /// A band in the small: drums by their places in a bar (in beats), a bass note and a chord at each bar line, over a pulse.
    /// </summary>
    public static float[] Band(double[] pulse, double seconds, int bar, params (Drum Drum, double[] Places)[] drums)
    {
        var samples = new float[(int)(seconds * Rate)];
        for (var b = 0; b + bar < pulse.Length; b += bar)
        {
            foreach (var (drum, places) in drums)
                foreach (var place in places)
                    Strike(samples, At(pulse, b + place), drum, 0.6f);
            var root = 55 * Math.Pow(2, ((b / bar * 5) % 12 - 3) / 12.0);
            var length = At(pulse, b + bar) - At(pulse, b);
            Tone(samples, At(pulse, b), length, root, 0.15f);
            foreach (var step in (double[])[4, 5, 6]) Tone(samples, At(pulse, b), length, root * step, 0.04f);
        }
        return samples;
    }

    /// <summary>A moment between beats, where the pulse is uneven too.</summary>
    public static double At(double[] pulse, double place)
    {
        var i = Math.Min((int)place, pulse.Length - 2);
        return pulse[i] + (place - i) * (pulse[i + 1] - pulse[i]);
    }

    public static void Strike(float[] samples, double at, Drum drum, float level)
    {
        var noise = new Random(7);
        var length = drum switch { Drum.Kick => 0.16, Drum.Snare => 0.14, Drum.Hat => 0.05, _ => 0.03 };
        var from = (int)Math.Round(at * Rate);
        var last = 0.0;
        for (int i = 0, n = (int)(length * Rate); i < n && from + i < samples.Length; i++)
        {
            var (t, fade) = (i / (double)Rate, Math.Exp(-5.0 * i / n));
            var white = noise.NextDouble() * 2 - 1;
            var sound = drum switch
            {
                Drum.Kick => Math.Sin(2 * Math.PI * (50 * t - 3 * Math.Exp(-t / 0.02))),
                Drum.Snare => 0.4 * Math.Sin(2 * Math.PI * 190 * t) + 0.6 * white,
                Drum.Hat => (white - last) * 0.5,
                Drum.Accent => Math.Sin(2 * Math.PI * 1600 * t),
                _ => Math.Sin(2 * Math.PI * 1000 * t),
            };
            last = white;
            samples[from + i] += (float)(level * fade * sound);
        }
    }

    public static float[] Noise(double seconds, float level = 0.2f)
    {
        var random = new Random(3);
        return [.. Enumerable.Range(0, (int)(seconds * Rate)).Select(_ => (float)(random.NextDouble() * 2 - 1) * level)];
    }

    /// <summary>Soft noise with drops that fall when they like.</summary>
    public static float[] Rain(double seconds)
    {
        var random = new Random(5);
        var samples = Noise(seconds, 0.1f);
        for (var i = 1; i < samples.Length; i++) samples[i] = 0.7f * samples[i - 1] + 0.3f * samples[i];
        for (var t = 0.0; t < seconds - 1; t += -Math.Log(1 - random.NextDouble()) / 30)
            for (int k = 0, from = (int)(t * Rate); k < 150; k++)
                samples[from + k] += (float)((random.NextDouble() - 0.5) * 0.3 * Math.Exp(-k / 40.0));
        return samples;
    }

    /// <summary>Like talk: voiced syllables of uneven length through two formants, hisses, and pauses for breath.</summary>
    public static float[] Speech(double seconds)
    {
        var random = new Random(11);
        var samples = new float[(int)(seconds * Rate)];
        for (var t = 0.3; t < seconds - 1;)
        {
            var length = 0.06 + random.NextDouble() * 0.22;
            if (random.NextDouble() < 0.75) Syllable(samples, t, length, random);
            else
                for (int k = 0, from = (int)(t * Rate), n = (int)(length * 0.6 * Rate); k < n; k++)
                    samples[from + k] += (float)((random.NextDouble() - 0.5) * 0.12 * Math.Sin(Math.PI * k / n));
            t += length * (0.8 + random.NextDouble() * 0.5) + (random.NextDouble() < 0.18 ? 0.2 + random.NextDouble() * 0.7 : 0);
        }
        return samples;
    }

    public static float[] Cymbal(double seconds)
    {
        var samples = Noise(seconds, 0.5f);
        for (var i = 0; i < samples.Length; i++) samples[i] *= i < Rate ? 0 : MathF.Exp(-(i - Rate) / (1.2f * Rate));
        return samples;
    }

    /// <summary>What is heard, with the samples handed over in uneven pieces as a pipe does.</summary>
    public static BeatGrid Hear(float[] samples)
    {
        var listener = new RhythmListener();
        for (int at = 0, size = 1; at < samples.Length; at += size, size = size * 7 % 8191 + 1)
            listener.Hear(samples.AsSpan(at, Math.Min(size, samples.Length - at)));
        return listener.Finish(null, TestContext.Current.CancellationToken);
    }

    /// <summary>The share of beats that were heard and of heard ones that are beats, in one (the F measure).</summary>
    public static double Found(IEnumerable<double> heard, double[] beats, double within = 0.07)
    {
        var list = heard.ToList();
        var hits = beats.Count(beat => list.Exists(one => Math.Abs(one - beat) <= within));
        return list.Count == 0 ? 0 : 2.0 * hits / (list.Count + beats.Length);
    }

    private static void Syllable(float[] samples, double at, double length, Random random)
    {
        var (pitch, low, high) = (90 + random.NextDouble() * 120, 300 + random.NextDouble() * 500, 900 + random.NextDouble() * 1400);
        for (int k = 0, from = (int)(at * Rate), n = (int)(length * Rate); k < n; k++)
        {
            var sum = 0.0;
            for (var harmonic = 1; harmonic < 18; harmonic++)
            {
                var frequency = pitch * harmonic;
                var loud = Math.Exp(-Math.Pow((frequency - low) / 150, 2)) + 0.5 * Math.Exp(-Math.Pow((frequency - high) / 200, 2));
                if (loud > 0.01) sum += loud * Math.Sin(2 * Math.PI * frequency * k / Rate);
            }
            samples[from + k] += (float)(0.15 * sum * Math.Sin(Math.PI * k / n));
        }
    }

    private static void Tone(float[] samples, double at, double length, double frequency, float level)
    {
        for (int i = 0, from = (int)(at * Rate), n = (int)(length * 0.95 * Rate); i < n && from + i < samples.Length; i++)
        {
            var t = i / (double)Rate;
            var shape = Math.Min(1, t / 0.005) * Math.Exp(-1.5 * t) * Math.Min(1, (n - i) / (0.02 * Rate));
            samples[from + i] += (float)(level * shape * (Math.Sin(2 * Math.PI * frequency * t) + 0.3 * Math.Sin(4 * Math.PI * frequency * t)));
        }
    }
}
