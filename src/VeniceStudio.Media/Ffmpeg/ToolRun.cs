using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace VeniceStudio.Media.Ffmpeg;

/// <summary>Runs a program without a shell, with nothing to read, under a time limit, and leaves no child behind.</summary>
public static class ToolRun
{
    private const int TailLength = 4096;

    /// <summary>128 and the number of SIGKILL.</summary>
    private const int KilledBySystem = 137;

    /// <summary>128 and the number of SIGHUP, SIGINT, SIGTERM, and what ffmpeg ends with after any of these.</summary>
    private static readonly int[] ToldToEnd = [129, 130, 143, 255];

    /// <summary>A studio that is told to stop says so to its work well within this.</summary>
    private static readonly TimeSpan ToldTogether = TimeSpan.FromSeconds(5);

    /// <summary>The only variables a child gets: the studio's own hold the Venice key and passwords.</summary>
    private static readonly string[] Inherited = ["PATH", "HOME", "TMPDIR", "TEMP", "TMP", "LANG", "LD_LIBRARY_PATH", "SystemRoot"];

    /// <summary>Runs to the end. Cancelling, or passing the limit, kills the program and all it started.</summary>
    /// <param name="call">What to run.</param>
    /// <param name="readOutput">Takes standard output as it comes; null throws it away.</param>
    /// <param name="onErrorLine">Sees every line of standard error, in order.</param>
    /// <param name="ct">Stops the run.</param>
    /// <exception cref="MediaException">The program did not start, passed its limit, or the machine ran out of memory or disk.</exception>
    public static async Task<ToolOutcome> RunAsync(
        ToolCall call, Func<Stream, CancellationToken, Task>? readOutput, Action<string>? onErrorLine, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var process = Start(call);
        limit.CancelAfter(call.Limit);
        var tail = new StringBuilder();
        try
        {
            var errors = ReadErrorsAsync(process.StandardError, tail, onErrorLine, limit.Token);
            var output = (readOutput ?? DiscardAsync)(process.StandardOutput.BaseStream, limit.Token);
            await Task.WhenAll(StopAllIfFailed(errors, limit), StopAllIfFailed(output, limit), process.WaitForExitAsync(limit.Token));
            return await UnharmedAsync(new ToolOutcome(process.ExitCode, tail.ToString()), ct);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested && limit.IsCancellationRequested)
        {
            throw new MediaException(
                $"The work on this file took longer than {call.Limit.TotalSeconds:0} seconds and was stopped. "
                + "Try again, or take a smaller one.",
                MediaFault.Tool, tail.ToString());
        }
        finally
        {
            await EndAsync(process);
        }
    }

    /// <summary>Runs to the end and returns standard output as text; it stops when that passes <paramref name="most"/> bytes.</summary>
    public static async Task<ToolText> ReadAsync(ToolCall call, int most, CancellationToken ct)
    {
        using var text = new MemoryStream();
        var outcome = await RunAsync(call, CopyAsync, null, ct);
        return new ToolText(outcome.ExitCode, Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length), outcome.ErrorTail);

        async Task CopyAsync(Stream output, CancellationToken stop)
        {
            var buffer = new byte[8192];
            for (int read; (read = await output.ReadAsync(buffer, stop)) > 0;)
            {
                if (text.Length + read > most) throw new MediaException("This file describes itself at an absurd length. Try another one.");
                text.Write(buffer, 0, read);
            }
        }
    }

    /// <summary>
    /// A full disk, a lack of memory, or Ctrl-C must not be blamed on the file: a paid clip would be thrown away for it. A terminal's Ctrl-C
    /// reaches the studio and its tools at once, and a tool is gone before the studio has told its work to stop: that is waited for.
    /// </summary>
    private static async Task<ToolOutcome> UnharmedAsync(ToolOutcome outcome, CancellationToken ct)
    {
        if (ToldToEnd.Contains(outcome.ExitCode))
        {
            await Task.Delay(ToldTogether, ct);
            throw new MediaException("The work on this file was ended from outside. Try again.", MediaFault.Tool, outcome.ErrorTail);
        }
        if (outcome.ExitCode == KilledBySystem)
            throw new MediaException(
                "The system ended the work on this file, most likely for lack of memory. Give the studio more memory, or try again later.",
                MediaFault.Tool, outcome.ErrorTail);
        if (outcome.ExitCode != 0 && outcome.ErrorTail.Contains("No space left on device", StringComparison.Ordinal))
            throw new MediaException("The disk is full. Free some room and try again.", MediaFault.Tool, outcome.ErrorTail);
        return outcome;
    }

    private static Process Start(ToolCall call)
    {
        var start = new ProcessStartInfo(call.Program, call.Arguments)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var kept = Inherited.Select(name => (name, value: Environment.GetEnvironmentVariable(name))).ToList();
        start.Environment.Clear();
        foreach (var (name, value) in kept.Where(pair => pair.value is not null)) start.Environment[name] = value;
        start.Environment["AV_LOG_FORCE_NOCOLOR"] = "1";
        try
        {
            var process = Process.Start(start)!;
            process.StandardInput.Close();
            GiveWay(process);
            return process;
        }
        catch (Win32Exception e)
        {
            throw new MediaException(
                $"{Path.GetFileName(call.Program)} could not be started. Install ffmpeg, or set STUDIO_FFMPEG to the folder that holds it.",
                MediaFault.Tool, e.Message);
        }
    }

    /// <summary>Answering browsers comes before decoding.</summary>
    private static void GiveWay(Process process)
    {
        try
        {
            process.PriorityClass = ProcessPriorityClass.BelowNormal;
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            // It has ended already, or the host forbids it: a courtesy, not a need.
        }
    }

    /// <summary>A reader that gives up must not leave the program waiting for ever on a full pipe.</summary>
    private static async Task StopAllIfFailed(Task reading, CancellationTokenSource run)
    {
        try
        {
            await reading;
        }
        catch
        {
            await run.CancelAsync();
            throw;
        }
    }

    private static Task DiscardAsync(Stream output, CancellationToken ct) => output.CopyToAsync(Stream.Null, ct);

    private static async Task ReadErrorsAsync(StreamReader errors, StringBuilder tail, Action<string>? onLine, CancellationToken ct)
    {
        while (await errors.ReadLineAsync(ct) is { } line)
        {
            onLine?.Invoke(line);
            tail.Append(line).Append('\n');
            if (tail.Length > TailLength) tail.Remove(0, tail.Length - TailLength);
        }
    }

    private static async Task EndAsync(Process process)
    {
        if (process.HasExited) return;
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended between the question and the kill.
        }
        await process.WaitForExitAsync(CancellationToken.None);
    }
}
