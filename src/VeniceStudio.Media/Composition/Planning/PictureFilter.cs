using System.Globalization;

namespace VeniceStudio.Media.Composition;

/// <summary>
/// The slow move over a still picture. ffmpeg's zoompan moves by whole pixels, which trembles; `perspective` resamples between them.
/// Measured in 1080p: 0.08 s a frame.
/// </summary>
internal static class PictureFilter
{
    /// <summary>The canvas has at most so many times the frame's pixels on a side: room for the closest framing without softening.</summary>
    private const double MostSpare = 1.5;

    /// <param name="film">For its size and rate.</param>
    /// <param name="fit">A padded picture is shown whole and does not move.</param>
    /// <param name="picture">The source.</param>
    /// <param name="move">From where to where.</param>
    /// <param name="from">The first wanted frame of the move.</param>
    /// <param name="total">The frames of the whole move, handles included.</param>
    /// <param name="counted">Filters that give frames their times.</param>
    public static string Of(Timeline film, Fit fit, PictureSource picture, SlowMove move, int from, int total, string counted)
    {
        if (fit == Fit.Pad) return $"{FitFilter.Of(film.Size, fit, Focus.Middle)},{Repeated(counted)}";
        var first = move.From.In(picture.Width, picture.Height, film.Size.Aspect);
        var last = move.To.In(picture.Width, picture.Height, film.Size.Aspect);
        var left = (int)Math.Floor(Math.Min(first.X, last.X));
        var top = (int)Math.Floor(Math.Min(first.Y, last.Y));
        var width = Math.Min(picture.Width, (int)Math.Ceiling(Math.Max(first.X + first.Width, last.X + last.Width))) - left;
        var height = Math.Min(picture.Height, (int)Math.Ceiling(Math.Max(first.Y + first.Height, last.Y + last.Height))) - top;
        var crop = string.Create(CultureInfo.InvariantCulture, $"format=gbrp,crop={width}:{height}:{left}:{top}:exact=1");
        const string To709 = "flags=lanczos:out_color_matrix=bt709:out_range=tv,format=yuv420p";
        if (move.From == move.To) return $"{crop},scale={film.Size.Width}:{film.Size.Height}:{To709},{FitFilter.Finish},{Repeated(counted)}";

        var spare = Math.Clamp(Math.Max(width / Math.Min(first.Width, last.Width), height / Math.Min(first.Height, last.Height)), 1, MostSpare);
        var canvas = new FrameSize((int)Math.Round(film.Size.Width * spare / 2) * 2, (int)Math.Round(film.Size.Height * spare / 2) * 2);
        var (across, down) = (canvas.Width / (double)width, canvas.Height / (double)height);
        // `on` is 1 on the first frame.
        var part = string.Create(CultureInfo.InvariantCulture, $"(on+{from - 1})/{Math.Max(1, total - 1)}");
        var (x0, x1) = (Edge(first.X - left, last.X - left, across, part), Edge(first.X + first.Width - left, last.X + last.Width - left, across, part));
        var (y0, y1) = (Edge(first.Y - top, last.Y - top, down, part), Edge(first.Y + first.Height - top, last.Y + last.Height - top, down, part));
        return $"{crop},scale={canvas.Width}:{canvas.Height}:{To709},{Repeated(counted)},"
            + $"perspective=x0='{x0}':y0='{y0}':x1='{x1}':y1='{y0}':x2='{x0}':y2='{y1}':x3='{x1}':y3='{y1}':eval=frame:interpolation=cubic,"
            + $"scale={film.Size.Width}:{film.Size.Height}:flags=lanczos,{FitFilter.Finish}";
    }

    private static string Repeated(string counted) => $"loop=loop=-1:size=1:start=0,{counted}";

    private static string Edge(double from, double to, double scale, string part) =>
        $"{FilterText.Number(from * scale)}+({FilterText.Number((to - from) * scale)})*{part}";
}
