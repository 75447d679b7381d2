using VeniceStudio.Media.Ffmpeg;

namespace VeniceStudio.Media.Composition;

/// <summary>
/// Makes a film from its plan. Everything it needs lies in files: ended anywhere, the next call makes only what is missing. The film
/// appears under its name whole or not at all, and until then the one that was there stays.
/// </summary>
/// <param name="tools">Where ffmpeg is.</param>
/// <param name="sideBySide">Encoders at once, of two threads each; each holds the pictures of one segment only.</param>
public sealed class FilmMaking(FfmpegTools tools, int sideBySide = 2)
{
    private static readonly TimeSpan JoinLimit = TimeSpan.FromMinutes(20);

    private const string DiskTrouble = "The film could not be written: the disk is full or cannot be written to. Free some room and compose again.";

    /// <summary>Makes the film.</summary>
    /// <param name="plan">What to make.</param>
    /// <param name="folder">Where segments are kept; any number of films may share it.</param>
    /// <param name="target">The film's file, an MP4. One that is there is replaced once the new one is whole.</param>
    /// <param name="progress">Told at least twice a second while frames are encoded; may be null.</param>
    /// <param name="ct">Ends ffmpeg and all it started. What is finished stays for the next call.</param>
    /// <exception cref="MediaException">A source is missing or damaged, or the machine failed. The message is a sentence.</exception>
    public async Task<ComposedFilm> ComposeAsync(
        CompositionPlan plan, string folder, string target, IProgress<ComposeProgress>? progress, CancellationToken ct)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var segments = new SegmentFolder(folder);
            return await MakeAsync(plan, segments, target, progress, ct)
                ?? (await RemoveDamagedAsync(plan, segments, ct) ? await MakeAsync(plan, segments, target, progress, ct) : null)
                ?? throw new MediaException("The finished parts could not be joined into a film. Check that ffmpeg is installed whole, and compose again.", MediaFault.Tool);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MediaException(DiskTrouble, MediaFault.Tool, e.Message);
        }
    }

    /// <summary>After a power cut a file may have its name and not its content. Such segments are made anew.</summary>
    private async Task<bool> RemoveDamagedAsync(CompositionPlan plan, SegmentFolder folder, CancellationToken ct)
    {
        var packets = new PacketCount(tools);
        var removed = false;
        foreach (var segment in plan.Segments.DistinctBy(segment => segment.Key))
        {
            if (await packets.OfAsync(folder.PathOf(segment.Key), ct) == segment.Frames) continue;
            File.Delete(folder.PathOf(segment.Key));
            removed = true;
        }
        if (plan.Song is null || !folder.Has(plan.Song.Key)) return removed;
        // The song cannot be counted as easily; it is made in a moment.
        File.Delete(folder.PathOf(plan.Song.Key));
        return true;
    }

    /// <returns>Null when the segments do not join to the film's length.</returns>
    private async Task<ComposedFilm?> MakeAsync(
        CompositionPlan plan, SegmentFolder folder, string target, IProgress<ComposeProgress>? progress, CancellationToken ct)
    {
        var groups = plan.Segments.GroupBy(segment => segment.Key).ToList();
        var missing = groups.Where(group => !folder.Has(group.Key)).ToList();
        var counting = new FrameCounting(plan.Timeline.TotalFrames, progress);
        foreach (var group in groups.Except(missing))
        {
            folder.Touch(group.Key);
            counting.Reuse(group.Sum(segment => segment.Frames));
        }
        RefuseMissingSources(plan, missing.SelectMany(group => group), folder);
        foreach (var segment in missing.Select(group => group.First()).Where(segment => segment.Sheet is not null))
            await folder.WriteAsync(segment.SheetName!, segment.Sheet!, ct);
        counting.Tell(ComposeStage.Encoding);

        // The longest first: a long one begun last would leave the other processor idle.
        List<Func<CancellationToken, Task>> work = [.. missing.OrderByDescending(group => group.First().Frames)
            .Select(group => (Func<CancellationToken, Task>)(stop => EncodeAsync(group.First(), group.Count(), folder, counting, stop)))];
        if (plan.Song is { } song && !folder.Has(song.Key)) work.Insert(0, stop => EncodeSongAsync(song, folder, stop));
        await Parallel.ForEachAsync(work, new ParallelOptions { MaxDegreeOfParallelism = sideBySide, CancellationToken = ct }, async (one, stop) => await one(stop));

        counting.Tell(ComposeStage.Joining);
        if (await JoinAsync(plan, folder, target, ct) is not { } bytes) return null;
        counting.Tell(ComposeStage.Done);
        return new(Path.GetFullPath(target), plan.Key, plan.Timeline.TotalFrames, bytes, missing.Count, groups.Count - missing.Count);
    }

    private async Task EncodeAsync(SegmentPlan segment, int uses, SegmentFolder folder, FrameCounting counting, CancellationToken ct)
    {
        using var part = new PartFile(folder.PathOf(segment.Key));
        var made = 0;
        var limit = TimeSpan.FromMinutes(3) + TimeSpan.FromSeconds(segment.Frames * 3);
        var run = await ToolRun.RunAsync(
            new ToolCall(tools.Ffmpeg, segment.Arguments(folder.Path, part.Path), limit),
            async (report, stop) => made = await counting.FollowAsync(segment.Key, uses, report, stop), null, ct);
        if (run.ExitCode != 0 || made != segment.Frames || part.Length == 0)
            throw new MediaException(
                $"The picture at {At(segment.Start, segment)} could not be made: its clip or picture does not decode. Replace that take and compose again.",
                MediaFault.Broken, $"{made} of {segment.Frames} frames. {run.ErrorTail}");
        part.Keep();
        counting.Finish(segment.Key, segment.Frames * uses);
    }

    private async Task EncodeSongAsync(SongPlan song, SegmentFolder folder, CancellationToken ct)
    {
        using var part = new PartFile(folder.PathOf(song.Key));
        var run = await ToolRun.RunAsync(new ToolCall(tools.Ffmpeg, song.Arguments(part.Path), JoinLimit), null, null, ct);
        if (run.ExitCode != 0 || part.Length == 0)
            throw new MediaException("The song cannot be decoded: its file is damaged. Upload it again and compose again.", MediaFault.Broken, run.ErrorTail);
        part.Keep();
    }

    private async Task<long?> JoinAsync(CompositionPlan plan, SegmentFolder folder, string target, CancellationToken ct)
    {
        using var list = new PartFile(Path.Combine(folder.Path, "join"));
        await File.WriteAllTextAsync(list.Path, plan.JoinList(), ct);
        using var part = new PartFile(target);
        var run = await ToolRun.RunAsync(
            new ToolCall(tools.Ffmpeg, plan.JoinArguments(list.Path, plan.Song is { } song ? folder.PathOf(song.Key) : null, part.Path), JoinLimit), null, null, ct);
        if (run.ExitCode != 0 || part.Length == 0 || await new PacketCount(tools).OfAsync(part.Path, ct) != plan.Timeline.TotalFrames) return null;
        var bytes = part.Length;
        part.Keep();
        return bytes;
    }

    private static void RefuseMissingSources(CompositionPlan plan, IEnumerable<SegmentPlan> missing, SegmentFolder folder)
    {
        foreach (var segment in missing)
            if (segment.Inputs.Any(input => !File.Exists(input.File.Path)))
                throw new MediaException($"The clip or picture at {At(segment.Start, segment)} is gone from the library. Choose another take there and compose again.");
        if (plan.Song is { } song && !folder.Has(song.Key) && !File.Exists(song.Song.File.Path))
            throw new MediaException("The song's file is gone from the library. Upload the song again and compose again.");
    }

    private static string At(int frame, SegmentPlan segment) =>
        TimeSpan.FromSeconds(segment.Rate.SecondsAt(frame)).ToString(@"m\:ss\.f", System.Globalization.CultureInfo.InvariantCulture);
}
