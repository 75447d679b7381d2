using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace VeniceStudio.Media.Audio.Rhythm;

/// <summary>
/// One layer of the network: each output frame is a weighted sum of frames around it, <c>dilation</c> apart. Frames lie one after the
/// other; what is before the first and after the last counts as zero. Four frames go together, so that a weight is read once for all,
/// and sixteen outputs, so that one sum need not wait for the last.
/// </summary>
internal sealed class Convolution
{
    private readonly int _inputs, _outputs, _kernel, _dilation, _lanes;
    private readonly float[] _weights, _bias;

    /// <param name="weights">As PyTorch keeps them: output, input, tap.</param>
    /// <param name="bias">One for each output.</param>
    /// <param name="inputs">Numbers in a frame that comes in.</param>
    /// <param name="kernel">Taps, an odd number.</param>
    /// <param name="dilation">Frames from tap to tap.</param>
    public Convolution(ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, int inputs, int kernel, int dilation)
    {
        (_inputs, _outputs, _kernel, _dilation) = (inputs, bias.Length, kernel, dilation);
        _lanes = (bias.Length + 15) / 16 * 2;
        _bias = new float[_lanes * 8];
        bias.CopyTo(_bias);
        _weights = new float[kernel * inputs * _lanes * 8];
        for (var o = 0; o < _outputs; o++)
            for (var i = 0; i < inputs; i++)
                for (var k = 0; k < kernel; k++)
                    _weights[(k * inputs + i) * _lanes * 8 + o] = weights[(o * inputs + i) * kernel + k];
    }

    /// <summary>Numbers in a frame that goes out.</summary>
    public int Outputs => _outputs;

    /// <summary>Writes the layer's sums, or adds them to what is there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Apply(ReadOnlySpan<float> frames, Span<float> into, bool rectified, bool added)
    {
        var count = frames.Length / _inputs;
        Span<float> sums = stackalloc float[4 * _lanes * 8];
        for (var t = 0; t < count; t += 4)
        {
            var together = Math.Min(4, count - t);
            for (var lane = 0; lane < _lanes; lane += 2) Sum(frames, t, together, count, lane, sums);
            for (var j = 0; j < together; j++) Write(sums[(j * _lanes * 8)..], into.Slice((t + j) * _outputs, _outputs), rectified, added);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(ReadOnlySpan<float> sums, Span<float> target, bool rectified, bool added)
    {
        var o = 0;
        for (; o + 8 <= target.Length; o += 8)
        {
            var sum = Vector256.Create(sums[o..]);
            if (rectified) sum = Vector256.Max(sum, Vector256<float>.Zero);
            if (added) sum += Vector256.Create<float>(target[o..]);
            sum.CopyTo(target[o..]);
        }
        for (; o < target.Length; o++)
        {
            var sum = rectified ? Math.Max(0, sums[o]) : sums[o];
            target[o] = added ? target[o] + sum : sum;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sum(ReadOnlySpan<float> frames, int t, int together, int count, int lane, Span<float> sums)
    {
        Vector256<float> left = Vector256.Create<float>(_bias.AsSpan(lane * 8, 8)), right = Vector256.Create<float>(_bias.AsSpan(lane * 8 + 8, 8));
        var (a, b, c, d) = (left, left, left, left);
        var (e, f, g, h) = (right, right, right, right);
        for (var k = 0; k < _kernel; k++)
        {
            var from = t + (k - _kernel / 2) * _dilation;
            ref var weight = ref MemoryMarshal.GetReference(_weights.AsSpan((k * _inputs * _lanes + lane) * 8));
            if (together == 4 && from >= 0 && from + 3 < count)
            {
                ref var frame = ref MemoryMarshal.GetReference(frames.Slice(from * _inputs, 4 * _inputs));
                for (var i = 0; i < _inputs; i++)
                {
                    var (w, v) = (Vector256.LoadUnsafe(ref weight, (nuint)(i * _lanes * 8)), Vector256.LoadUnsafe(ref weight, (nuint)(i * _lanes * 8 + 8)));
                    var x = Vector256.Create(Unsafe.Add(ref frame, i));
                    (a, e) = (Vector256.FusedMultiplyAdd(x, w, a), Vector256.FusedMultiplyAdd(x, v, e));
                    x = Vector256.Create(Unsafe.Add(ref frame, i + _inputs));
                    (b, f) = (Vector256.FusedMultiplyAdd(x, w, b), Vector256.FusedMultiplyAdd(x, v, f));
                    x = Vector256.Create(Unsafe.Add(ref frame, i + 2 * _inputs));
                    (c, g) = (Vector256.FusedMultiplyAdd(x, w, c), Vector256.FusedMultiplyAdd(x, v, g));
                    x = Vector256.Create(Unsafe.Add(ref frame, i + 3 * _inputs));
                    (d, h) = (Vector256.FusedMultiplyAdd(x, w, d), Vector256.FusedMultiplyAdd(x, v, h));
                }
                continue;
            }
            Alone(Frame(frames, from, count), ref weight, ref a, ref e);
            Alone(Frame(frames, from + 1, count), ref weight, ref b, ref f);
            Alone(Frame(frames, from + 2, count), ref weight, ref c, ref g);
            Alone(Frame(frames, from + 3, count), ref weight, ref d, ref h);
        }
        ReadOnlySpan<Vector256<float>> all = [a, e, b, f, c, g, d, h];
        for (var j = 0; j < 4; j++)
        {
            all[2 * j].CopyTo(sums[((j * _lanes + lane) * 8)..]);
            all[2 * j + 1].CopyTo(sums[((j * _lanes + lane + 1) * 8)..]);
        }
    }

    private void Alone(ReadOnlySpan<float> frame, ref float weight, ref Vector256<float> left, ref Vector256<float> right)
    {
        for (var i = 0; i < frame.Length; i++)
        {
            var x = Vector256.Create(frame[i]);
            left = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref weight, (nuint)(i * _lanes * 8)), left);
            right = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref weight, (nuint)(i * _lanes * 8 + 8)), right);
        }
    }

    /// <summary>Empty before the song and after it.</summary>
    private ReadOnlySpan<float> Frame(ReadOnlySpan<float> frames, int at, int count) =>
        at < 0 || at >= count ? [] : frames.Slice(at * _inputs, _inputs);
}
