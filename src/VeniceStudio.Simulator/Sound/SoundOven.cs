using System.Globalization;
using System.Runtime.InteropServices;
using VeniceStudio.Simulator.Rendering;
using VeniceStudio.Simulator.Sound.Hearing;
using VeniceStudio.Simulator.Sound.Synth;

namespace VeniceStudio.Simulator.Sound;

/// <summary>Renders a recipe and has ffmpeg encode it.</summary>
internal static class SoundOven
{
    /// <summary>Media type of a format, as Venice names it.</summary>
    public static string TypeOf(string format) => format == "mp3" ? "audio/mpeg" : "audio/" + format;

    /// <summary>Writes the finished file to <paramref name="path"/> and returns what it sounds like, to know it again.</summary>
    /// <exception cref="RenderFailure">ffmpeg is missing or refused.</exception>
    public static async Task<Imprint> BakeAsync(SoundRecipe recipe, string path, CancellationToken ct)
    {
        path = Path.GetFullPath(path);
        var half = path + "." + Guid.NewGuid().ToString("N")[..8];
        var (session, truth) = Performance.Of(recipe);
        var ear = new ImprintMaker();
        try
        {
            await EncodeAsync(session, recipe, half, ear, ct);
            File.Move(half, path, overwrite: true);
        }
        finally
        {
            File.Delete(half);
        }
        return new Imprint(recipe.Hash, truth.Seconds, truth.Words, ear.Finish());
    }

    private static async Task EncodeAsync(Session session, SoundRecipe recipe, string path, ImprintMaker ear, CancellationToken ct)
    {
        using var process = Ffmpeg.Start(Arguments(recipe, path), Path.GetTempPath());
        using var stop = ct.Register(() => Ffmpeg.End(process));
        var complaints = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var pipe = process.StandardInput.BaseStream;
        try
        {
            foreach (var block in new Mixer(session).Blocks())
            {
                ear.Hear(block.Span);
                await pipe.WriteAsync(Bytes(block), ct);
            }
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

    private static byte[] Bytes(ReadOnlyMemory<float> block) => MemoryMarshal.AsBytes(block.Span).ToArray();

    private static IReadOnlyList<string> Arguments(SoundRecipe recipe, string path)
    {
        // Speech is one voice: a second channel would only cost bytes. ("-ac 1" would add 3 dB to floats and clip.)
        var mono = recipe.Kind is SoundKind.Speech ? (string[])["-af", "pan=mono|c0=0.5*c0+0.5*c1"] : [];
        string[] codec = recipe.Format switch
        {
            "mp3" => ["-c:a", "libmp3lame", "-b:a", recipe.Kind is SoundKind.Speech ? "96k" : "192k", "-compression_level", "7", "-f", "mp3"],
            "opus" => ["-c:a", "libopus", "-b:a", "64k", "-f", "ogg"],
            "aac" => ["-c:a", "aac", "-b:a", "96k", "-f", "adts"],
            "flac" => ["-c:a", "flac", "-sample_fmt", "s16", "-compression_level", "2", "-f", "flac"],
            "pcm" => ["-c:a", "pcm_s16le", "-ar", "24000", "-f", "s16le"],
            _ => ["-c:a", "pcm_s16le", "-f", "wav"],
        };
        return ["-hide_banner", "-loglevel", "error", "-y", "-f", "f32le", "-ar", Tone.Rate.ToString(CultureInfo.InvariantCulture), "-ac", "2",
            "-i", "pipe:0", "-map_metadata", "-1", "-fflags", "+bitexact", "-flags:a", "+bitexact", "-threads", "1", .. mono, .. codec, path];
    }
}
