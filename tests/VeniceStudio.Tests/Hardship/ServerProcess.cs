using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace VeniceStudio.Tests.Hardship;

/// <summary>The studio as its own operating system process, which can be killed as no test host can be.</summary>
internal sealed partial class ServerProcess : IDisposable
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly TaskCompletionSource<Uri> _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;

    private ServerProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Heard(line.Data);
        _process.ErrorDataReceived += (_, line) => Heard(line.Data);
        _process.Exited += (_, _) => _open.TrySetException(new IOException("The studio ended before it was open.\n" + Output));
        // Whoever kills a process before it is open never asks; the exception is observed here.
        _ = _open.Task.ContinueWith(task => task.Exception, TaskScheduler.Default);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Everything it wrote so far, both streams.</summary>
    public string Output => string.Join('\n', _lines);

    /// <summary>Where it listens, once it does.</summary>
    /// <exception cref="IOException">It ended before.</exception>
    public Task<Uri> OpenAsync(CancellationToken ct) => _open.Task.WaitAsync(TimeSpan.FromSeconds(60), ct);

    public static ServerProcess Start(string folder, IReadOnlyDictionary<string, string> settings)
    {
        // Started from the data folder, so that no .env of a developer is read.
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // A ready-to-run build, where there is one, starts in a third of the time; a hundred starts are most of what these tests cost.
        start.ArgumentList.Add(Environment.GetEnvironmentVariable("STUDIO_TEST_SERVER") ?? Path.Combine(AppContext.BaseDirectory, "VeniceStudio.Server.dll"));
        start.ArgumentList.Add("serve");
        foreach (var name in new[] { "DATABASE_URL", "STUDIO_SIGN_IN", "STUDIO_OWNER_EMAIL", "STUDIO_OWNER_PASSWORD" }) start.Environment.Remove(name);
        start.Environment["PORT"] = "0";
        start.Environment["STUDIO_HOST"] = "127.0.0.1";   // "localhost" cannot take any free port: it is two addresses
        start.Environment["STUDIO_DATA"] = folder;
        start.Environment["STUDIO_RATE_FACTOR"] = "1000";
        // Most of these processes live for a second: instrumenting their code for later would only cost.
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var (name, value) in settings) start.Environment[name] = value;
        return new ServerProcess(start);
    }

    /// <summary>Whether it has a program file of this name open now; Linux tells, elsewhere nothing seems loaded.</summary>
    public bool HasLoaded(string name) => File.Exists($"/proc/{_process.Id}/maps") && File.ReadAllText($"/proc/{_process.Id}/maps").Contains(name, StringComparison.Ordinal);

    /// <summary>SIGKILL: no handler runs, nothing is flushed. Children such as ffmpeg live on, as they would.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>SIGTERM; returns how long it took to end, and fails when that is more than half a minute.</summary>
    public async Task<TimeSpan> TerminateAsync()
    {
        var watch = Stopwatch.StartNew();
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(CancellationToken.None);
        await _process.WaitForExitAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30), CancellationToken.None);
        return watch.Elapsed;
    }

    public int ExitCode => _process.ExitCode;

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    private void Heard(string? line)
    {
        if (line is null) return;
        _lines.Enqueue(line);
        if (Greeting().Match(line) is { Success: true } match) _open.TrySetResult(new Uri($"http://127.0.0.1:{match.Groups[1].Value}"));
    }

    [GeneratedRegex(@"^The studio is open at http://localhost:(\d+)")]
    private static partial Regex Greeting();
}
