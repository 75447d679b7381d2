using VeniceStudio.Media.Ffmpeg;

namespace VeniceStudio.Media.Composition;

/// <summary>Measures a film as it was written: it is decoded once, to its last frame, and its sound once.</summary>
public sealed class FilmMeasuring(FfmpegTools tools)
{
    /// <summary>Measures against the timeline that it was made from.</summary>
    /// <param name="path">The film's file.</param>
    /// <param name="timeline">What should be in it.</param>
    /// <param name="progress">Told the frames decoded so far; may be null.</param>
    /// <param name="ct">Ends ffmpeg.</param>
    /// <exception cref="MediaException">The file is missing its picture, or ffmpeg fails.</exception>
    public async Task<Scorecard> MeasureAsync(string path, Timeline timeline, IProgress<int>? progress, CancellationToken ct)
    {
        var (cuts, stills, flashes) = (new CutFinder(timeline), new StillFinder(timeline), new FlashFinder(timeline.Rate));
        var grey = new byte[SmallFrames.Points];
        var frames = 0;
        var limit = TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(timeline.TotalFrames);
        var run = await ToolRun.RunAsync(new ToolCall(tools.Ffmpeg, Arguments(path), limit), (raw, stop) => SmallFrames.ReadAsync(raw, Take, stop), null, ct);
        if (frames == 0)
            throw new MediaException("The film's file holds no picture that decodes. Compose it again.", MediaFault.Broken, run.ErrorTail);
        stills.End();

        var seconds = timeline.Rate.SecondsAt(timeline.TotalFrames);
        var loudness = new Loudness(tools);
        return new(
            timeline.TotalFrames, frames, cuts.Marks(), stills.Black, stills.Frozen, flashes.Found(),
            timeline.Song is null ? null : await loudness.OfAsync(path, ContentKind.Mp4, 0, seconds, ct),
            timeline.Song is not { } song ? null : await loudness.OfAsync(song.File.Path, song.File.Kind, song.From, seconds, ct));

        void Take(ReadOnlySpan<byte> rgb)
        {
            SmallFrames.Grey(rgb, grey);
            cuts.Take(frames, grey);
            stills.Take(frames, grey);
            flashes.Take(frames, rgb);
            frames++;
            progress?.Report(frames);
        }
    }

    /// <summary>What ffmpeg is told: every frame, small.</summary>
    public static IReadOnlyList<string> Arguments(string path) =>
    [
        .. SafeInput.Start, .. SafeInput.Of(path, ContentKind.Mp4), "-map", "0:v:0", "-fps_mode", "passthrough", "-vf", SmallFrames.Filter,
        "-f", "rawvideo", "pipe:1",
    ];
}
