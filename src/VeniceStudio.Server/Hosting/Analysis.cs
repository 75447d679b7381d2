using VeniceStudio.Media.Audio;
using VeniceStudio.Media.Ffmpeg;

namespace VeniceStudio.Server.Hosting;

/// <summary>
/// The verb <c>analyze SONG [--json]</c>: hears a song and prints what was heard, without starting the studio. A dash, or no song, reads
/// the song from standard input.
/// </summary>
internal static class Analysis
{
    /// <summary>Exit codes: heard, could not be heard, called in a wrong way.</summary>
    private const int Heard = 0, Unheard = 1, WrongUse = 2;

    private const string Usage = "analyze takes one song, or - for standard input, and may take --json: studio analyze SONG [--json]";

    /// <summary>More than any song of twenty minutes takes in the formats that are read, so that a pipe without end does end.</summary>
    private const long MostBytes = 2L << 30;

    /// <summary>Runs the verb; the exit code tells a script how it went.</summary>
    public static async Task<int> RunAsync(string[] args, Func<Stream> input, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        var asJson = args.Contains("--json");
        var songs = args.Where(word => word != "--json").ToList();
        if (songs.Count > 1 || args.Count(word => word == "--json") > 1 || songs is [['-', _, ..]])
        {
            await errors.WriteLineAsync(Usage);
            return WrongUse;
        }
        var fromPipe = songs is [] or ["-"];
        if (fromPipe && ReferenceEquals(output, Console.Out) && !Console.IsInputRedirected)
        {
            await errors.WriteLineAsync(Usage);
            return WrongUse;
        }
        try
        {
            using var spooled = fromPipe ? await SpooledInput.OfAsync(input(), MostBytes, ct) : null;
            var path = spooled?.Path ?? songs[0];
            if (!File.Exists(path)) throw new MediaException(Missing(path));
            var tools = FfmpegTools.Find(Environment.GetEnvironmentVariable("STUDIO_FFMPEG")) ?? new FfmpegTools();
            var song = await new SongHearing(tools).HearAsync(path, null, ct);
            await output.WriteAsync(asJson ? AnalysisReport.Json(song) : AnalysisReport.Table(song));
            return Heard;
        }
        catch (MediaException e)
        {
            await errors.WriteLineAsync(e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"The song could not be read: {e.Message} Check the file and the room on the disk.");
        }
        return Unheard;
    }

    private static string Missing(string path) => Directory.Exists(path)
        ? $"{path} is a folder. Name one song in it."
        : $"There is no file {path}. Check the name and the folder you are in.";
}
