using System.Globalization;
using VeniceStudio.Media.Ffmpeg;

namespace VeniceStudio.Media.Composition;

/// <summary>A file to be made from a film: a value, run by <see cref="FilmExporting"/>.</summary>
/// <param name="Input">What stands before the output: options, inputs.</param>
/// <param name="Output">What stands behind, without the target.</param>
/// <param name="Frames">Pictures that the file will have; 0 when nobody can say.</param>
/// <param name="Extension">With its dot.</param>
public sealed record ExportPlan(IReadOnlyList<string> Input, IReadOnlyList<string> Output, int Frames, string Extension)
{
    private static readonly string[] Progress = ["-hide_banner", "-nostdin", "-v", "repeat+error", "-filter_complex_threads", "2", "-threads", "2", "-y", "-nostats", "-progress", "pipe:1"];

    /// <summary>What ffmpeg is told.</summary>
    public IReadOnlyList<string> Arguments(string target) => [.. Progress, .. Input, .. Output, SafeInput.Plain(target)];

    /// <summary>An MP4 in another size; the film's own size is copied without another encoding.</summary>
    /// <param name="film">The film.</param>
    /// <param name="shorter">The shorter side's most pixels: 1080, 720; null as it is.</param>
    public static ExportPlan Mp4(FilmFile film, int? shorter)
    {
        var size = shorter is { } most ? film.Size.Within(most) : film.Size;
        return new(Open(film),
            size == film.Size ? ["-map", "0", "-c", "copy", "-movflags", "+faststart", "-f", "mp4"]
                : ["-map", "0:v:0", .. Sound(film), "-vf", Scaled(size), .. H264(20), .. film.HasSound ? (string[])["-c:a", "copy"] : [], "-movflags", "+faststart", "-f", "mp4"],
            film.Frames, ".mp4");
    }

    /// <summary>WebM with VP9 and Opus, at most so many pixels on its shorter side.</summary>
    public static ExportPlan WebM(FilmFile film, int shorter = 720) => new(Open(film),
        ["-map", "0:v:0", .. Sound(film), "-vf", Scaled(film.Size.Within(shorter)), "-c:v", "libvpx-vp9", "-b:v", "0", "-crf", "33", "-deadline", "good",
         "-cpu-used", "5", "-row-mt", "1", "-threads", "2", "-pix_fmt", "yuv420p", .. film.HasSound ? (string[])["-c:a", "libopus", "-b:a", "160k"] : [],
         "-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-f", "webm"],
        film.Frames, ".webm");

    /// <summary>A stretch of the film as a film of its own, encoded anew so that it begins on its frame; its sound comes and goes softly.</summary>
    public static ExportPlan Stretch(FilmFile film, FrameStretch stretch, double soundIn = 0.01, double soundOut = 0.4)
    {
        stretch = Inside(film, stretch);
        var (seconds, half) = (film.Rate.SecondsAt(stretch.Frames), 0.5 / film.Rate.PerSecond);
        var early = stretch.Start > 0 ? half : 0;   // the seek lands between two frames, so that no rounding takes the wrong one
        var filter = $"[0:v:0]trim=end_frame={stretch.Frames},{Counted(film)}[v]" + (film.HasSound
            ? $";[0:a:0]atrim=start={FilterText.Number(early)}:duration={FilterText.Number(seconds)},asetpts=PTS-STARTPTS,"
                + $"afade=t=in:d={FilterText.Number(soundIn)},afade=t=out:st={FilterText.Number(Math.Max(0, seconds - soundOut))}:d={FilterText.Number(soundOut)}[a]" : "");
        return new(
            [.. stretch.Start > 0 ? (string[])["-ss", FilterText.Number(film.Rate.SecondsAt(stretch.Start) - half)] : [], .. Open(film)],
            ["-filter_complex", filter, "-map", "[v]", .. film.HasSound ? (string[])["-map", "[a]", "-c:a", "aac", "-b:a", "256k"] : [], "-r", FilterText.Of(film.Rate), .. H264(18),
             "-map_metadata", "-1", "-movflags", "+faststart", "-f", "mp4"],
            stretch.Frames, ".mp4");
    }

    /// <summary>One frame as a JPEG, for a poster.</summary>
    public static ExportPlan Poster(FilmFile film, int frame, int widest = 1920)
    {
        var at = Math.Clamp(frame, 0, film.Frames - 1);
        return new(
            [.. at > 0 ? (string[])["-ss", FilterText.Number((at - 0.5) / film.Rate.PerSecond)] : [], .. Open(film)],
            ["-map", "0:v:0", "-frames:v", "1", "-vf", string.Create(CultureInfo.InvariantCulture, $"scale='min({widest},iw)':-2:flags=lanczos:out_range=pc,format=yuvj420p"),
             "-map_metadata", "-1", "-fflags", "+bitexact", "-flags", "+bitexact", "-c:v", "mjpeg", "-q:v", "2", "-f", "image2pipe"],
            1, ".jpg");
    }

    /// <summary>The film with captions as a track that players can switch on; picture and sound are copied.</summary>
    /// <param name="film">The film.</param>
    /// <param name="srtPath">The captions, written as SRT.</param>
    /// <param name="language">Three letters, "eng" for instance; "und" when unknown.</param>
    public static ExportPlan WithCaptionTrack(FilmFile film, string srtPath, string language = "und") => new(
        [.. Open(film), "-protocol_whitelist", "file,pipe", "-f", "srt", "-i", SafeInput.Plain(srtPath)],
        ["-map", "0:v:0", .. Sound(film), "-map", "1:s:0", "-c", "copy", "-c:s", "mov_text", "-metadata:s:s:0", $"language={Letters(language)}", "-movflags", "+faststart", "-f", "mp4"],
        film.Frames, ".mp4");

    internal static FrameStretch Inside(FilmFile film, FrameStretch stretch)
    {
        var start = Math.Clamp(stretch.Start, 0, film.Frames - 1);
        return new(start, Math.Clamp(stretch.Frames, 1, film.Frames - start));
    }

    internal static IReadOnlyList<string> Open(FilmFile film) => SafeInput.Of(film.Path, ContentKind.Mp4);

    internal static string Counted(FilmFile film) => $"settb={FilterText.BaseOf(film.Rate)},setpts=N";

    internal static IReadOnlyList<string> H264(int quality) =>
    [
        "-c:v", "libx264", "-preset", "veryfast", "-crf", quality.ToString(CultureInfo.InvariantCulture), "-profile:v", "high", "-pix_fmt", "yuv420p", "-threads", "2",
        "-fflags", "+bitexact", "-flags:v", "+bitexact", "-color_range", "tv", "-color_primaries", "bt709", "-color_trc", "bt709", "-colorspace", "bt709",
    ];

    private static IReadOnlyList<string> Sound(FilmFile film) => film.HasSound ? ["-map", "0:a:0"] : [];

    private static string Scaled(FrameSize size) => string.Create(CultureInfo.InvariantCulture, $"scale={size.Width}:{size.Height}:flags=lanczos,setsar=1");

    private static string Letters(string language) => language.Length == 3 && language.All(char.IsAsciiLetterLower) ? language : "und";
}
