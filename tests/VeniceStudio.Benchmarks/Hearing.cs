using System.Diagnostics;

namespace VeniceStudio.Benchmarks;

/// <summary>
/// How fast and how well songs are heard. Speed and memory always; accuracy, beside other programs on the same files, where
/// <c>STUDIO_BEATS</c> names a folder of annotated songs.
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
            .. Environment.GetEnvironmentVariable("STUDIO_BEATS") is { Length: > 0 } set ? await HearingAccuracy.RunAsync(workshop, set) : [],
        ];
    }

    /// <summary>Runs the published verb on one core; tells how long it took and the most memory that it held.</summary>
    private static async Task<(TimeSpan Took, long Memory)> AnalyzeAsync(Workshop workshop, string song)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(
            "taskset", ["-c", "0", "dotnet", Path.Combine(workshop.App, "VeniceStudio.Server.dll"), "analyze", song, "--json"])
        {
            RedirectStandardOutput = true,
            Environment = { ["DOTNET_TC_QuickJitForLoops"] = "0" },   // as ./studio analyze starts it
        })!;
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
