namespace VeniceStudio.Media.Ffmpeg;

/// <summary>Decides whether a downloaded clip may be kept: by its bytes, its structure, and by decoding all of it once.</summary>
public sealed class ClipCheck(FfmpegTools tools)
{
    /// <summary>A 15 s clip in 1080p takes a few seconds; a minute in 4K on a busy small machine takes minutes.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    private const string FetchAgain = "Fetch it again.";

    /// <summary>Looks at everything in one pass over the frames.</summary>
    /// <exception cref="MediaException">ffmpeg itself is missing or too slow; the clip may be fine.</exception>
    public async Task<ClipVerdict> CheckAsync(string path, ClipExpectation expected, CancellationToken ct)
    {
        var kind = await ContentSniff.OfFileAsync(path, ct);
        if (BeforeDecoding(path, kind, expected) is { } refusal) return refusal;

        MediaFacts facts;
        try
        {
            facts = await new MediaProbe(tools).ProbeAsync(path, ct);
        }
        catch (MediaException e) when (e.Fault == MediaFault.Broken)
        {
            return new ClipVerdict.Torn($"The clip is damaged: its header cannot be read. {FetchAgain}");
        }
        if (facts.Video is null)
            return new ClipVerdict.NotAVideo("The file holds no moving picture. Try the shot again, or take another model.", kind);

        var log = new DecodeLog();
        var tally = new FrameTally();
        var outcome = await ToolRun.RunAsync(
            new ToolCall(tools.Ffmpeg, Arguments(path, kind), Limit),
            (raw, stop) => FrameReel.ReadAsync(raw, tally.Take, stop), log.Take, ct);
        return Judge(facts, tally, log, outcome.ExitCode, expected);
    }

    /// <summary>
    /// What ffmpeg is told: decode the picture whole and hand every frame over small. The sound is left out: a transfer that
    /// hurts it shows in the structure too, and a sound that this ffmpeg cannot decode must not cost a paid picture.
    /// </summary>
    public static IReadOnlyList<string> Arguments(string path, ContentKind kind) =>
    [
        .. SafeInput.Start, .. SafeInput.Of(path, kind),
        .. FrameReel.Output,
    ];

    /// <summary>The verdict from what was measured.</summary>
    public static ClipVerdict Judge(MediaFacts facts, FrameTally tally, DecodeLog log, int exitCode, ClipExpectation expected)
    {
        if (log.FirstDamage is not null || exitCode != 0)
            return new ClipVerdict.Torn($"The clip is damaged: some of its frames cannot be decoded. {FetchAgain}");
        if (tally.Frames == 0) return new ClipVerdict.Torn($"The clip holds no frame that can be decoded. {FetchAgain}");
        if (Placeholder.Reason(facts, tally) is { } reason)
            return new ClipVerdict.Placeholder(
                $"Instead of a real clip came a stand-in: {reason}. Try the shot again, or take another model.");

        // A header may promise more than the frames that follow it.
        var shown = facts.Video!.FrameRate > 0 ? tally.Frames / facts.Video.FrameRate : facts.DurationSeconds;
        var seconds = facts.DurationSeconds > 0 ? Math.Min(shown, facts.DurationSeconds) : shown;
        facts = facts with { DurationSeconds = seconds };
        var poster = tally.Poster.Best!.Value;
        return expected.LeastSeconds is { } least && seconds < least
            ? new ClipVerdict.TooShort(
                $"The clip is {seconds:0.0} s long, {expected.Seconds:0.#} s were ordered. Fetch it again, or use what is there.", facts, poster)
            : new ClipVerdict.Sound(facts, poster);
    }

    private static ClipVerdict? BeforeDecoding(string path, ContentKind kind, ClipExpectation expected)
    {
        using var file = File.OpenRead(path);
        if (kind == ContentKind.Empty) return new ClipVerdict.Torn($"Nothing arrived: the file is empty. {FetchAgain}");
        if (kind is not (ContentKind.Mp4 or ContentKind.Mov or ContentKind.WebM))
            return new ClipVerdict.NotAVideo($"Instead of a video came {ContentSniff.InWords(kind)}. Fetch it again a little later.", kind);
        if (expected.Length is { } length && length != file.Length)
            return new ClipVerdict.Torn($"The download is not whole: {file.Length} of {length} bytes arrived. {FetchAgain}");
        return kind is ContentKind.WebM || Mp4Boxes.Of(file) == Mp4Shape.Whole ? null
            : new ClipVerdict.Torn($"The clip breaks off: its end is missing. {FetchAgain}");
    }
}
