using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace VeniceStudio.Benchmarks;

/// <summary>Another program that hears beats, and how it heard the annotated songs.</summary>
/// <param name="Name">For the table.</param>
/// <param name="Scores">By the songs' ids. None of these programs tells downbeats.</param>
/// <param name="Speed">Times real time over all songs, on this machine as busy as it was; without decoding for essentia.js.</param>
internal sealed record BeatPeer(string Name, IReadOnlyDictionary<string, BeatScore> Scores, double Speed)
{
    private const string Essentia = "essentia.js@0.1.3";

    /// <summary>Runs the peers that can be had here: essentia.js in both its methods, and aubio. One that cannot is named on standard error and left out.</summary>
    public static async Task<IReadOnlyList<BeatPeer>> AllAsync(Workshop workshop, IReadOnlyList<AnnotatedSong> songs)
    {
        var peers = new List<BeatPeer>();
        var modules = await InstallAsync(workshop.NewFolder("essentia"));
        foreach (var method in modules is null ? [] : (string[])["degara", "multifeature"]) peers.Add(await EssentiaAsync(modules!, method, songs));
        if (await HasAsync("aubio", "--version")) peers.Add(await AubioAsync(songs));
        else await Console.Error.WriteLineAsync("hearing: aubio is not installed (aubio-tools), it is left out");
        return peers;
    }

    private static async Task<string?> InstallAsync(string folder)
    {
        var (code, _) = await RunAsync("npm", ["install", "--no-audit", "--no-fund", "--prefix", folder, Essentia]);
        if (code == 0) return Path.Combine(folder, "node_modules");
        await Console.Error.WriteLineAsync($"hearing: npm could not install {Essentia}, it is left out");
        return null;
    }

    private static async Task<BeatPeer> EssentiaAsync(string modules, string method, IReadOnlyList<AnnotatedSong> songs)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "essentia.cjs");
        var (code, said) = await RunAsync("node", [script, method, .. songs.Select(song => song.Path)], ("NODE_PATH", modules));
        var lines = said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (code != 0 || lines.Length != songs.Count) throw new InvalidOperationException($"essentia.js heard {lines.Length} of {songs.Count} songs.");
        var (scores, seconds, heard) = (new Dictionary<string, BeatScore>(), 0.0, 0.0);
        foreach (var (song, line) in songs.Zip(lines))
        {
            using var json = JsonDocument.Parse(line);
            scores[song.Id] = BeatScore.Of(song, AnnotatedSong.Numbers(json.RootElement, "beats")!, null, json.RootElement.GetProperty("tempo").GetDouble());
            (seconds, heard) = (seconds + json.RootElement.GetProperty("seconds").GetDouble(), heard + song.Seconds);
        }
        return new BeatPeer(method, scores, heard / seconds);
    }

    private static async Task<BeatPeer> AubioAsync(IReadOnlyList<AnnotatedSong> songs)
    {
        var (scores, watch, heard) = (new Dictionary<string, BeatScore>(), new Stopwatch(), 0.0);
        foreach (var song in songs)
        {
            watch.Start();
            var (_, said) = await RunAsync("aubio", ["beat", song.Path]);
            watch.Stop();
            heard += song.Seconds;
            double[] beats = [.. said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => double.Parse(line.Split('\t', ' ')[0], CultureInfo.InvariantCulture))];
            double[] gaps = [.. beats.Zip(beats.Skip(1), (a, b) => b - a)];
            scores[song.Id] = BeatScore.Of(song, beats, null, gaps.Length > 0 ? 60 / Measure.Median(gaps) : 0);
        }
        return new BeatPeer("aubio", scores, heard / watch.Elapsed.TotalSeconds);
    }

    private static async Task<bool> HasAsync(string program, string argument)
    {
        try
        {
            return (await RunAsync(program, [argument])).Code == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static async Task<(int Code, string Said)> RunAsync(string program, IEnumerable<string> arguments, (string Name, string Value)? setting = null)
    {
        var info = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (setting is { } one) info.Environment[one.Name] = one.Value;
        using var process = Process.Start(info)!;
        process.ErrorDataReceived += (_, _) => { };   // a full pipe would hold it up
        process.BeginErrorReadLine();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said);
    }
}
