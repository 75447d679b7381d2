using System.Runtime.InteropServices;
using VeniceStudio.Simulator.Rendering;
using VeniceStudio.Simulator.Sound.Voice;

namespace VeniceStudio.Simulator.Sound.Hearing;

/// <summary>What was heard in a file. No words: nothing is said in it, or it is silent.</summary>
internal sealed record Heard(double Seconds, IReadOnlyList<SoundWord> Words);

/// <summary>Listens to a file: knows the simulator's own sounds again, and invents words for others where something sounds.</summary>
internal sealed class Hearer(ImprintShelf shelf)
{
    private const double WordsPerSecond = 2.2;

    private static readonly string[] Lines =
        ["Lanterns low along the water", "we were counting every bridge", "you said the night is only borrowed", "and I believed you anyway",
            "so turn the tide, turn the tide", "carry me back to the light"];

    /// <summary>Null when the bytes are no sound that ffmpeg reads.</summary>
    public async Task<Heard?> HearAsync(byte[] file, CancellationToken ct)
    {
        if (await DecodeAsync(file, ct) is not { } sound) return null;
        var (seconds, frames) = sound;
        if (!frames.Any(loudness => loudness >= ImprintMaker.Audible)) return new Heard(seconds, []);
        if (Recognition.Find(frames, shelf.All) is not { } known) return new Heard(seconds, Invent(frames));
        return new Heard(seconds, [.. known.Sound.Words.Where(word => (word.Start + word.End) / 2 is var middle && middle >= known.Offset
            && middle < known.Offset + seconds).Select(word => word with
            {
                Start = Math.Max(0, word.Start - known.Offset), End = Math.Min(seconds, word.End - known.Offset),
            })]);
    }

    // Words one after the other, only where it sounds: a pause in the sound is a pause in the text.
    private static List<SoundWord> Invent(byte[] frames)
    {
        var words = new List<SoundWord>();
        var text = Lines.Select((line, number) => (line, number)).SelectMany(entry => entry.line.Split(' ').Select(word => (word, entry.number))).ToList();
        var length = (int)(ImprintMaker.PerSecond / WordsPerSecond);
        for (var at = 0; at + length <= frames.Length / ImprintMaker.Bands; at += length)
        {
            if (!frames.AsSpan(at * ImprintMaker.Bands, length * ImprintMaker.Bands).ContainsAnyInRange(ImprintMaker.Audible, byte.MaxValue)) continue;
            var (word, line) = text[words.Count % text.Count];
            words.Add(new SoundWord(word, at / (double)ImprintMaker.PerSecond, (at + length * 0.85) / ImprintMaker.PerSecond,
                line + Lines.Length * (words.Count / text.Count)));
        }
        return words;
    }

    private static async Task<(double Seconds, byte[] Frames)?> DecodeAsync(byte[] file, CancellationToken ct)
    {
        // A file, not a pipe: an MP4 keeps its index at the end.
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, file, ct);
            string[] arguments = ["-hide_banner", "-loglevel", "error", "-threads", "1", "-i", path, "-map", "0:a:0", "-ac", "2", "-ar", "44100",
                "-f", "f32le", "pipe:1"];
            using var process = Ffmpeg.Start(arguments, Path.GetTempPath());
            using var stop = ct.Register(() => Ffmpeg.End(process));
            process.StandardInput.Close();
            var complaints = process.StandardError.ReadToEndAsync(CancellationToken.None);
            var ear = new ImprintMaker();
            var samples = await ListenAsync(process.StandardOutput.BaseStream, ear, ct);
            await complaints;
            await process.WaitForExitAsync(CancellationToken.None);
            return samples == 0 ? null : (samples / 44100.0, ear.Finish());
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<long> ListenAsync(Stream pcm, ImprintMaker ear, CancellationToken ct)
    {
        const int frame = 2 * sizeof(float);
        var buffer = new byte[64 * 1024];
        long samples = 0;
        for (int have = 0, read; (read = await pcm.ReadAsync(buffer.AsMemory(have), ct)) > 0;)
        {
            have += read;
            var whole = have - have % frame;
            ear.Hear(MemoryMarshal.Cast<byte, float>(buffer.AsSpan(0, whole)));
            samples += whole / frame;
            buffer.AsSpan(whole, have - whole).CopyTo(buffer);
            have -= whole;
        }
        return samples;
    }
}
