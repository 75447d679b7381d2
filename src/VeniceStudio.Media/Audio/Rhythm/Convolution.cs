using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace VeniceStudio.Media.Audio.Rhythm;

/// <summary>
/// One layer of the network: each output frame is a weighted sum of frames around it, <c>dilation</c> apart. Frames lie one after the
/// other; what is before the first and after the last counts as zero. Four frames go together, so that a weight is read once for all.
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
        _lanes = (bias.Length + 7) / 8;
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
    public void Apply(ReadOnlySpan<float> frames, Span<float> into, bool rectified, bool added)
    {
        var count = frames.Length / _inputs;
        Span<float> sums = stackalloc float[4 * _lanes * 8];
        for (var t = 0; t < count; t += 4)
        {
            var together = Math.Min(4, count - t);
            for (var lane = 0; lane < _lanes; lane++) Sum(frames, t, together, count, lane, sums);
            for (var j = 0; j < together; j++)
            {
                var target = into.Slice((t + j) * _outputs, _outputs);
                for (var o = 0; o < _outputs; o++)
                {
                    var sum = sums[j * _lanes * 8 + o];
                    if (rectified && sum < 0) sum = 0;
                    target[o] = added ? target[o] + sum : sum;
                }
            }
        }
    }

    private void Sum(ReadOnlySpan<float> frames, int t, int together, int count, int lane, Span<float> sums)
    {
        var bias = Vector256.Create<float>(_bias.AsSpan(lane * 8, 8));
        var (a, b, c, d) = (bias, bias, bias, bias);
        for (var k = 0; k < _kernel; k++)
        {
            var from = t + (k - _kernel / 2) * _dilation;
            ref var weight = ref MemoryMarshal.GetReference(_weights.AsSpan((k * _inputs * _lanes + lane) * 8));
            ReadOnlySpan<float> f0 = Frame(frames, from, count), f1 = Frame(frames, from + 1, count), f2 = Frame(frames, from + 2, count), f3 = Frame(frames, from + 3, count);
            if (together == 4 && from >= 0 && from + 3 < count)
            {
                for (var i = 0; i < _inputs; i++)
                {
                    var w = Vector256.LoadUnsafe(ref weight, (nuint)(i * _lanes * 8));
                    a = Vector256.FusedMultiplyAdd(Vector256.Create(f0[i]), w, a);
                    b = Vector256.FusedMultiplyAdd(Vector256.Create(f1[i]), w, b);
                    c = Vector256.FusedMultiplyAdd(Vector256.Create(f2[i]), w, c);
                    d = Vector256.FusedMultiplyAdd(Vector256.Create(f3[i]), w, d);
                }
                continue;
            }
            a = Alone(f0, ref weight, a);
            b = Alone(f1, ref weight, b);
            c = Alone(f2, ref weight, c);
            d = Alone(f3, ref weight, d);
        }
        var stride = _lanes * 8;
        a.CopyTo(sums[(lane * 8)..]);
        b.CopyTo(sums[(stride + lane * 8)..]);
        c.CopyTo(sums[(2 * stride + lane * 8)..]);
        d.CopyTo(sums[(3 * stride + lane * 8)..]);
    }

    private Vector256<float> Alone(ReadOnlySpan<float> frame, ref float weight, Vector256<float> sum)
    {
        for (var i = 0; i < frame.Length; i++)
            sum = Vector256.FusedMultiplyAdd(Vector256.Create(frame[i]), Vector256.LoadUnsafe(ref weight, (nuint)(i * _lanes * 8)), sum);
        return sum;
    }

    /// <summary>Empty before the song and after it.</summary>
    private ReadOnlySpan<float> Frame(ReadOnlySpan<float> frames, int at, int count) =>
        at < 0 || at >= count ? [] : frames.Slice(at * _inputs, _inputs);
}
