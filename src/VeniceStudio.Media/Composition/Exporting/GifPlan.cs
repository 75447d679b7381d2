using System.Globalization;

namespace VeniceStudio.Media.Composition;

/// <summary>An animated GIF of a stretch, for places that play nothing else. It gets smaller and slower until it fits.</summary>
public static class GifPlan
{
    /// <summary>Seconds; the palette is made from all frames at once, which are in memory meanwhile.</summary>
    public const double Longest = 15;

    /// <summary>
    /// From fine to coarse: hundredths of a second a frame, which is how a GIF counts, and the longer side's pixels.
    /// </summary>
    public static IReadOnlyList<(int Hundredths, int Longer)> Steps { get; } = [(6, 640), (8, 480), (8, 400), (10, 360), (10, 300), (12, 260), (16, 220), (20, 160)];

    public static ExportPlan Of(FilmFile film, FrameStretch stretch, int step)
    {
        stretch = ExportPlan.Inside(film, stretch);
        var (hundredths, longer) = Steps[Math.Clamp(step, 0, Steps.Count - 1)];
        var seconds = Math.Min(Longest, film.Rate.SecondsAt(stretch.Frames));
        var most = Math.Max(film.Size.Width, film.Size.Height);
        var scale = Math.Min(1, (double)longer / most);
        var (width, height) = ((int)Math.Round(film.Size.Width * scale / 2) * 2, (int)Math.Round(film.Size.Height * scale / 2) * 2);
        var filter = string.Create(CultureInfo.InvariantCulture,
            $"[0:v:0]trim=end_frame={film.Rate.FrameAt(seconds)},setpts=PTS-STARTPTS,fps=100/{hundredths},scale={width}:{height}:flags=lanczos,split[a][b];"
            + $"[a]palettegen=stats_mode=diff[p];[b][p]paletteuse=dither=bayer:bayer_scale=4:diff_mode=rectangle[v]");
        return new(
            [.. stretch.Start > 0 ? (string[])["-ss", FilterText.Number((stretch.Start - 0.5) / film.Rate.PerSecond)] : [], .. ExportPlan.Open(film)],
            ["-filter_complex", filter, "-map", "[v]", "-map_metadata", "-1", "-fflags", "+bitexact", "-loop", "0", "-f", "gif"],
            0, ".gif");
    }

    /// <summary>The next step worth trying after one gave too many bytes: sizes shrink about as pixels and frames do.</summary>
    public static int NextAfter(int step, long bytes, long most)
    {
        var next = step + 1;
        while (next < Steps.Count - 1 && bytes * Cost(next) / Cost(step) > most * 1.15) next++;
        return next;
    }

    private static double Cost(int step) => (double)Steps[step].Longer * Steps[step].Longer / Steps[step].Hundredths;
}
