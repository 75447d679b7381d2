using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace VeniceStudio.Benchmarks;

/// <summary>A program that the benchmark started, and ends.</summary>
internal sealed class Running : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Process _process;

    private Running(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    /// <summary>From the start of the process to the first good answer.</summary>
    public TimeSpan Started { get; private set; }

    /// <summary>Starts a program and asks again and again, from the first moment, until it answers 200.</summary>
    /// <exception cref="InvalidOperationException">It did not within half a minute.</exception>
    public static async Task<Running> StartAsync(
        string program, IEnumerable<string> arguments, int port, string path, IReadOnlyDictionary<string, string>? environment = null, string folder = "/")
    {
        var info = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) info.Environment[name] = value;
        var watch = Stopwatch.StartNew();
        var running = new Running(Process.Start(info)!, port);
        running._process.OutputDataReceived += (_, _) => { };   // a full pipe would hold it up
        running._process.ErrorDataReceived += (_, _) => { };
        running._process.BeginOutputReadLine();
        running._process.BeginErrorReadLine();
        while (!await ListensAsync(port) || !await AnswersAsync(port, path))
        {
            if (watch.Elapsed > Patience || running._process.HasExited)
            {
                running.Dispose();
                throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} did not answer on port {port}.");
            }
            await Task.Delay(5);
        }
        running.Started = watch.Elapsed;
        return running;
    }

    /// <summary>Memory that is resident now, bytes, of the process itself.</summary>
    public long Memory() => Status("VmRSS:");

    /// <summary>Processor time it has taken.</summary>
    public TimeSpan Processor()
    {
        _process.Refresh();
        return _process.TotalProcessorTime;
    }

    /// <summary>The most resident memory while something runs, looked at a hundred times a second.</summary>
    public async Task<long> PeakDuringAsync(Task work)
    {
        var peak = Memory();
        while (!work.IsCompleted)
        {
            await Task.WhenAny(work, Task.Delay(10));
            peak = Math.Max(peak, Memory());
        }
        await work;
        return peak;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private long Status(string name)
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith(name, StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024;
    }

    // Asked without exceptions: two hundred of them a second would take a good part of a core from the program that starts.
    private static async Task<bool> ListensAsync(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        var tried = new TaskCompletionSource<SocketError>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var attempt = new SocketAsyncEventArgs { RemoteEndPoint = new IPEndPoint(IPAddress.Loopback, port) };
        attempt.Completed += (_, done) => tried.TrySetResult(done.SocketError);
        return (socket.ConnectAsync(attempt) ? await tried.Task : attempt.SocketError) == SocketError.Success;
    }

    private static async Task<bool> AnswersAsync(int port, string path)
    {
        try
        {
            return (await Fetch.RunAsync(port, $"GET {path} HTTP/1.1")).Status == 200;
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return false;
        }
    }
}
