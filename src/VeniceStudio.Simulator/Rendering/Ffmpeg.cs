using System.Diagnostics;
using System.Text;

namespace VeniceStudio.Simulator.Rendering;

/// <summary>Starts ffmpeg with a pipe into it, and ends it.</summary>
internal static class Ffmpeg
{
    /// <param name="arguments">Without the program.</param>
    /// <param name="folder">Where relative file names are looked up.</param>
    /// <exception cref="RenderFailure">ffmpeg is not installed.</exception>
    public static Process Start(IEnumerable<string> arguments, string folder)
    {
        var start = new ProcessStartInfo("ffmpeg", arguments)
        {
            WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8, UseShellExecute = false,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new RenderFailure("The simulator draws with ffmpeg, which could not be started. Install ffmpeg and try again.", missing);
        }
    }

    public static void End(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It ended by itself between the decision and the kill.
        }
    }
}
