using System.Numerics;

namespace VeniceStudio.Media.Audio.Form;

/// <summary>Sums over rows of numbers, several at once where the processor can.</summary>
internal static class Floats
{
    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var (sum, i) = (Vector<float>.Zero, 0);
        for (; i <= a.Length - Vector<float>.Count; i += Vector<float>.Count) sum += new Vector<float>(a[i..]) * new Vector<float>(b[i..]);
        var rest = Vector.Sum(sum);
        for (; i < a.Length; i++) rest += a[i] * b[i];
        return rest;
    }

    public static float Distance(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = 0f;
        for (var i = 0; i < a.Length; i++) sum += (a[i] - b[i]) * (a[i] - b[i]);
        return MathF.Sqrt(sum);
    }

    public static void Add(Span<float> to, ReadOnlySpan<float> more)
    {
        for (var i = 0; i < to.Length; i++) to[i] += more[i];
    }

    public static void Scale(Span<float> numbers, float by)
    {
        for (var i = 0; i < numbers.Length; i++) numbers[i] *= by;
    }
}
