using System.Diagnostics;
using System.Globalization;
using VeniceStudio.Media.Composition;
using VeniceStudio.Media.Editing;
using VeniceStudio.Media.Ffmpeg;

namespace VeniceStudio.Benchmarks;

/// <summary>
/// How long a film takes beside one ffmpeg command for the same film, written as somebody would by hand: the same forty clips, filters,
/// encoder settings and song, both as the same user at the same priority. <c>STUDIO_COMPOSE_SECONDS</c> makes it shorter.
/// </summary>
internal static class Composing
{
    private const int Shots = 40, Seconds = 120;
    private static readonly FrameRate Rate = new(24, 1);
    private static readonly FfmpegTools Tools = new();

    public static async Task<IReadOnlyList<Measure>> RunAsync(Workshop workshop)
    {
        var seconds = int.TryParse(Environment.GetEnvironmentVariable("STUDIO_COMPOSE_SECONDS"), CultureInfo.InvariantCulture, out var wanted) ? Math.Clamp(wanted, 10, Seconds) : Seconds;
        var folder = workshop.NewFolder("film");
        var (clips, song) = await MakeAsync(folder, seconds);
        var film = new Timeline(Rate, FrameSize.Wide, seconds * 24, [.. Cut(clips, seconds)]) { Song = song };
        var making = new FilmMaking(Tools);
        var version = await Tools.VersionAsync(CancellationToken.None) ?? "unknown";

        // In turns, and the better of two: on a shared machine one and the same command takes half as long again from minute to minute.
        var byHandFirst = await TimedAsync(() => ByHandAsync(clips, song, film, Path.Combine(folder, "hand.mp4")));
        var first = await TimedAsync(() => ComposeAsync(film, "first.mp4", "first segments"));
        var second = await TimedAsync(() => ComposeAsync(film, "film.mp4"));
        var (byHand, byHandMemory, byHandWork) = Better(byHandFirst, await TimedAsync(() => ByHandAsync(clips, song, film, Path.Combine(folder, "hand.mp4"))));
        var (whole, memory, work) = Better(first, second);
        var changed = film with { Spans = [.. film.Spans.Select((span, i) => i == Shots / 2 ? span with { Source = ((ClipSource)span.Source) with { In = 0.1 } } : span)] };
        var (one, _, oneWork) = await TimedAsync(() => ComposeAsync(changed, "film.mp4"));
        var (measured, _, _) = await TimedAsync(async () =>
        {
            var card = await new FilmMeasuring(Tools).MeasureAsync(Path.Combine(folder, "film.mp4"), changed, null, CancellationToken.None);
            if (!card.IsWhole) throw new InvalidOperationException($"The film is not whole: {card.FramesFound} frames, {card.CutsOnTime:0.00} of cuts, worst {card.WorstCut}.");
        });
        return
        [
            new($"composing {Shots} shots, {seconds} s, 1080p24", $"{whole:0.0} s", $"one ffmpeg command {byHand:0.0} s", $"{whole / byHand:0.00}", "<= 1.00", whole <= byHand),
            new("after one shot of forty changed", $"{one:0.0} s", $"whole film {whole:0.0} s", $"{one / whole:0.000}", "<= 0.060", one <= 0.06 * whole),
            new("its processor time", $"{work:0.0} s", $"one ffmpeg command {byHandWork:0.0} s", $"{work / byHandWork:0.00}", "", null),
            new("processor time after one shot of forty", $"{oneWork:0.0} s", $"whole film {work:0.0} s", $"{oneWork / work:0.000}", "", null),
            new("memory of all encoders", $"{memory / 1e6:0} MB", $"one ffmpeg command {byHandMemory / 1e6:0} MB", $"{(double)memory / byHandMemory:0.00}", "< 600 MB", memory < 600e6),
            new("measuring the film", $"{measured:0.0} s", "", "-", "", null),
        ];

        async Task ComposeAsync(Timeline timeline, string name, string segments = "segments") =>
            await making.ComposeAsync(CompositionPlan.Of(timeline, version), Path.Combine(folder, segments), Path.Combine(folder, name), null, CancellationToken.None);

        static (double, long, double) Better((double Seconds, long Memory, double Work) one, (double Seconds, long Memory, double Work) other) =>
            (Math.Min(one.Seconds, other.Seconds), Math.Max(one.Memory, other.Memory), Math.Min(one.Work, other.Work));
    }

    private static IEnumerable<FilmSpan> Cut(IReadOnlyList<SourceFile> clips, int seconds)
    {
        for (var i = 0; i < Shots; i++)
        {
            var (start, end) = (Rate.FrameAt((double)seconds * i / Shots), Rate.FrameAt((double)seconds * (i + 1) / Shots));
            yield return new(start, end - start, new ClipSource(clips[i], 0.25, (double)seconds / Shots + 1));
        }
    }

