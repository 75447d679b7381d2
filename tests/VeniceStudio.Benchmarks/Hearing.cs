using System.Diagnostics;
using System.Text.Json;
using VeniceStudio.Media.Audio;
using VeniceStudio.Media.Ffmpeg;

namespace VeniceStudio.Benchmarks;

/// <summary>
/// How fast and how well songs are heard. Speed and memory always; accuracy where <c>STUDIO_BEATS</c> names a folder of annotated songs,
/// beside what other programs left in its <c>pred</c>.
/// </summary>
internal static class Hearing
{
    private const double FourMinutes = 240, TwentyMinutes = 1200;
    private const int Rounds = 5;

    public static async Task<IReadOnlyList<Measure>> RunAsync(Workshop workshop)
    {
        var folder = workshop.NewFolder("songs");
        var (song, album) = (await MakeAsync(folder, "song.mp3", FourMinutes), await MakeAsync(folder, "album.mp3", TwentyMinutes));
        var speeds = new List<double>();
        for (var round = 0; round <= Rounds; round++)
        {
            var (took, _) = await AnalyzeAsync(workshop, song);
            if (round > 0) speeds.Add(FourMinutes / took.TotalSeconds);
        }
        var (_, memory) = await AnalyzeAsync(workshop, album);
        var speed = Measure.Median(speeds);
        return
        [
            new("hearing a 4-minute MP3 on one core, start included", $"{speed:0} x real time", "", "-", ">= 60", speed >= 60),
            new("memory for a 20-minute MP3", $"{memory / 1e6:0} MB", "", "-", "< 200 MB", memory < 200e6),
            .. Environment.GetEnvironmentVariable("STUDIO_BEATS") is { Length: > 0 } set ? await AccuracyAsync(set) : [],
        ];
    }

    private static async Task<IEnumerable<Measure>> AccuracyAsync(string set)
    {
        var songs = AnnotatedSong.AllIn(set).ToList();
        var hearing = new SongHearing(new FfmpegTools());
        var ours = new Dictionary<string, BeatScore>();
        foreach (var song in songs)
        {
            var grid = (await hearing.HearAsync(song.Path, null, CancellationToken.None)).Grid;
            ours[song.Id] = BeatScore.Of(song, [.. grid.Beats.Select(beat => beat.Seconds)], [.. grid.Beats.Where(beat => beat.IsDownbeat).Select(beat => beat.Seconds)], grid.Tempo);
        }
        var rows = new List<Measure>();
        rows.AddRange(Rows("all songs", songs, ours, promised: true));
        rows.AddRange(Rows("half it was tuned on", [.. songs.Where(song => !song.WasNotTunedOn)], ours, promised: false));
        rows.AddRange(Rows("half not tuned on", [.. songs.Where(song => song.WasNotTunedOn)], ours, promised: false));
        rows.Add(Row("beat F, compound metres", ours, [.. songs.Where(song => song.IsCompound)], score => score.F, 0.75));
        var others = Path.Combine(set, "pred");
        foreach (var other in Directory.Exists(others) ? Directory.GetDirectories(others).Order(StringComparer.Ordinal) : Enumerable.Empty<string>())
            rows.AddRange(Beside(Path.GetFileName(other), songs, ours, songs.ToDictionary(song => song.Id, song => Told(other, song))));
        return rows;
    }

    private static IEnumerable<Measure> Rows(string which, List<AnnotatedSong> songs, Dictionary<string, BeatScore> ours, bool promised) =>
    [
        Row($"beat F, {which} ({songs.Count})", ours, songs, score => score.F, promised ? 0.88 : null),
        Row($"CMLt, {which}", ours, songs, score => score.Continuity, promised ? 0.78 : null),
        Row($"downbeat F, {which}", ours, songs, score => score.DownbeatF, promised ? 0.78 : null),
        Row($"tempo within 4 %, {which}", ours, songs, score => score.Acc1, promised ? 0.85 : null),
        OffsetRow($"offset, {which}", Mean(songs, ours, score => score.Offset), promised),
    ];

