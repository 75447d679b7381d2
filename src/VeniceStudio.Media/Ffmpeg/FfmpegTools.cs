using System.Collections.Concurrent;

namespace VeniceStudio.Media.Ffmpeg;

/// <summary>Where ffmpeg and ffprobe are: names to be found on the PATH, or full paths.</summary>
public sealed record FfmpegTools(string Ffmpeg = "ffmpeg", string Ffprobe = "ffprobe")
{
    private static readonly ConcurrentDictionary<(string Program, string Filter), bool> KnownFilters = new();

    /// <summary>Looks for both programs.</summary>
    /// <param name="setting">The owner's: the ffmpeg program, or the folder that holds it and ffprobe. Null or blank: the PATH.</param>
    /// <returns>Full paths, or null when either program is missing.</returns>
    public static FfmpegTools? Find(string? setting = null)
    {
        if (!string.IsNullOrWhiteSpace(setting))
        {
            var folder = File.Exists(setting) ? Path.GetDirectoryName(Path.GetFullPath(setting))! : setting;
            var named = File.Exists(setting) ? Path.GetFullPath(setting) : Program(folder, "ffmpeg");
            return In(named, Program(folder, "ffprobe"));
        }
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return In(Array.Find(Programs(folders, "ffmpeg"), File.Exists), Array.Find(Programs(folders, "ffprobe"), File.Exists));
    }

    /// <summary>ffmpeg's own version, "5.1.9" for instance; null when it does not start or says something else.</summary>
    public async Task<string?> VersionAsync(CancellationToken ct)
    {
        try
        {
            var said = await ToolRun.ReadAsync(new ToolCall(Ffmpeg, ["-hide_banner", "-version"], TimeSpan.FromSeconds(15)), 64 * 1024, ct);
            var words = said.Text.Split(' ', 4);
            return said.ExitCode == 0 && words is ["ffmpeg", "version", var version, ..] ? version : null;
        }
        catch (MediaException)
        {
            return null;
        }
    }

    /// <summary>Whether this ffmpeg was built with a filter. Asked once for each.</summary>
    public async Task<bool> HasFilterAsync(string filter, CancellationToken ct)
    {
        if (KnownFilters.TryGetValue((Ffmpeg, filter), out var known)) return known;
        var said = await ToolRun.ReadAsync(new ToolCall(Ffmpeg, ["-hide_banner", "-h", $"filter={filter}"], TimeSpan.FromSeconds(15)), 256 * 1024, ct);
        return KnownFilters[(Ffmpeg, filter)] = said.Text.StartsWith($"Filter {filter}", StringComparison.Ordinal);
    }

    private static FfmpegTools? In(string? ffmpeg, string? ffprobe) =>
        File.Exists(ffmpeg) && File.Exists(ffprobe) ? new FfmpegTools(ffmpeg, ffprobe) : null;

    private static string[] Programs(string[] folders, string name) => Array.ConvertAll(folders, folder => Program(folder, name));

    private static string Program(string folder, string name) =>
        Path.GetFullPath(Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name));
}
