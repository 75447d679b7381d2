using VeniceStudio.Media.Ffmpeg;

namespace VeniceStudio.Media.Composition;

/// <summary>Runs exports. A file appears whole or not at all.</summary>
public sealed class FilmExporting(FfmpegTools tools)
{
    /// <summary>Makes one file.</summary>
    /// <param name="plan">What to make.</param>
    /// <param name="target">The file; one that is there is replaced once the new one is whole.</param>
    /// <param name="progress">Told frames made so far; may be null.</param>
    /// <param name="ct">Ends ffmpeg.</param>
    /// <returns>The file's bytes.</returns>
    /// <exception cref="MediaException">The film is missing or damaged, or the machine failed.</exception>
    public async Task<long> ExportAsync(ExportPlan plan, string target, IProgress<int>? progress, CancellationToken ct)
    {
        try
        {
            using var part = new PartFile(target);
            var counting = new FrameCounting(plan.Frames, progress is null ? null : new Listener(progress));
            var limit = TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(plan.Frames * 3);
            var made = 0;
            var run = await ToolRun.RunAsync(
                new ToolCall(tools.Ffmpeg, plan.Arguments(part.Path), limit),
                async (report, stop) => made = await counting.FollowAsync("", 1, report, stop), null, ct);
            if (run.ExitCode != 0 || part.Length == 0)
                throw new MediaException("The export could not be made from this film. Compose the film again, then export it.", MediaFault.Broken, run.ErrorTail);
            // Copied packets are counted at their times, of which the last may not be told; what is encoded is counted exactly.
            if (plan.Frames > 0 && made < plan.Frames && !plan.Output.Contains("copy"))
                throw new MediaException("The film ends before the export does. Compose the film again, then export it.", MediaFault.Broken, $"{made} of {plan.Frames} frames");
            var bytes = part.Length;
            part.Keep();
            return bytes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MediaException("The export could not be written: the disk is full or cannot be written to. Free some room and try again.", MediaFault.Tool, e.Message);
        }
    }

    /// <summary>Makes a GIF of at most so many bytes.</summary>
    /// <returns>The file's bytes, and which of <see cref="GifPlan.Steps"/> it took.</returns>
    /// <exception cref="MediaException">Even the coarsest is larger.</exception>
    public async Task<(long Bytes, int Step)> ExportGifAsync(FilmFile film, FrameStretch stretch, long most, string target, CancellationToken ct)
    {
        using var part = new PartFile(target);
        for (var step = 0; step < GifPlan.Steps.Count;)
        {
            var bytes = await ExportAsync(GifPlan.Of(film, stretch, step), part.Path, null, ct);
            if (bytes <= most)
            {
                part.Keep();
                return (bytes, step);
            }
            step = GifPlan.NextAfter(step, bytes, most);
        }
        throw new MediaException($"A GIF of this stretch does not fit into {most / 1e6:0.#} MB. Choose a shorter stretch.", MediaFault.OutsideLimits);
    }

    private sealed class Listener(IProgress<int> frames) : IProgress<ComposeProgress>
    {
        public void Report(ComposeProgress value) => frames.Report(value.Frames);
    }
}
