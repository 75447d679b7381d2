using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace VeniceStudio.Media.Audio;

/// <summary>Eight complex numbers that are calculated with at once.</summary>
internal readonly struct ComplexEight(Vector256<float> re, Vector256<float> im)
{
    public const int Count = 8;

    /// <summary>Real and imaginary parts: fields, since behind properties they are kept in memory and not in registers.</summary>
    public readonly Vector256<float> Re = re, Im = im;

    /// <summary>The squared magnitudes.</summary>
    public Vector256<float> Power => Re * Re + Im * Im;

    /// <summary>Multiplied by −i.</summary>
    public ComplexEight Turned => new(Im, -Re);

    /// <summary>The same number eight times.</summary>
    public static ComplexEight Of(float re, float im) => new(Vector256.Create(re), Vector256.Create(im));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexEight Load(ReadOnlySpan<float> re, ReadOnlySpan<float> im, int at) =>
        new(Vector256.Create(re[at..]), Vector256.Create(im[at..]));

    /// <summary>Sixteen numbers that are real and imaginary part in turn, each with its factor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexEight OfPairs(ReadOnlySpan<float> pairs, ReadOnlySpan<float> factors)
    {
        var (re, im) = Unzip(Vector256.Create(pairs) * Vector256.Create(factors), Vector256.Create(pairs[Count..]) * Vector256.Create(factors[Count..]));
        return new ComplexEight(re, im);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Span<float> re, Span<float> im, int at)
    {
        Re.CopyTo(re[at..]);
        Im.CopyTo(im[at..]);
    }

    /// <summary>The transform of four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (ComplexEight, ComplexEight, ComplexEight, ComplexEight) Four(ComplexEight a, ComplexEight b, ComplexEight c, ComplexEight d)
    {
        ComplexEight even = a + c, across = a - c, odd = b + d, turned = (b - d).Turned;
        return (even + odd, across + turned, even - odd, across - turned);
    }

    /// <summary>Makes rows of columns: after three rounds of parting neighbours into what is even and odd, each number has changed sides.</summary>
    /// <param name="rows">Eight rows; they are used up.</param>
    /// <param name="into">Eight rows that were columns.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Transpose(Span<ComplexEight> rows, Span<ComplexEight> into)
    {
        Unzip(rows, into);
        Unzip(into, rows);
        Unzip(rows, into);
    }

    /// <summary>The same numbers from the last to the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Backwards(Vector256<float> numbers) => Vector256.Shuffle(numbers, Vector256.Create(7, 6, 5, 4, 3, 2, 1, 0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Unzip(ReadOnlySpan<ComplexEight> rows, Span<ComplexEight> into)
    {
        for (var pair = 0; pair < Count / 2; pair++)
        {
            var (evenRe, oddRe) = Unzip(rows[2 * pair].Re, rows[2 * pair + 1].Re);
            var (evenIm, oddIm) = Unzip(rows[2 * pair].Im, rows[2 * pair + 1].Im);
            (into[pair], into[pair + Count / 2]) = (new ComplexEight(evenRe, evenIm), new ComplexEight(oddRe, oddIm));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float> Even, Vector256<float> Odd) Unzip(Vector256<float> first, Vector256<float> second)
    {
        var order = Vector256.Create(0, 2, 4, 6, 1, 3, 5, 7);
        var (a, b) = (Vector256.Shuffle(first, order), Vector256.Shuffle(second, order));
        return (Vector256.Create(a.GetLower(), b.GetLower()), Vector256.Create(a.GetUpper(), b.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexEight operator +(ComplexEight a, ComplexEight b) => new(a.Re + b.Re, a.Im + b.Im);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexEight operator -(ComplexEight a, ComplexEight b) => new(a.Re - b.Re, a.Im - b.Im);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexEight operator *(ComplexEight a, float factor) => new(a.Re * factor, a.Im * factor);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexEight operator *(ComplexEight a, ComplexEight b) => new(a.Re * b.Re - a.Im * b.Im, a.Re * b.Im + a.Im * b.Re);
}
