namespace VeniceStudio.Simulator.Rendering;

/// <summary>Paints one still picture with the same scenes as the clips.</summary>
internal static class PictureOven
{
    /// <summary>An encoded picture.</summary>
    /// <param name="recipe">As for a clip; one frame is taken.</param>
    /// <param name="codec">ffmpeg's name: png, mjpeg or libwebp.</param>
    /// <param name="spoil">A filter put last, such as a blur; null for none.</param>
    /// <param name="ct">Ends the encoder.</param>
    /// <exception cref="RenderFailure">ffmpeg is missing or refused.</exception>
    public static Task<byte[]> BakeAsync(ClipRecipe recipe, string codec, string? spoil, CancellationToken ct)
    {
        var painter = new Painter(recipe);
        string[] arguments =
        [
            "-hide_banner", "-loglevel", "error", "-f", "rawvideo", "-pixel_format", "rgb24", "-video_size",
                $"{painter.Width}x{painter.Height}", "-i", "pipe:0",
            "-vf", $"scale={recipe.Width}:{recipe.Height}:flags=bicubic" + (spoil is null ? "" : "," + spoil),
            "-frames:v", "1", "-c:v", codec, "-threads", "1", "-flags", "+bitexact", "-f", codec == "libwebp" ? "webp" : "image2pipe",
                "pipe:1",
        ];
        return RunAsync(arguments, Path.GetTempPath(), input => painter.PaintAsync(input, ct), ct);
    }

    /// <summary>Runs ffmpeg and returns what it writes to its output.</summary>
    internal static async Task<byte[]> RunAsync(IEnumerable<string> arguments, string folder, Func<Stream, Task>? feed, CancellationToken ct)
    {
        using var process = Ffmpeg.Start(arguments, folder);
        using var stop = ct.Register(() => Ffmpeg.End(process));
        var complaints = process.StandardError.ReadToEndAsync(ct);
        using var output = new MemoryStream();
        var copy = process.StandardOutput.BaseStream.CopyToAsync(output, ct);
        if (feed is not null) await feed(process.StandardInput.BaseStream);
        process.StandardInput.Close();
        await copy;
        await process.WaitForExitAsync(ct);
        return process.ExitCode == 0 ? output.ToArray() : throw new RenderFailure((await complaints).Trim());
    }
}
