namespace VeniceStudio.Media.Audio.Peaks;

/// <summary>One column of a drawn waveform.</summary>
/// <param name="Min">The lowest sample; −127 stands for −1, and for all below.</param>
/// <param name="Max">The highest sample; 127 stands for 1, and for all above.</param>
/// <param name="Low">Loudness below 200 Hz (kick, bass): 0 is −60 dB and less, 255 is full scale, even steps of decibels between.</param>
/// <param name="Mid">Loudness from 200 to 2000 Hz (voice, chords), on the same scale.</param>
/// <param name="High">Loudness above 2000 Hz (cymbals, breath), on the same scale.</param>
public readonly record struct WaveformPoint(sbyte Min, sbyte Max, byte Low, byte Mid, byte High)
{
    /// <summary>Bytes of a point, in the order of its fields.</summary>
    public const int Bytes = 5;

    internal void Write(Span<byte> to) => (to[0], to[1], to[2], to[3], to[4]) = ((byte)Min, (byte)Max, Low, Mid, High);

    internal static WaveformPoint Read(ReadOnlySpan<byte> from) => new((sbyte)from[0], (sbyte)from[1], from[2], from[3], from[4]);
}
