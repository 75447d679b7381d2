using System.Globalization;
using System.Runtime.InteropServices;
using VeniceStudio.Media.Ffmpeg;

namespace VeniceStudio.Media.Audio.Decoding;

/// <summary>
/// Decodes a song once, for any number of listeners, and keeps none of it. What an encoder put in front is left out wherever the file
/// says how much that is, so that second 0 is the first sample that a player plays.
/// </summary>
/// <remarks>
/// Measured by correlation, ffmpeg 5.1: FLAC, MP3 with a LAME tag, AAC in M4A, Vorbis and Opus all sit on the WAV's sample. An MP3
/// that has lost its tag says nothing of its delay (1105 samples, 25 ms, with LAME). Chromium plays it that much late, measured, and so does
/// a film's soundtrack; taking the usual delay off would put every beat 25 ms before what is heard. It is heard as it is played.
/// </remarks>
public sealed class SongDecoder(FfmpegTools tools)
{
    /// <summary>What is taken by default: 5 s to 20 min.</summary>
    public static AudioLimits Limits { get; } = new(5, 1200);

    private const string Choose = "Choose an MP3, WAV, FLAC, M4A or OGG file.";
    private const int BytesPerSample = sizeof(float);

    /// <summary>No file is 12 dB above full scale by intent: what passes this is damage, and would drown all else.</summary>
    private const float Loudest = 4;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    /// <summary>Decodes the whole song.</summary>
    /// <param name="path">A sound file.</param>
    /// <param name="listeners">Each hears every sample, in order, on one thread at a time.</param>
    /// <param name="heard">Told the seconds decoded so far; may be null.</param>
    /// <param name="ct">Ends the decoder at once.</param>
    /// <param name="limits">How long the song may be; <see cref="Limits"/> without.</param>
    /// <returns>Seconds decoded.</returns>
    /// <exception cref="MediaException">It is no sound, damaged beyond hearing, or outside the limits.</exception>
    public async Task<double> DecodeAsync(
        string path, IReadOnlyList<IListener> listeners, Action<double>? heard, CancellationToken ct, AudioLimits? limits = null)
    {
        limits ??= Limits;
        var kind = await ContentSniff.OfFileAsync(path, ct);
        if (kind == ContentKind.Empty) throw new MediaException($"This file is empty. {Choose}");
        if (kind is not (ContentKind.Mp3 or ContentKind.Wav or ContentKind.Flac or ContentKind.M4a or ContentKind.Ogg or ContentKind.Mp4))
            throw new MediaException($"This is {ContentSniff.InWords(kind)}. {Choose}", MediaFault.WrongKind);

        var samples = 0L;
        var run = await ToolRun.RunAsync(new ToolCall(tools.Ffmpeg, Arguments(path, kind, limits), Longest), HearAllAsync, null, ct);
        var seconds = samples / (double)IListener.SampleRate;
        if (samples == 0) throw new MediaException($"No sound can be decoded from this file: it is damaged. {Choose}", MediaFault.Broken, run.ErrorTail);
        if (limits.IsTooLong(seconds))
            throw new MediaException($"This song is longer than {limits.MaxSeconds / 60:0.#} minutes. Choose a shorter one.", MediaFault.OutsideLimits);
        if (seconds < limits.MinSeconds)
            throw new MediaException(
                $"This sound is {seconds:0.0} s long; at least {limits.MinSeconds:0.##} s are needed. Choose a longer one.", MediaFault.OutsideLimits);
        return seconds;

        async Task HearAllAsync(Stream output, CancellationToken stop)
        {
            var buffer = new byte[BytesPerSample * 16_384];
            for (int filled = 0, read; (read = await output.ReadAsync(buffer.AsMemory(filled), stop)) > 0;)
            {
                filled += read;
                var whole = filled / BytesPerSample * BytesPerSample;
                var part = MemoryMarshal.Cast<byte, float>(buffer.AsSpan(0, whole));
                Mend(part);
                foreach (var listener in listeners) listener.Hear(part);
                samples += part.Length;
                heard?.Invoke(samples / (double)IListener.SampleRate);
                buffer.AsSpan(whole, filled - whole).CopyTo(buffer);
                filled -= whole;
            }
        }
    }

    /// <summary>
    /// What ffmpeg is told. Time stamps are thrown away (those of an MP3 begin after the encoder's delay), and it stops a second past the
    /// limit, whatever the header claims.
    /// </summary>
    public static IReadOnlyList<string> Arguments(string path, ContentKind kind, AudioLimits limits) =>
    [
        .. SafeInput.Start, .. SafeInput.Of(path, kind), "-vn", "-sn", "-dn", "-map", "0:a:0",
        "-af", $"aresample={IListener.SampleRate}:rematrix_maxval=1,aformat=sample_fmts=flt:channel_layouts=mono,asetpts=N/SR/TB",
        "-t", (limits.MaxSeconds + 1).ToString("0.###", CultureInfo.InvariantCulture), "-f", "f32le", "pipe:1",
    ];

    /// <summary>A file of floats may hold anything, also what is not a number.</summary>
    private static void Mend(Span<float> samples)
    {
        foreach (ref var sample in samples)
            if (!(Math.Abs(sample) <= Loudest)) sample = float.IsNaN(sample) ? 0 : Math.Clamp(sample, -Loudest, Loudest);
    }
}
