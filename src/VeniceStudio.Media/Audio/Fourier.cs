using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace VeniceStudio.Media.Audio;

/// <summary>
/// The spectrum of windowed samples, for one power of two. A transform of half the length over pairs of samples, sorted by itself on the way
/// (Stockham 1966): a stage of eights, stages of fours and at most one of twos, and a pass that parts the two halves of each pair again.
/// Keeps its buffers: one instance for each thread.
/// </summary>
public sealed class Fourier
{
    private const int Lanes = ComplexEight.Count;
    private const float Diagonal = 0.70710678f;

    private readonly int _half;
    private readonly float[] _window, _cos, _sin, _eightCos, _eightSin;
    private float[] _re, _im, _nextRe, _nextIm;

    /// <param name="window">What every sample of a frame is multiplied by. As many as a frame has: a power of two, at least 128.</param>
    public Fourier(float[] window)
    {
        var size = window.Length;
        if (size < 2 * Lanes * Lanes || !BitOperations.IsPow2(size))
            throw new ArgumentException($"A transform takes 128, 256, 512 and so on samples, not {size}.", nameof(window));
        (_window, _half) = (window, size / 2);
        (_re, _im, _nextRe, _nextIm) = (new float[_half], new float[_half], new float[_half], new float[_half]);
        (_cos, _sin) = (new float[size], new float[size]);
        for (var i = 0; i < size; i++) (_sin[i], _cos[i]) = ((float)-Math.Sin(2 * Math.PI * i / size), (float)Math.Cos(2 * Math.PI * i / size));
        // What the first stage multiplies with lies as it is read: for each of its eight sums, place after place.
        var places = _half / 8;
        (_eightCos, _eightSin) = (new float[_half], new float[_half]);
        for (var k = 0; k < 8; k++)
            for (var p = 0; p < places; p++) (_eightCos[k * places + p], _eightSin[k * places + p]) = (_cos[2 * k * p], _sin[2 * k * p]);
    }

    /// <summary>Samples of one transform.</summary>
    public int Size => _window.Length;

    /// <summary>Frequencies of one transform: half the size and one, from 0 to half the sample rate, both included.</summary>
    public int Bins => _half + 1;

    /// <summary>The squared magnitudes of a frame's transform, not divided by the size.</summary>
    /// <param name="samples">As many as <see cref="Size"/>.</param>
    /// <param name="power"><see cref="Bins"/> numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Power(ReadOnlySpan<float> samples, Span<float> power)
    {
        if (samples.Length != Size) throw new ArgumentException($"A transform takes {Size} samples, not {samples.Length}.", nameof(samples));
        for (var i = 0; i < _half; i += Lanes) ComplexEight.OfPairs(samples[(2 * i)..], _window.AsSpan(2 * i)).Store(_re, _im, i);
        Eights();
        var sorted = 8;
        for (; sorted * 4 <= _half; sorted *= 4) Fours(sorted);
        if (sorted < _half) Twos();

        var (first, last) = (_re[0] + _im[0], _re[0] - _im[0]);
        (power[0], power[_half]) = (first * first, last * last);
        var k = 1;
        for (; k + Lanes <= _half; k += Lanes) Part(k).Power.CopyTo(power[k..]);
        // The eight that end at the last one; some of them are made twice.
        Part(_half - Lanes).Power.CopyTo(power[(_half - Lanes)..]);
    }

    /// <summary>The periodic Hann window, which adds up to a constant at hops of half its size and less.</summary>
    public static float[] Hann(int size)
    {
        var window = new float[size];
        for (var i = 0; i < size; i++) window[i] = (float)(0.5 - 0.5 * Math.Cos(2 * Math.PI * i / size));
        return window;
    }

