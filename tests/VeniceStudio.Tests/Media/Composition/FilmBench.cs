using System.Globalization;
using VeniceStudio.Media.Composition;
using VeniceStudio.Media.Editing;
using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Tests.Media.Ffmpeg;

namespace VeniceStudio.Tests.Media.Composition;

/// <summary>Tiny clips whose brightness tells which frame is seen, films made of them, and what is in those films.</summary>
public sealed class FilmBench : IDisposable
{
    public static FrameRate Rate { get; } = new(24, 1);

    public static FrameSize Size { get; } = new(160, 90);

    /// <summary>Quick, and on one thread.</summary>
    public static FilmEncoding Encoding { get; } = new("ultrafast", 16, 1);

    public MediaBench Media { get; } = new();

    public FfmpegTools Tools => Media.Tools;

    public static CancellationToken Ct => MediaBench.Ct;

    public string Segments => Media.PathOf("segments");

    /// <summary>A clip of one brightness (16 to 235) that grows by a step with every frame.</summary>
    public async Task<SourceFile> ClipAsync(int level, double step = 0, int frames = 48, string size = "160x90", int rate = 24, string how = "", string extension = ".mp4")
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"clip-{level}-{step}-{frames}-{size}-{rate}-{how.Length}{extension}");
        var lum = string.Create(CultureInfo.InvariantCulture, $"nullsrc=s={size}:r={rate}:d={(double)frames / rate:0.######},geq=lum='{level}+{step}*N':cb=128:cr=128,format=yuv420p");
        var codec = extension == ".webm" ? "-c:v libvpx-vp9 -lossless 1 -cpu-used 8 -threads 1" : "-c:v libx264 -preset ultrafast -qp 0 -threads 1 -colorspace bt709";
        return await FileAsync(await Media.MakeAsync(name, $"-f lavfi -i {lum} {codec} {how}".Trim()));
    }

    public static Task<SourceFile> FileAsync(string path) => SourceFile.OfAsync(path, Ct);

    /// <summary>A span of a clip of 2 s.</summary>
    public static FilmSpan Span(int start, int frames, SourceFile file, double from = 0, double seconds = 2) => new(start, frames, new ClipSource(file, from, seconds));

    public static Timeline Film(params FilmSpan[] spans) => new(Rate, Size, spans[^1].End, spans);

    public static CompositionPlan Plan(Timeline film) => CompositionPlan.Of(film, "test", Encoding);

    public async Task<ComposedFilm> ComposeAsync(Timeline film, string name = "film.mp4", string? folder = null) =>
        await new FilmMaking(Tools).ComposeAsync(Plan(film), folder ?? Segments, Media.PathOf(name), null, Ct);

    /// <summary>The brightness of every frame in the file, rounded.</summary>
    public async Task<int[]> LevelsAsync(string path, string part = "iw:ih:0:0")
    {
        var bytes = await RawAsync(path, "-map", "0:v:0", "-fps_mode", "passthrough", "-vf", $"crop={part},extractplanes=y,scale=16:16:flags=area:in_range=pc:out_range=pc", "-f", "rawvideo", "-pix_fmt", "gray");
        return [.. bytes.Chunk(256).Select(frame => (int)Math.Round(frame.Average(level => (double)level)))];
    }

    /// <summary>The brightest point of every frame.</summary>
    public async Task<int[]> PeaksAsync(string path, FrameSize size)
    {
        var bytes = await RawAsync(path, "-map", "0:v:0", "-fps_mode", "passthrough", "-vf", "extractplanes=y", "-f", "rawvideo", "-pix_fmt", "gray");
        return [.. bytes.Chunk(size.Width * size.Height).Select(frame => (int)frame.Max())];
    }

    public async Task<byte[]> RawAsync(string path, params string[] output)
    {
        using var bytes = new MemoryStream();
        var run = await ToolRun.RunAsync(
            new ToolCall(Tools.Ffmpeg, ["-v", "error", "-nostdin", "-threads", "1", "-i", "file:" + path, .. output, "pipe:1"], TimeSpan.FromSeconds(60)),
            (stream, stop) => stream.CopyToAsync(bytes, stop), null, Ct);
        Assert.True(run.ExitCode == 0, run.ErrorTail);
        return bytes.ToArray();
    }

    /// <summary>What ffprobe says of a file.</summary>
    public async Task<string> ProbeAsync(string path, string entries)
    {
        var said = await ToolRun.ReadAsync(new ToolCall(Tools.Ffprobe, ["-v", "error", "-show_entries", entries, "-of", "csv=p=0", "file:" + path], TimeSpan.FromSeconds(60)), 65536, Ct);
        return said.Text.Trim().ReplaceLineEndings(";");
    }

    public static void AssertNear(IReadOnlyList<int> expected, IReadOnlyList<int> levels, int within = 2)
    {
        Assert.Equal(expected.Count, levels.Count);
        for (var i = 0; i < expected.Count; i++) Assert.True(Math.Abs(expected[i] - levels[i]) <= within, $"frame {i}: {string.Join(' ', levels)} instead of {string.Join(' ', expected)}");
    }

    public void Dispose() => Media.Dispose();
}
