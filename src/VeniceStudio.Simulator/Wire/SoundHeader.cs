using System.Buffers.Binary;

namespace VeniceStudio.Simulator.Wire;

/// <summary>Length of a WAV or MP3 in seconds, from its headers.</summary>
internal static class SoundHeader
{
    private static readonly int[] RatesV1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    private static readonly int[] RatesV2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    private static readonly int[] Samples = [44100, 48000, 32000];

    /// <summary>Seconds, or null when the bytes are neither WAV nor MP3.</summary>
    public static double? Seconds(ReadOnlySpan<byte> bytes) =>
        bytes.Length > 12 && bytes[..4].SequenceEqual("RIFF"u8) && bytes[8..12].SequenceEqual("WAVE"u8) ? Wav(bytes) : Mp3(bytes);

    private static double? Wav(ReadOnlySpan<byte> bytes)
    {
        var perSecond = 0;
        for (var at = 12; at + 8 <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(at + 4)..]);
            if (bytes[at..(at + 4)].SequenceEqual("fmt "u8) && at + 20 <= bytes.Length)
            {
                perSecond = BinaryPrimitives.ReadInt32LittleEndian(bytes[(at + 16)..]);
            }
            if (bytes[at..(at + 4)].SequenceEqual("data"u8))
            {
                // Streamed files claim an unknown length: what is there counts.
                return perSecond > 0 ? Math.Min(length, (uint)(bytes.Length - at - 8)) / (double)perSecond : null;
            }
            var next = at + 8 + (long)length + (length & 1);
            if (next > bytes.Length) return null;
            at = (int)next;
        }
        return null;
    }

    // Walks frame by frame: a variable rate makes any shortcut wrong.
    private static double? Mp3(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        if (bytes.Length > 10 && bytes[..3].SequenceEqual("ID3"u8)) at = 10 + (bytes[6] << 21 | bytes[7] << 14 | bytes[8] << 7 | bytes[9]);
        double seconds = 0;
        var frames = 0;
        while (at + 4 <= bytes.Length && bytes[at] == 0xFF && (bytes[at + 1] & 0xE6) == 0xE2)
        {
            var version = (bytes[at + 1] >> 3) & 3;
            var (rateIndex, sampleIndex) = (bytes[at + 2] >> 4, (bytes[at + 2] >> 2) & 3);
            if (version == 1 || rateIndex is 0 or 15 || sampleIndex == 3) break;
            var first = version == 3;
            var samples = Samples[sampleIndex] / (first ? 1 : version == 2 ? 2 : 4);
            at += (first ? 144 : 72) * (first ? RatesV1 : RatesV2)[rateIndex] * 1000 / samples + ((bytes[at + 2] >> 1) & 1);
            seconds += (first ? 1152.0 : 576.0) / samples;
            frames++;
        }
        return frames > 0 ? seconds : null;
    }
}