    private static Measure Row(string what, Dictionary<string, BeatScore> ours, List<AnnotatedSong> songs, Func<BeatScore, double?> of, double? least)
    {
        var mean = Mean(songs, ours, of);
        return new(what, $"{mean:0.000}", "", "-", least is { } floor ? $">= {floor:0.00}" : "", least is null ? null : mean >= least);
    }

    private static Measure OffsetRow(string what, double offset, bool promised) =>
        new(what, $"{offset:0.0} ms", "", "-", promised ? "within 3 ms" : "", promised ? Math.Abs(offset) <= 3 : null);

    private static IEnumerable<Measure> Beside(string name, List<AnnotatedSong> songs, Dictionary<string, BeatScore> ours, Dictionary<string, BeatScore> theirs)
    {
        foreach (var (what, of) in (ValueTuple<string, Func<BeatScore, double?>>[])
            [("beat F", score => score.F), ("CMLt", score => score.Continuity), ("tempo within 4 %", score => score.Acc1)])
        {
            var (own, other) = (Mean(songs, ours, of), Mean(songs, theirs, of));
            yield return new($"{what}, all songs", $"{own:0.000}", $"{name} {other:0.000}", $"{own / other:0.00}", "", null);
        }
    }

    private static double Mean(List<AnnotatedSong> songs, Dictionary<string, BeatScore> scores, Func<BeatScore, double?> of) =>
        songs.Select(song => of(scores[song.Id])).Where(one => one is not null).Select(one => one!.Value).DefaultIfEmpty().Average();

    private static BeatScore Told(string folder, AnnotatedSong song)
    {
        var file = Path.Combine(folder, song.Id + ".json");
        if (!File.Exists(file)) return BeatScore.Of(song, [], null, 0);
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        var beats = AnnotatedSong.Numbers(json.RootElement, "beats") ?? [];
        var gaps = beats.Zip(beats.Skip(1), (a, b) => b - a).ToArray();
        var tempo = json.RootElement.TryGetProperty("tempo", out var told) && told.ValueKind == JsonValueKind.Number
            ? told.GetDouble() : gaps.Length > 0 ? 60 / Measure.Median(gaps) : 0;
        return BeatScore.Of(song, beats, AnnotatedSong.Numbers(json.RootElement, "downbeats"), tempo);
    }

    /// <summary>Runs the published verb on one core; tells how long it took and the most memory that it held.</summary>
    private static async Task<(TimeSpan Took, long Memory)> AnalyzeAsync(Workshop workshop, string song)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(
            "taskset", ["-c", "0", "dotnet", Path.Combine(workshop.App, "VeniceStudio.Server.dll"), "analyze", song, "--json"]) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var most = 0L;
        while (!process.HasExited)
        {
            most = Math.Max(most, Highest(process.Id));
            await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(20));
        }
        var took = clock.Elapsed;
        if (process.ExitCode != 0 || !(await output).StartsWith('{')) throw new InvalidOperationException("The studio did not hear the benchmark's song.");
        return (took, most);
    }

    /// <summary>The most memory so far, as the system keeps it.</summary>
    private static long Highest(int id)
    {
        try
        {
            var line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(text => text.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], System.Globalization.CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            return 0;   // it has just ended
        }
    }

    /// <summary>Something with a beat: a tone that beeps and a noise that pumps.</summary>
    private static async Task<string> MakeAsync(string folder, string name, double seconds)
    {
        var path = Path.Combine(folder, name);
        using var process = Process.Start("ffmpeg",
            ["-v", "error", "-nostdin", "-f", "lavfi", "-i", $"sine=frequency=110:beep_factor=8:duration={seconds}:sample_rate=44100",
             "-f", "lavfi", "-i", $"anoisesrc=d={seconds}:a=0.2:r=44100", "-filter_complex", "[1]apulsator=hz=2:amount=1[n];[0][n]amix,aformat=channel_layouts=stereo", "-b:a", "192k", path]);
        await process.WaitForExitAsync();
        return path;
    }
}
