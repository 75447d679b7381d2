using System.Globalization;

namespace VeniceStudio.Media.Composition;

/// <summary>What lies over the picture in a segment: the logo, the film's fades, words on top of all.</summary>
internal static class Overlays
{
    /// <summary>Stands in the graph for the path of the segment's words, which is known only when it runs.</summary>
    public const string SheetPath = "<sheet>";

    /// <summary>Adds them and ends the graph in [film].</summary>
    public static void Lay(SegmentGraph graph, Timeline film, string picture, int start, int frames, string? sheet, string counted)
    {
        picture = Logo(graph, film, picture, start, frames);
        var last = new List<string>();
        if (Fade("in", 0, film.Fades.PictureIn, start, frames) is { } fadeIn) last.Add(fadeIn);
        if (Fade("out", film.TotalFrames - film.Fades.PictureOut, film.Fades.PictureOut, start, frames) is { } fadeOut) last.Add(fadeOut);
        if (sheet is not null) last.Add(string.Create(CultureInfo.InvariantCulture, $"{counted}+{start},ass=filename={SheetPath}"));
        last.Add(counted);
        graph.Add(picture, string.Join(',', last), "[film]");
    }

    /// <summary>A fade that began before this segment is begun on copies of its first frame, which are thrown away.</summary>
    private static string? Fade(string way, int begins, int length, int start, int frames)
    {
        if (length <= 0 || begins >= start + frames || begins + length <= start) return null;
        var early = Math.Max(0, start - begins);
        var fade = string.Create(CultureInfo.InvariantCulture, $"fade=t={way}:s={Math.Max(0, begins - start)}:n={length}");
        return early == 0 ? fade
            : string.Create(CultureInfo.InvariantCulture, $"tpad=start={early}:start_mode=clone,{fade},trim=start_frame={early},setpts=PTS-STARTPTS");
    }

    private static string Logo(SegmentGraph graph, Timeline film, string picture, int start, int frames)
    {
        if (film.Logo is not { } logo || logo.Start >= start + frames || logo.Start + logo.Frames <= start) return picture;
        var input = graph.Open(logo.File);
        var width = Math.Max(2, (int)Math.Round(film.Size.Width * Math.Clamp(logo.Width, 0.02, 0.8)));
        var mark = graph.Chain(string.Create(CultureInfo.InvariantCulture, $"[{input}:v:0]"), string.Create(CultureInfo.InvariantCulture,
            $"format=rgba,scale={width}:-1:flags=lanczos,colorchannelmixer=aa={FilterText.Number(Math.Clamp(logo.Opacity, 0, 1))}"));
        var (x, y) = logo.Place switch
        {
            LogoPlace.TopLeft => ("W/20", "H/20"),
            LogoPlace.TopRight => ("W-w-W/20", "H/20"),
            LogoPlace.BottomLeft => ("W/20", "H-h-H/20"),
            LogoPlace.BottomRight => ("W-w-W/20", "H-h-H/20"),
            _ => ("(W-w)/2", "(H-h)/2"),
        };
        var (first, last) = (logo.Start - start, logo.Start + logo.Frames - 1 - start);
        return graph.Chain(picture + mark, string.Create(CultureInfo.InvariantCulture,
            $"overlay=x={x}:y={y}:enable='between(n,{first},{last})',{FitFilter.Finish}"));
    }
}
