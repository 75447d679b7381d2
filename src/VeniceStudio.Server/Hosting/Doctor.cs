using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using VeniceStudio.Media.Composition;
using VeniceStudio.Media.Ffmpeg;

namespace VeniceStudio.Server.Hosting;

/// <summary>
/// Looks at everything that the studio stands on without starting it: one sentence each, written for the person who has to act on
/// it. Buys nothing; makes the data folder, tries a small object in an S3 store and takes it away again, and never shows a key.
/// </summary>
internal static class Doctor
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    /// <summary>Prints the findings; 1 when something is broken, otherwise 0.</summary>
    public static async Task<int> RunAsync(Func<StudioOptions> settings, TimeProvider time, TextWriter output)
    {
        StudioOptions options;
        try
        {
            options = settings();
        }
        catch (SettingsException e)
        {
            foreach (var sentence in e.Message.Split(Environment.NewLine)) await output.WriteLineAsync(Finding.Broken(sentence).ToString());
            return 1;
        }
        var broken = false;
        using var limit = new CancellationTokenSource(Patience, time);
        await foreach (var finding in ExamineAsync(options, time).WithCancellation(limit.Token))
        {
            broken |= finding.State == FindingState.Broken;
            await output.WriteLineAsync(finding.ToString());
        }
        return broken ? 1 : 0;
    }

    internal static async IAsyncEnumerable<Finding> ExamineAsync(
        StudioOptions options, TimeProvider time, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct = default)
    {
        yield return Finding.Ok(options.LoopbackOnly
            ? $"Settings are in order. Only this computer reaches the studio, on port {options.Port}, and its user is the owner."
            : $"Settings are in order. The studio listens on {options.Host}, port {options.Port}, and asks everybody to sign in.");
        yield return PortOf(options);
        yield return await FolderAsync(options, ct);
        foreach (var finding in await ToolsAsync(ct)) yield return finding;
        yield return await DatabaseDoctor.LookAsync(options, time, ct);
        if (options.S3 is { } s3) yield return await S3Doctor.LookAsync(s3, ct);
        await foreach (var finding in VeniceDoctor.LookAsync(options, time, ct)) yield return finding;
    }

    private static Finding PortOf(StudioOptions options)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, options.Port);
            listener.Start();
            return Finding.Ok($"Port {options.Port} is free.");
        }
        catch (SocketException e)
        {
            return e.SocketErrorCode == SocketError.AccessDenied
                ? Finding.Broken($"Port {options.Port} may not be opened by this user. Set PORT to one above 1023.")
                : Finding.Note($"Something listens on port {options.Port}: this studio, or another program. If it is not the studio, set PORT to another one.");
        }
    }

    private static async Task<Finding> FolderAsync(StudioOptions options, CancellationToken ct)
    {
        try
        {
            Directory.CreateDirectory(options.DataFolder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Finding.Broken($"The data folder {options.DataFolder} cannot be made. Check STUDIO_DATA and who owns the folder above it.");
        }
        var health = await new DataFolderHealth(options).CheckHealthAsync(new HealthCheckContext(), ct);
        return health.Status switch
        {
            HealthStatus.Healthy => Finding.Ok(FormattableString.Invariant(
                $"The data folder {options.DataFolder} can be written and has {new DriveInfo(options.DataFolder).AvailableFreeSpace / 1e9:0.0} GB free.")),
            HealthStatus.Degraded => Finding.Note(health.Description!),
            _ => Finding.Broken(health.Description!),
        };
    }

    private static async Task<IReadOnlyList<Finding>> ToolsAsync(CancellationToken ct)
    {
        const string Install = "Install it: apt-get install ffmpeg, or brew install ffmpeg.";
        if (FfmpegTools.Find() is not { } tools) return [Finding.Broken($"ffmpeg or ffprobe is not on the PATH. {Install}")];
        if (await tools.VersionAsync(ct) is not { } version) return [Finding.Broken($"ffmpeg is there and does not start. {Install}")];
        var probe = await StartsAsync(tools.Ffprobe, ct);
        return
        [
            Finding.Ok($"ffmpeg {version}."), probe ? Finding.Ok("ffprobe starts.") : Finding.Broken($"ffprobe is there and does not start. {Install}"), await WordsAsync(tools, ct),
        ];
    }

    /// <summary>Films without words can be made all the same.</summary>
    private static async Task<Finding> WordsAsync(FfmpegTools tools, CancellationToken ct)
    {
        try
        {
            return await new FontCheck(tools).FindsOneAsync(null, ct) ? Finding.Ok("ffmpeg finds a font for captions and cards.") : Finding.Note(FontCheck.Sentence);
        }
        catch (MediaException e)
        {
            return Finding.Note(e.Message);
        }
    }

    private static async Task<bool> StartsAsync(string program, CancellationToken ct)
    {
        try
        {
            return (await ToolRun.ReadAsync(new ToolCall(program, ["-hide_banner", "-version"], TimeSpan.FromSeconds(15)), 64 * 1024, ct)).ExitCode == 0;
        }
        catch (MediaException)
        {
            return false;
        }
    }
}
