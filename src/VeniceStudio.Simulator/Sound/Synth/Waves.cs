using System.Collections.Concurrent;

namespace VeniceStudio.Simulator.Sound.Synth;

/// <summary>The spectrum of an oscillator.</summary>
internal enum Shape { Sine, Soft, Saw, Hollow, Glottal }

/// <summary>One period of a sound, with as many harmonics as its pitch allows: nothing folds back as a whistle.</summary>
internal static class Waves
{
    public const int Bits = 11;
    private const int Length = 1 << Bits;
    // Nothing above this is built: MP3 would spend bits on it and ears would call it harsh.
    private const double Brightest = 9000;
    private static readonly ConcurrentDictionary<(Shape, int), float[]> Tables = new();

    public static float[] Sine { get; } = Build(Shape.Sine, 1);

    /// <summary>The table for a pitch; one extra sample saves the wrap in interpolation.</summary>
    public static float[] For(Shape shape, double hertz)
    {
        if (shape is Shape.Sine) return Sine;
        var most = shape is Shape.Glottal ? 120 : 48;
        var harmonics = Math.Clamp((int)(Brightest / hertz), 1, most);
        // Few sizes, so that a song builds a dozen tables and not hundreds.
        if (harmonics > 8) harmonics = harmonics / 4 * 4;
        return Tables.GetOrAdd((shape, harmonics), static key => Build(key.Item1, key.Item2));
    }

    /// <summary>Reads a table at a 32-bit phase.</summary>
    public static float At(float[] table, uint phase)
    {
        var index = phase >> (32 - Bits);
        var share = (phase & ((1u << (32 - Bits)) - 1)) * (1f / (1u << (32 - Bits)));
        var low = table[index];
        return low + (table[index + 1] - low) * share;
    }

    public static uint Step(double hertz) => (uint)(hertz / Tone.Rate * uint.MaxValue);

    private static float[] Build(Shape shape, int harmonics)
    {
        var table = new float[Length + 1];
        for (var k = 1; k <= harmonics; k++)
        {
            // Lanczos' factor takes the ringing off the last harmonics.
            var x = Math.PI * k / (harmonics + 1);
            var amount = Amount(shape, k) * (k == 1 ? 1 : Math.Sin(x) / x);
            if (amount == 0) continue;
            for (var i = 0; i <= Length; i++) table[i] += (float)(amount * Math.Sin(2 * Math.PI * k * i / Length));
        }
        var peak = table.Max(Math.Abs);
        for (var i = 0; i <= Length; i++) table[i] /= peak;
        return table;
    }

    private static double Amount(Shape shape, int k) => shape switch
    {
        Shape.Soft => Math.Pow(k, -1.9),
        Shape.Saw => Math.Pow(k, -1.25),
        Shape.Hollow => k % 2 == 1 ? Math.Pow(k, -1.5) : 0.08 / k,
        Shape.Glottal => Math.Pow(k, -1.05),
        _ => k == 1 ? 1 : 0,
    };
}
