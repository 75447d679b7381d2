using System.Globalization;

namespace VeniceStudio.Media.Ffmpeg;

/// <summary>Decides whether an uploaded sound can be worked with: by content, then by decoding all of it.</summary>
public sealed class AudioCheck(FfmpegTools tools)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private const int CountingRate = 8000;

    private const string Choose = "Choose an MP3, WAV, FLAC, M4A or OGG file.";

    /// <summary>The facts of a sound file; its duration is what really decodes, not what its header claims.</summary>
    /// <exception cref="MediaException">It is something else, damaged, silent of any sample, or outside the limits.</exception>
    public async Task<MediaFacts> CheckAsync(string path, CancellationToken ct, AudioLimits? limits = null)
    {
        limits ??= new AudioLimits();
        var (kind, facts) = await LookAsync(path, limits, ct);
        var claimed = facts.DurationSeconds;
        var decoded = await DecodeAsync(path, kind, limits, ct);
        facts = facts with { DurationSeconds = decoded };
        Judge(facts, claimed, kind, limits);
        return facts;
    }

    /// <summary>
    /// The same look at content and header without decoding, for a song that is about to be decoded anyway: in a tenth of a second it
    /// refuses what is no song. Its duration is the header's word; <see cref="RefuseCutOff"/> compares it with what was heard.
    /// </summary>
    /// <exception cref="MediaException">It is something else, visibly cut off, or outside the limits by its own account.</exception>
    public async Task<(ContentKind Kind, MediaFacts Facts)> LookAsync(string path, AudioLimits limits, CancellationToken ct)
    {
        var kind = await ContentSniff.OfFileAsync(path, ct);
        if (kind == ContentKind.Empty) throw new MediaException($"This file is empty. {Choose}");
        // An M4A from some programs carries the brand of an MP4: only its tracks tell.
        if (kind is not (ContentKind.Mp3 or ContentKind.Wav or ContentKind.Flac or ContentKind.M4a or ContentKind.Ogg or ContentKind.Mp4))
            throw new MediaException($"This is {ContentSniff.InWords(kind)}. {Choose}", MediaFault.WrongKind);
        RefuseTorn(path, kind);

        var facts = await new MediaProbe(tools).ProbeAsync(path, ct);
        if (facts.Video is not null) throw new MediaException($"This is a video. Take its sound out first. {Choose}", MediaFault.WrongKind);
        if (facts.Audio is null) throw new MediaException($"There is no sound in this file. {Choose}");
        if (limits.IsTooLong(facts.DurationSeconds)) throw TooLong(facts.DurationSeconds, limits);

        return (kind, facts with { Container = kind == ContentKind.Mp4 ? "m4a" : facts.Container });
    }

    /// <summary>Compares what was decoded with what the header says, both in seconds.</summary>
    /// <exception cref="MediaException">The end is missing.</exception>
    public static void RefuseCutOff(double decoded, double claimed, ContentKind kind)
    {
        // An MP3 without a length tag only guesses its length from its first frames; the other formats know it.
        if (kind != ContentKind.Mp3 && decoded < claimed - Math.Max(1, claimed * 0.05))
            throw new MediaException($"This sound breaks off after {decoded:0.0} of {claimed:0.0} s. Save or upload it again.");
    }

    /// <summary>What ffmpeg is told: decode to 8 kHz mono and hand the samples over to be counted, and stop just past the limit.</summary>
    public static IReadOnlyList<string> Arguments(string path, ContentKind kind, AudioLimits limits) =>
    [
        .. SafeInput.Start, .. SafeInput.Of(path, kind), "-vn", "-sn", "-dn", "-map", "0:a:0",
        "-af", "asetpts=N/SR/TB", "-t", (limits.MaxSeconds + 1).ToString("0.###", CultureInfo.InvariantCulture),
        "-ac", "1", "-ar", CountingRate.ToString(CultureInfo.InvariantCulture), "-f", "u8", "pipe:1",
    ];

    private async Task<double> DecodeAsync(string path, ContentKind kind, AudioLimits limits, CancellationToken ct)
    {
        var counted = new SampleCount();
        var run = await ToolRun.RunAsync(new ToolCall(tools.Ffmpeg, Arguments(path, kind, limits), Limit), counted.ReadAsync, null, ct);
        return counted.Samples == 0
            ? throw new MediaException($"No sound can be decoded from this file: it is damaged. {Choose}", MediaFault.Broken, run.ErrorTail)
            : counted.Samples / (double)CountingRate;
    }

    private static void Judge(MediaFacts facts, double claimed, ContentKind kind, AudioLimits limits)
    {
        var decoded = facts.DurationSeconds;
        if (limits.IsTooLong(decoded)) throw TooLong(decoded, limits);
        RefuseCutOff(decoded, claimed, kind);
        if (decoded < limits.MinSeconds)
            throw new MediaException(
                $"This sound is {decoded:0.00} s long; at least {limits.MinSeconds:0.##} s are needed. Choose a longer one.",
                MediaFault.OutsideLimits);
    }

    private static void RefuseTorn(string path, ContentKind kind)
    {
        using var file = File.OpenRead(path);
        var isTorn = kind switch
        {
            ContentKind.M4a or ContentKind.Mp4 => Mp4Boxes.Of(file) != Mp4Shape.Whole,
            ContentKind.Wav => WavChunks.BreaksOff(file),
            _ => false,
        };
        if (isTorn) throw new MediaException("This sound breaks off: the end of the file is missing. Save or upload it again.");
    }

    private static MediaException TooLong(double seconds, AudioLimits limits) => new(
        $"This sound is {seconds / 60:0.0} minutes long; up to {limits.MaxSeconds / 60:0.#} are taken. Choose a shorter one.",
        MediaFault.OutsideLimits);
}
