namespace VeniceStudio.Media.Ffmpeg;

/// <summary>Cuts the stretch of a song that a shot needs, for the models that listen.</summary>
public sealed class AudioCut(FfmpegTools tools)
{
    /// <summary>Samples per second of every cut.</summary>
    public const int SampleRate = 44_100;

    /// <summary>Seconds.</summary>
    public const double Shortest = 1, Longest = 30;

    /// <summary>Bytes; thirty seconds of WAV take a third of it.</summary>
    public const long MaxBytes = 15 * 1024 * 1024;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Writes the stretch under a new name into <paramref name="targetFolder"/>, whole or not at all. Times are seconds from the
    /// song's first decoded sample, the same zero that the beats are counted from.
    /// </summary>
    /// <exception cref="MediaException">The stretch is outside 1 to 30 s or outside the song, or the song is damaged.</exception>
    public async Task<CutAudio> CutAsync(
        string sourcePath, string targetFolder, double startSeconds, double lengthSeconds, CancellationToken ct,
        AudioCutFormat format = AudioCutFormat.Wav)
    {
        if (!(lengthSeconds >= Shortest && lengthSeconds <= Longest))
            throw new MediaException(
                $"A stretch of {lengthSeconds:0.##} s cannot be cut: choose 1 to 30 seconds.", MediaFault.OutsideLimits);
        if (!(startSeconds >= 0 && startSeconds < 86_400))
            throw new MediaException("The stretch begins outside the song. Choose a start within it.", MediaFault.OutsideLimits);

        var kind = await ContentSniff.OfFileAsync(sourcePath, ct);
        var cutKind = format == AudioCutFormat.Wav ? ContentKind.Wav : ContentKind.Mp3;
        var first = (long)Math.Round(startSeconds * SampleRate);
        var samples = (long)Math.Round(lengthSeconds * SampleRate);
        using var part = new PartFile(Path.Combine(targetFolder, $"{Guid.CreateVersion7():N}{ContentSniff.Extension(cutKind)}"));
        var counted = new SampleCount();
        var run = await ToolRun.RunAsync(
            new ToolCall(tools.Ffmpeg, Arguments(sourcePath, kind, first, samples, format, part.Path), Limit), counted.ReadAsync, null, ct);

        if (Refusal(run, counted.Samples, part.Length, startSeconds) is { } refusal) throw refusal;
        var bytes = part.Length;
        return new CutAudio(part.Keep(), first / (double)SampleRate, counted.Samples / (double)SampleRate, bytes, cutKind);
    }

    /// <summary>
    /// What ffmpeg is told. Samples are counted from the first decoded one: seeking in an MP3 lands up to 50 ms off, and its
    /// time stamps begin after the encoder's delay. Mono stays mono: spreading it over two channels would lower it by 3 dB.
    /// The same samples go out once more, to be counted.
    /// </summary>
    public static IReadOnlyList<string> Arguments(
        string path, ContentKind kind, long first, long samples, AudioCutFormat format, string target) =>
    [
        .. SafeInput.Start, "-y", .. SafeInput.Of(path, kind), "-vn", "-sn", "-dn",
        "-filter_complex",
        $"[0:a:0]aresample={SampleRate},aformat=sample_fmts=s16:channel_layouts=mono|stereo,asetpts=N/SR/TB,"
            + $"atrim=start_sample={first}:end_sample={first + samples},asetpts=PTS-STARTPTS,asplit[kept][counted]",
        "-map", "[kept]", "-map_metadata", "-1", "-fflags", "+bitexact", "-flags:a", "+bitexact",
        .. format == AudioCutFormat.Wav
            ? (string[])["-c:a", "pcm_s16le", "-f", "wav"]
            : ["-c:a", "libmp3lame", "-b:a", "192k", "-f", "mp3"],
        SafeInput.Plain(target),
        "-map", "[counted]", "-ac", "1", "-f", "u8", "pipe:1",
    ];

    private static MediaException? Refusal(ToolOutcome run, long samples, long bytes, double startSeconds)
    {
        if (run.ExitCode != 0)
            return new MediaException(
                "This stretch cannot be decoded: the sound is damaged. Upload it again.", MediaFault.Broken, run.ErrorTail);
        if (samples < Shortest * SampleRate)
            return new MediaException(
                $"Less than a second of the song is left at {startSeconds:0.##} s. Choose an earlier start.", MediaFault.OutsideLimits);
        return bytes > MaxBytes
            ? new MediaException("The cut is larger than 15 MB. Choose a shorter stretch.", MediaFault.OutsideLimits)
            : null;
    }
}
