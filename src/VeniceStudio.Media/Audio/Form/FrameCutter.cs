namespace VeniceStudio.Media.Audio.Form;

/// <summary>Cuts samples as they come into overlapping frames, the first one centred on the song's start, and gives their power spectrum.</summary>
internal sealed class FrameCutter
{
    public delegate void Reader(ReadOnlySpan<float> power);

    private readonly int _size, _hop;
    private readonly Fourier _fourier;
    private readonly float[] _kept, _power;
    private int _count;

    public FrameCutter(int size, int hop)
    {
        (_size, _hop) = (size, hop);
        _fourier = new Fourier(Fourier.Hann(size));
        (_kept, _power) = (new float[size], new float[_fourier.Bins]);
        _count = size / 2;
    }

    public void Take(ReadOnlySpan<float> samples, Reader read)
    {
        while (samples.Length > 0)
        {
            var part = Math.Min(samples.Length, _size - _count);
            // A decoder may give numbers that are none; one of them would spoil every mean that it enters.
            for (var i = 0; i < part; i++) _kept[_count + i] = float.IsFinite(samples[i]) ? Math.Clamp(samples[i], -8, 8) : 0;
            samples = samples[part..];
            _count += part;
            if (_count == _size) Cut(read);
        }
    }

    /// <summary>Follows the last sample with silence for half a frame, so that the song's end is the centre of a frame too.</summary>
    public void Finish(Reader read) => Take(new float[_size / 2], read);

    private void Cut(Reader read)
    {
        _fourier.Power(_kept, _power);
        _kept.AsSpan(_hop).CopyTo(_kept);
        _count = _size - _hop;
        read(_power);
    }
}