    private static async Task ByHandAsync(IReadOnlyList<SourceFile> clips, SongSource song, Timeline film, string target)
    {
        var chains = film.Spans.Select((span, i) => string.Create(CultureInfo.InvariantCulture,
            $"[{i}:v]trim=start=0.25,setpts=PTS-STARTPTS,fps=24,trim=end_frame={span.Frames},scale=1920:1080:flags=lanczos,setsar=1,format=yuv420p[v{i}]"));
        var joined = string.Concat(Enumerable.Range(0, Shots).Select(i => $"[v{i}]"));
        await FfmpegAsync(
        [
            .. clips.SelectMany(clip => (string[])["-i", clip.Path]), "-i", song.File.Path,
            "-filter_complex", $"{string.Join(';', chains)};{joined}concat=n={Shots}:v=1:a=0[v]", "-map", "[v]", "-map", $"{Shots}:a",
            "-c:v", "libx264", "-preset", FilmEncoding.Usual.Preset, "-crf", $"{FilmEncoding.Usual.Quality}", "-pix_fmt", "yuv420p", "-r", "24",
            "-c:a", "aac", "-b:a", "256k", "-t", film.Rate.SecondsAt(film.TotalFrames).ToString(CultureInfo.InvariantCulture), "-movflags", "+faststart", target,
        ]);
    }

    /// <summary>Clips of 1080p with much that moves, as a generator's are, and a song.</summary>
    private static async Task<(IReadOnlyList<SourceFile> Clips, SongSource Song)> MakeAsync(string folder, int seconds)
    {
        var clips = new List<SourceFile>();
        var length = (double)seconds / Shots + 1;
        for (var i = 0; i < Shots; i++)
        {
            var path = Path.Combine(folder, $"clip{i}.mp4");
            await FfmpegAsync(["-f", "lavfi", "-i", string.Create(CultureInfo.InvariantCulture, $"testsrc2=s=960x540:r=24:d={length:0.###},noise=alls=6:allf=t:all_seed={i + 1},scale=1920:1080"),
                "-c:v", "libx264", "-preset", "ultrafast", "-crf", "20", "-pix_fmt", "yuv420p", "-colorspace", "bt709", path]);
            clips.Add(await SourceFile.OfAsync(path, CancellationToken.None));
        }
        var song = Path.Combine(folder, "song.mp3");
        await FfmpegAsync(["-f", "lavfi", "-i", $"anoisesrc=d={seconds}:a=0.2:r=44100,apulsator=hz=2", "-ac", "2", "-b:a", "192k", song]);
        return (clips, await new SourceLook(Tools).SongAsync(await SourceFile.OfAsync(song, CancellationToken.None), CancellationToken.None));
    }

    private static async Task FfmpegAsync(IReadOnlyList<string> arguments)
    {
        var run = await ToolRun.RunAsync(new ToolCall(Tools.Ffmpeg, ["-v", "error", "-nostdin", "-y", .. arguments], TimeSpan.FromMinutes(30)), null, null, CancellationToken.None);
        if (run.ExitCode != 0) throw new InvalidOperationException(run.ErrorTail);
    }

    /// <summary>
    /// Runs something and tells how long it took, the most memory that its ffmpegs held at one time, and their processor time, which
    /// says something also on a machine that others use.
    /// </summary>
    private static async Task<(double Seconds, long Memory, double Work)> TimedAsync(Func<Task> run)
    {
        var (clock, worked) = (Stopwatch.StartNew(), ChildrensWork());
        var running = run();
        var most = 0L;
        while (await Task.WhenAny(running, Task.Delay(100)) != running) most = Math.Max(most, Process.GetProcessesByName("ffmpeg").Where(IsOurs).Sum(process => process.WorkingSet64));
        await running;
        return (clock.Elapsed.TotalSeconds, most, ChildrensWork() - worked);
    }

    /// <summary>Seconds of processor time of all ended children; the system counts hundredths.</summary>
    private static double ChildrensWork()
    {
        var words = WordsOf("self");
        return (long.Parse(words[13], CultureInfo.InvariantCulture) + long.Parse(words[14], CultureInfo.InvariantCulture)) / 100.0;
    }

    /// <summary>What the system tells of a process, from behind its name.</summary>
    private static string[] WordsOf(string id)
    {
        var stat = File.ReadAllText($"/proc/{id}/stat");
        return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
    }

    /// <summary>Others may be running an ffmpeg of their own.</summary>
    private static bool IsOurs(Process process)
    {
        try
        {
            return int.Parse(WordsOf(process.Id.ToString(CultureInfo.InvariantCulture))[1], CultureInfo.InvariantCulture) == Environment.ProcessId;
        }
        catch (IOException)
        {
            return false;   // it has just ended
        }
    }
}