    /// <summary>Eight frequencies of the real samples from those of the pairs: each from its own and its mirror's.</summary>
    private ComplexEight Part(int k)
    {
        var here = ComplexEight.Load(_re, _im, k);
        var mirror = ComplexEight.Load(_re, _im, _half - k - (Lanes - 1));
        var (re, im) = (ComplexEight.Backwards(mirror.Re), -ComplexEight.Backwards(mirror.Im));
        var even = new ComplexEight(here.Re + re, here.Im + im);
        var odd = new ComplexEight(here.Im - im, re - here.Re);
        return (even + odd * ComplexEight.Load(_cos, _sin, k)) * 0.5f;
    }

    /// <summary>Sums over eight samples that lie an eighth apart, for eight places at once; what belongs together is then put side by side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Eights()
    {
        var places = _half / 8;
        var (once, thrice) = (ComplexEight.Of(Diagonal, -Diagonal), ComplexEight.Of(-Diagonal, -Diagonal));
        Span<ComplexEight> sums = stackalloc ComplexEight[Lanes], sorted = stackalloc ComplexEight[Lanes];
        for (var p = 0; p < places; p += Lanes)
        {
            ComplexEight x0 = Input(0), x1 = Input(1), x2 = Input(2), x3 = Input(3), x4 = Input(4), x5 = Input(5), x6 = Input(6), x7 = Input(7);
            (sums[0], sums[2], sums[4], sums[6]) = ComplexEight.Four(x0 + x4, x1 + x5, x2 + x6, x3 + x7);
            (sums[1], sums[3], sums[5], sums[7]) = ComplexEight.Four(x0 - x4, (x1 - x5) * once, (x2 - x6).Turned, (x3 - x7) * thrice);
            for (var sum = 1; sum < Lanes; sum++) sums[sum] *= ComplexEight.Load(_eightCos, _eightSin, sum * places + p);
            ComplexEight.Transpose(sums, sorted);
            for (var place = 0; place < Lanes; place++) sorted[place].Store(_nextRe, _nextIm, 8 * (p + place));

            ComplexEight Input(int eighth) => ComplexEight.Load(_re, _im, p + eighth * places);
        }
        Swap();
    }

    /// <summary>Sums over four blocks that lie a quarter apart.</summary>
    /// <param name="sorted">Numbers that lie together already: at least 8.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fours(int sorted)
    {
        var quarter = _half / 4;
        for (var block = 0; block < quarter; block += sorted)
        {
            var (once, twice, thrice) = (Factor(2 * block), Factor(4 * block), Factor(6 * block));
            for (var q = 0; q < sorted; q += Lanes)
            {
                var from = block + q;
                var (y0, y1, y2, y3) = ComplexEight.Four(
                    ComplexEight.Load(_re, _im, from), ComplexEight.Load(_re, _im, from + quarter),
                    ComplexEight.Load(_re, _im, from + 2 * quarter), ComplexEight.Load(_re, _im, from + 3 * quarter));
                var into = 4 * block + q;
                y0.Store(_nextRe, _nextIm, into);
                (y1 * once).Store(_nextRe, _nextIm, into + sorted);
                (y2 * twice).Store(_nextRe, _nextIm, into + 2 * sorted);
                (y3 * thrice).Store(_nextRe, _nextIm, into + 3 * sorted);
            }
        }
        Swap();

        ComplexEight Factor(int at) => ComplexEight.Of(_cos[at], _sin[at]);
    }

    /// <summary>The last stage, where fours leave one over.</summary>
    private void Twos()
    {
        var middle = _half / 2;
        for (var q = 0; q < middle; q += Lanes)
        {
            ComplexEight a = ComplexEight.Load(_re, _im, q), b = ComplexEight.Load(_re, _im, q + middle);
            (a + b).Store(_nextRe, _nextIm, q);
            (a - b).Store(_nextRe, _nextIm, q + middle);
        }
        Swap();
    }

    private void Swap() => (_re, _im, _nextRe, _nextIm) = (_nextRe, _nextIm, _re, _im);
}
