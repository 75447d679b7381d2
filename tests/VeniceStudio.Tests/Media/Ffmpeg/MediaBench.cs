using VeniceStudio.Media.Ffmpeg;

namespace VeniceStudio.Tests.Media.Ffmpeg;

/// <summary>A folder of its own for one test class, and real media made in it by ffmpeg.</summary>
public sealed class MediaBench : IDisposable
{
    public MediaBench() => Folder = Directory.CreateTempSubdirectory("studio-media-").FullName;

    public string Folder { get; }

    public FfmpegTools Tools { get; } = FfmpegTools.Find() ?? throw new InvalidOperationException("These tests need ffmpeg: apt-get install ffmpeg.");

    /// <summary>A test picture that moves, with a tone, as Venice's clips come: H.264 and AAC in MP4.</summary>
    public const string Clip = "-f lavfi -i testsrc2=s=160x90:r=24:d=2 -f lavfi -i sine=440:d=2 -c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac";

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>Makes a file with ffmpeg, once; arguments are parted at spaces.</summary>
    public async Task<string> MakeAsync(string name, string arguments)
    {
        var path = PathOf(name);
        if (File.Exists(path)) return path;
        var run = await ToolRun.RunAsync(
            new ToolCall(Tools.Ffmpeg, ["-v", "error", "-nostdin", "-y", .. arguments.Split(' '), "file:" + path], TimeSpan.FromSeconds(60)), null, null, Ct);
        Assert.True(run.ExitCode == 0, run.ErrorTail);
        return path;
    }

    public string Write(string name, ReadOnlySpan<byte> bytes)
    {
        var path = PathOf(name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>The pixels of a picture or of a clip's first frame, three bytes each.</summary>
    public async Task<byte[]> PixelsAsync(string path) =>
        await RawAsync(["-noautorotate", "-i", "file:" + path, "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "rgb24", "pipe:1"]);

    /// <summary>The samples of a sound, mono at 44.1 kHz.</summary>
    public async Task<short[]> SamplesAsync(string path)
    {
        var bytes = await RawAsync(["-i", "file:" + path, "-ac", "1", "-ar", "44100", "-f", "s16le", "pipe:1"]);
        return System.Runtime.InteropServices.MemoryMarshal.Cast<byte, short>(bytes).ToArray();
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private async Task<byte[]> RawAsync(string[] arguments)
    {
        using var bytes = new MemoryStream();
        await ToolRun.RunAsync(
            new ToolCall(Tools.Ffmpeg, ["-v", "error", "-nostdin", .. arguments], TimeSpan.FromSeconds(60)),
            (output, stop) => output.CopyToAsync(bytes, stop), null, Ct);
        return bytes.ToArray();
    }
}
