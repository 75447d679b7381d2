namespace VeniceStudio.Simulator.Rendering;

/// <summary>Runs ffmpeg once for one recipe.</summary>
internal static class ClipOven
{
    /// <summary>Renders into a folder of its own beside <paramref name="path"/> and moves the finished file there.</summary>
    /// <exception cref="RenderFailure">ffmpeg is missing, or the seed is gone or unreadable.</exception>
    public static async Task BakeAsync(ClipRecipe recipe, string? seed, string path, CancellationToken ct)
    {
        var folder = Directory.CreateDirectory(path + "." + Guid.NewGuid().ToString("N")[..8]).FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, ClipCommand.CaptionFile),
                Caption.Of(recipe.Prompt, recipe.Width, recipe.Height), ct);
            await File.WriteAllTextAsync(Path.Combine(folder, ClipCommand.SignatureFile), $"{recipe.Model}  ·  rehearsal", ct);
            if (seed is not null && !File.Exists(seed))
            {
                throw new RenderFailure("The picture or film that this order brought is no longer kept.");
            }
            if (seed is not null) File.Copy(seed, Path.Combine(folder, ClipCommand.SeedFile));
            try
            {
                await RunAsync(recipe, folder, captions: true, ct);
            }
            catch (RenderFailure failure) when (failure.Message.Contains("drawtext", StringComparison.Ordinal))
            {
                // Some builds of ffmpeg come without a text renderer: a clip without words is better than none.
                await RunAsync(recipe, folder, captions: false, ct);
            }
            File.Move(Path.Combine(folder, ClipCommand.OutputFile), path, overwrite: true);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task RunAsync(ClipRecipe recipe, string folder, bool captions, CancellationToken ct)
    {
        var painter = new Painter(recipe);
        using var process = Ffmpeg.Start(ClipCommand.For(recipe, painter.Width, painter.Height, captions), folder);
        using var stop = ct.Register(() => Ffmpeg.End(process));
        var complaints = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await painter.PaintAsync(process.StandardInput.BaseStream, ct);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // ffmpeg stopped listening: its exit code and words say why.
        }
        await process.WaitForExitAsync(CancellationToken.None);
        ct.ThrowIfCancellationRequested();
        if (process.ExitCode != 0) throw new RenderFailure((await complaints).Trim());
    }
}
