using System.Numerics;
using System.Runtime.InteropServices;

namespace VeniceStudio.Media.Audio;

/// <summary>
/// The Fourier transform of real samples, for one power of two. A transform of half the length over pairs of samples (Cooley and
/// Tukey 1965), and one pass that parts the two halves again. Keeps its buffers: one instance for each thread.
/// </summary>
public sealed class Fourier
{
    private readonly int _half;
    private readonly int[] _swap;
    private readonly float[] _re, _im, _cos, _sin, _lastCos, _lastSin;

    /// <param name="size">Samples of one transform: a power of two, at least 4.</param>
    public Fourier(int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 4);
        if (!BitOperations.IsPow2(size)) throw new ArgumentOutOfRangeException(nameof(size), size, "The size has to be a power of two.");
        Size = size;
        _half = size / 2;
        (_re, _im, _cos, _sin) = (new float[_half], new float[_half], new float[_half], new float[_half]);
        (_lastCos, _lastSin) = (new float[_half], new float[_half]);
        _swap = new int[_half];
        var bits = BitOperations.Log2((uint)_half);
        for (var i = 0; i < _half; i++)
        {
            for (var bit = 0; bit < bits; bit++) _swap[i] |= ((i >> bit) & 1) << (bits - 1 - bit);
            (_lastSin[i], _lastCos[i]) = ((float)-Math.Sin(2 * Math.PI * i / size), (float)Math.Cos(2 * Math.PI * i / size));
        }
        // The factors of the stage that joins blocks of `width` lie at `width`.., side by side, so that a stage reads them as vectors.
        for (var width = 1; width < _half; width *= 2)
            for (var i = 0; i < width; i++)
                (_sin[width + i], _cos[width + i]) = ((float)-Math.Sin(Math.PI * i / width), (float)Math.Cos(Math.PI * i / width));
    }

    /// <summary>Samples of one transform.</summary>
    public int Size { get; }

    /// <summary>Frequencies of one transform: half the size and one, from 0 to half the sample rate, both included.</summary>
    public int Bins => _half + 1;

    /// <summary>The transform of a frame.</summary>
    /// <param name="samples">As many as <see cref="Size"/>, with their window applied.</param>
    /// <param name="re">Real parts, <see cref="Bins"/> of them.</param>
    /// <param name="im">Imaginary parts, <see cref="Bins"/> of them.</param>
    public void Transform(ReadOnlySpan<float> samples, Span<float> re, Span<float> im)
    {
        Pairs(samples);
        (re[0], im[0], re[_half], im[_half]) = (_re[0] + _im[0], 0, _re[0] - _im[0], 0);
        for (var k = 1; k < _half; k++) (re[k], im[k]) = Bin(k);
    }

    /// <summary>The squared magnitudes of a frame's transform, not divided by the size.</summary>
    /// <param name="samples">As many as <see cref="Size"/>, with their window applied.</param>
    /// <param name="power"><see cref="Bins"/> numbers.</param>
    public void Power(ReadOnlySpan<float> samples, Span<float> power)
    {
        Pairs(samples);
        var (first, last) = (_re[0] + _im[0], _re[0] - _im[0]);
        (power[0], power[_half]) = (first * first, last * last);
        for (var k = 1; k < _half; k++)
        {
            var (re, im) = Bin(k);
            power[k] = re * re + im * im;
        }
    }

    /// <summary>The periodic Hann window, which adds up to a constant at hops of half its size and less.</summary>
    public static float[] Hann(int size)
    {
        var window = new float[size];
        for (var i = 0; i < size; i++) window[i] = (float)(0.5 - 0.5 * Math.Cos(2 * Math.PI * i / size));
        return window;
    }

    private (float Re, float Im) Bin(int k)
    {
        var (aRe, aIm, bRe, bIm) = (_re[k], _im[k], _re[_half - k], -_im[_half - k]);
        var (evenRe, evenIm, oddRe, oddIm) = ((aRe + bRe) / 2, (aIm + bIm) / 2, (aIm - bIm) / 2, (bRe - aRe) / 2);
        var (cos, sin) = (_lastCos[k], _lastSin[k]);
        return (evenRe + oddRe * cos - oddIm * sin, evenIm + oddRe * sin + oddIm * cos);
    }

    private void Pairs(ReadOnlySpan<float> samples)
    {
        if (samples.Length != Size) throw new ArgumentException($"A transform takes {Size} samples, not {samples.Length}.", nameof(samples));
        for (var i = 0; i < _half; i++) (_re[_swap[i]], _im[_swap[i]]) = (samples[2 * i], samples[2 * i + 1]);
        if (_half >= 4) Fours();
        for (var width = _half >= 4 ? 4 : 1; width < _half; width *= 2)
        {
            ReadOnlySpan<float> cos = _cos.AsSpan(width, width), sin = _sin.AsSpan(width, width);
            for (var at = 0; at < _half; at += 2 * width)
                Join(_re.AsSpan(at, width), _im.AsSpan(at, width), _re.AsSpan(at + width, width), _im.AsSpan(at + width, width), cos, sin);
        }
    }

    /// <summary>The first two stages in one pass: their factors are 1 and −i, and blocks this small are slower to set up than to join.</summary>
    private void Fours()
    {
        var (re, im) = (_re, _im);
        for (var at = 0; at + 3 < re.Length && at + 3 < im.Length; at += 4)
        {
            var (sumRe, sumIm, leftRe, leftIm) = (re[at] + re[at + 1], im[at] + im[at + 1], re[at] - re[at + 1], im[at] - im[at + 1]);
            var (moreRe, moreIm, restRe, restIm) = (re[at + 2] + re[at + 3], im[at + 2] + im[at + 3], re[at + 2] - re[at + 3], im[at + 2] - im[at + 3]);
            (re[at], im[at], re[at + 2], im[at + 2]) = (sumRe + moreRe, sumIm + moreIm, sumRe - moreRe, sumIm - moreIm);
            (re[at + 1], im[at + 1], re[at + 3], im[at + 3]) = (leftRe + restIm, leftIm - restRe, leftRe - restIm, leftIm + restRe);
        }
    }

    private static void Join(Span<float> aRe, Span<float> aIm, Span<float> bRe, Span<float> bIm, ReadOnlySpan<float> cos, ReadOnlySpan<float> sin)
    {
        if (aRe.Length >= Vector<float>.Count)
        {
            JoinWide(Wide(aRe), Wide(aIm), Wide(bRe), Wide(bIm), MemoryMarshal.Cast<float, Vector<float>>(cos), MemoryMarshal.Cast<float, Vector<float>>(sin));
            return;
        }
        for (var i = 0; i < aRe.Length; i++)
        {
            var (re, im) = (bRe[i] * cos[i] - bIm[i] * sin[i], bRe[i] * sin[i] + bIm[i] * cos[i]);
            (bRe[i], bIm[i], aRe[i], aIm[i]) = (aRe[i] - re, aIm[i] - im, aRe[i] + re, aIm[i] + im);
        }
    }

    private static void JoinWide(
        Span<Vector<float>> aRe, Span<Vector<float>> aIm, Span<Vector<float>> bRe, Span<Vector<float>> bIm,
        ReadOnlySpan<Vector<float>> cos, ReadOnlySpan<Vector<float>> sin)
    {
        for (var i = 0; i < aRe.Length; i++)
        {
            var (re, im) = (bRe[i] * cos[i] - bIm[i] * sin[i], bRe[i] * sin[i] + bIm[i] * cos[i]);
            (bRe[i], bIm[i], aRe[i], aIm[i]) = (aRe[i] - re, aIm[i] - im, aRe[i] + re, aIm[i] + im);
        }
    }

    private static Span<Vector<float>> Wide(Span<float> numbers) => MemoryMarshal.Cast<float, Vector<float>>(numbers);
}
