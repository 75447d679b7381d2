using System.Buffers.Binary;
using System.Reflection;

namespace VeniceStudio.Media.Audio.Rhythm;

/// <summary>
/// A small temporal convolutional network (Davies and Böck, EUSIPCO 2019) that says of each frame how much it is a beat, and how much
/// a downbeat. 73 thousand weights in half precision, trained by <c>Audio/Rhythm/training/train.py</c> on invented and accompanied music only;
/// it sees ±20 s around a frame.
/// </summary>
internal sealed class BeatNetwork
{
    private static readonly Lazy<BeatNetwork> Trained = new(() => Read(Assembly.GetExecutingAssembly().GetManifestResourceStream("beats.weights")!));

    private readonly Convolution _front, _out;
    private readonly (Convolution Wide, Convolution Mix)[] _layers;

    private BeatNetwork(Convolution front, (Convolution, Convolution)[] layers, Convolution last) => (_front, _layers, _out) = (front, layers, last);

    /// <summary>The network that the studio ships. It holds no state: any number of threads may use it.</summary>
    public static BeatNetwork Default => Trained.Value;

    /// <summary>The odds of beat and downbeat (as logarithms) of every frame.</summary>
    /// <param name="frames">As <see cref="SpectralFrames"/> gives them.</param>
    /// <param name="count">How many frames.</param>
    /// <param name="progress">Told the share that is done after every layer; may be null.</param>
    /// <param name="ct">Looked at before every layer.</param>
    public (float[] Beats, float[] Downbeats) Judge(ReadOnlySpan<float> frames, int count, Action<double>? progress, CancellationToken ct)
    {
        var width = _front.Outputs;
        float[] state = new float[count * width], wide = new float[count * width], both = new float[count * 2];
        _front.Apply(frames, state, rectified: true, added: false);
        for (var i = 0; i < _layers.Length; i++)
        {
            ct.ThrowIfCancellationRequested();
            progress?.Invoke((i + 1.0) / (_layers.Length + 1));
            var (dilated, mix) = _layers[i];
            dilated.Apply(state, wide, rectified: true, added: false);
            mix.Apply(wide, state, rectified: false, added: true);
        }
        for (var i = 0; i < state.Length; i++) state[i] = Math.Max(0, state[i]);
        _out.Apply(state, both, rectified: false, added: false);
        float[] beats = new float[count], downbeats = new float[count];
        for (var t = 0; t < count; t++) (beats[t], downbeats[t]) = (both[2 * t], both[2 * t + 1]);
        return (beats, downbeats);
    }

    /// <summary>Reads what train.py wrote: four whole numbers that give the shape, then the weights layer by layer.</summary>
    private static BeatNetwork Read(Stream stream)
    {
        using var reader = new BinaryReader(stream);
        var (bands, width, kernel, layers) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        var front = Layer(reader, bands, width, kernel, 1);
        var middle = new (Convolution, Convolution)[layers];
        for (var i = 0; i < layers; i++) middle[i] = (Layer(reader, width, width, kernel, 1 << i), Layer(reader, width, width, 1, 1));
        return new BeatNetwork(front, middle, Layer(reader, width, 2, 1, 1));
    }

    private static Convolution Layer(BinaryReader reader, int inputs, int outputs, int kernel, int dilation)
    {
        var weights = Halves(reader, outputs * inputs * kernel);
        return new Convolution(weights, Halves(reader, outputs), inputs, kernel, dilation);
    }

    private static float[] Halves(BinaryReader reader, int count)
    {
        var bytes = reader.ReadBytes(count * 2);
        return [.. Enumerable.Range(0, count).Select(i => (float)BinaryPrimitives.ReadHalfLittleEndian(bytes.AsSpan(2 * i)))];
    }
}
