using VeniceStudio.Media.Editing;
using VeniceStudio.Media.Ffmpeg;

namespace VeniceStudio.Media.Composition;

/// <summary>
/// Whether words can be drawn on this machine at all: without any font libass leaves them out and says nothing to anybody. One letter is drawn
/// as a film would draw it, because what fontconfig lists and what ffmpeg finds are not always the same.
/// </summary>
public sealed class FontCheck(FfmpegTools tools)
{
    public const string Sentence =
        "No font is found on this computer, so words would be missing from the picture. Install one (apt-get install fonts-dejavu-core), or leave captions and cards out.";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <param name="folder">Where a small file may lie for a moment; null for the system's own.</param>
    /// <param name="ct">Ends ffmpeg.</param>
    /// <exception cref="MediaException">ffmpeg does not start, or was built without libass.</exception>
    public async Task<bool> FindsOneAsync(string? folder, CancellationToken ct)
    {
        var film = new Timeline(new FrameRate(24, 1), new FrameSize(160, 90), 1, []) { Texts = [new ScreenText(0, 1, "A", TextStyle.Large)] };
        var sheet = Path.Combine(folder ?? Path.GetTempPath(), $"{Guid.CreateVersion7():N}.ass");
        try
        {
            await File.WriteAllTextAsync(sheet, AssSheet.Of(film, 0, 1), ct);
            var drawn = 0;
            var run = await ToolRun.RunAsync(new ToolCall(tools.Ffmpeg,
            [
                "-hide_banner", "-nostdin", "-v", "error", "-f", "lavfi", "-i", $"color=black:s={film.Size}:r=24", "-vf", $"ass=filename={FilterText.Path(sheet)},format=gray",
                "-frames:v", "1", "-f", "rawvideo", "pipe:1",
            ], Limit), async (picture, stop) => drawn = await LitAsync(picture, stop), null, ct);
            return run.ExitCode == 0 ? drawn > 0 : throw new MediaException("ffmpeg cannot draw words: it was built without libass. Install a whole ffmpeg.", MediaFault.Tool, run.ErrorTail);
        }
        finally
        {
            File.Delete(sheet);
        }
    }

    /// <summary>Points of a grey picture that are clearly brighter than black.</summary>
    private static async Task<int> LitAsync(Stream picture, CancellationToken ct)
    {
        using var points = new MemoryStream();
        await picture.CopyToAsync(points, ct);
        return points.ToArray().Count(point => point > 100);
    }
}
