using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using VeniceStudio.Media.Editing;
using VeniceStudio.Media.Ffmpeg;

namespace VeniceStudio.Media.Composition;

/// <summary>A piece of the film that is encoded once: part of a span, or the frames in which two spans meet.</summary>
public sealed record SegmentPlan
{
    /// <summary>Raised when the same plan is to give other pixels: old segments are then made anew.</summary>
    private const string Recipe = "picture 1";

    internal SegmentPlan(int start, int frames, IReadOnlyList<SegmentInput> inputs, string filter, string? sheet, FrameRate rate, FilmEncoding encoding, string encoder)
    {
        (Start, Frames, Inputs, Filter, Sheet, Rate, Encoding) = (start, frames, inputs, filter, sheet, rate, encoding);
        var all = new StringBuilder($"{Recipe}\n{encoder}\n{filter}\n{string.Join(' ', Output)}\n");
        foreach (var input in inputs) all.Append(CultureInfo.InvariantCulture, $"{string.Join(' ', input.Options)} {input.File.Kind} {input.File.Hash}\n");
        Key = Digest.Of(all.Append(sheet).ToString());
    }

    /// <summary>SHA-256 of all that determines its pixels: sources by content, filters, words, encoder. Its file's name.</summary>
    public string Key { get; }

    /// <summary>Its first frame in the film.</summary>
    public int Start { get; }

    public int Frames { get; }

    public IReadOnlyList<SegmentInput> Inputs { get; }

    /// <summary>The filter graph, from the inputs to [film].</summary>
    public string Filter { get; }

    /// <summary>The words on it as an ASS file's text; null without any.</summary>
    public string? Sheet { get; }

    /// <summary>The name of the file that holds the words.</summary>
    public string? SheetName => Sheet is null ? null : $"{Digest.Of(Sheet)}.ass";

    public FrameRate Rate { get; }

    public FilmEncoding Encoding { get; }

    /// <summary>
    /// What ffmpeg is told; its progress goes to standard output. Reading and scaling take an eighth of the time of encoding, so that more
    /// than a thread each buys nothing and holds pictures.
    /// </summary>
    /// <param name="folder">Where the words lie.</param>
    /// <param name="target">The file to write.</param>
    public IReadOnlyList<string> Arguments(string folder, string target) =>
    [
        "-hide_banner", "-nostdin", "-v", "repeat+error", "-filter_complex_threads", "1", "-y", "-nostats", "-progress", "pipe:1",
        .. Inputs.SelectMany(input => (string[])["-threads", "1", .. input.Options, .. SafeInput.Of(input.File.Path, input.File.Kind)]),
        "-filter_complex", SheetName is null ? Filter : Filter.Replace(Overlays.SheetPath, FilterText.Path(Path.Combine(folder, SheetName)), StringComparison.Ordinal),
        .. Output, SafeInput.Plain(target),
    ];

    /// <summary>
    /// Closed groups of pictures, one clock and the same settings for all segments: that is what lets a film be joined by copying. The clock
    /// counts whole ticks a frame, also at 23.976.
    /// </summary>
    private IReadOnlyList<string> Output =>
    [
        "-map", "[film]", "-an", "-map_metadata", "-1", "-r", FilterText.Of(Rate), "-c:v", "libx264", "-preset", Encoding.Preset,
        "-crf", Encoding.Quality.ToString(CultureInfo.InvariantCulture), "-profile:v", "high", "-pix_fmt", "yuv420p", "-threads", Threads,
        "-g", ((int)Math.Round(Rate.PerSecond * 2)).ToString(CultureInfo.InvariantCulture), "-fflags", "+bitexact", "-flags:v", "+bitexact+cgop",
        "-color_range", "tv", "-color_primaries", "bt709", "-color_trc", "bt709", "-colorspace", "bt709",
        "-video_track_timescale", FilmClock.Of(Rate), "-movie_timescale", FilmClock.Of(Rate), "-f", "mp4",
    ];

    private string Threads => Encoding.Threads.ToString(CultureInfo.InvariantCulture);
}
