using System.Globalization;

namespace VeniceStudio.Media.Composition;

/// <summary>Lays frames of one span into a segment's graph. Frames are counted from the span's start; handles lie outside of it.</summary>
internal sealed class SpanFrames
{
    /// <summary>A clip is decoded from its start when the wanted stretch begins earlier than this; else from a few seconds before, which saves time in long footage.</summary>
    private const double SeekFrom = 8, SeekLead = 3;

    private readonly Timeline film;
    private readonly FilmSpan span;
    private readonly ClipMap? map;

    /// <summary>Handles that the transitions before and behind the span take.</summary>
    private readonly int before, after;

    public SpanFrames(Timeline film, int index)
    {
        (this.film, span) = (film, film.Spans[index]);
        var (holdIn, holdOut) = (0, 0);
        if (index > 0)
        {
            var sides = span.In.Around(film.Spans[index - 1], span);
            if (span.In.IsBlend) before = sides.Before + 1;
            else holdIn = sides.After;
        }
        if (index + 1 < film.Spans.Count)
        {
            var next = film.Spans[index + 1];
            var sides = next.In.Around(span, next);
            if (next.In.IsBlend) after = sides.After + 1;
            else holdOut = sides.Before;
        }
        if (span.Source is ClipSource clip) map = new ClipMap(clip, span.Frames, film.Rate, span.WhenShort, holdIn, holdOut);
    }

    /// <summary>How many times the clip has to be opened for a stretch.</summary>
    public IReadOnlyList<FramePiece> Pieces(int from, int count) =>
        map is null ? [] : FramePiece.Of([.. Enumerable.Range(from, count).Select(map.At)]);

    /// <summary>Adds exactly <paramref name="count"/> frames from <paramref name="from"/> on, conformed, and names them.</summary>
    public string Lay(SegmentGraph graph, int from, int count) => span.Source switch
    {
        ClipSource clip => Clip(graph, clip, from, count),
        PictureSource picture => Picture(graph, picture, from, count),
        ColourSource colour => Colour(graph, colour, count),
        _ => throw new ArgumentException("A span shows something unknown."),
    };

    private string Clip(SegmentGraph graph, ClipSource clip, int from, int count)
    {
        var labels = Pieces(from, count).Select(piece => Piece(graph, clip, piece)).ToList();
        return labels.Count == 1 ? labels[0]
            : graph.Chain(string.Concat(labels), string.Create(CultureInfo.InvariantCulture, $"concat=n={labels.Count},{Counted}"));
    }

    /// <summary>
    /// The clip's times are moved so that the wanted sample is 0, and sampled on the film's grid. Before its first picture that one stands,
    /// and behind its last the last, so that the count holds whatever the file really has.
    /// </summary>
    private string Piece(SegmentGraph graph, ClipSource clip, FramePiece piece)
    {
        var begins = clip.In + piece.Lowest * map!.Speed / film.Rate.PerSecond;
        var seek = begins >= SeekFrom ? Math.Floor(begins - SeekLead) : 0;
        var input = graph.Open(clip.File, seek > 0 ? ["-ss", FilterText.Number(seek)] : []);
        var shift = FilterText.Number(seek - begins);
        return graph.Chain(
            string.Create(CultureInfo.InvariantCulture, $"[{input}:v:0]"),
            $"settb=AVTB,setpts='(PTS+({shift})/TB)/{FilterText.Number(map.Speed)}',fps={Rate}:start_time=0:round=near,"
            + string.Create(CultureInfo.InvariantCulture, $"tpad=stop=-1:stop_mode=clone,trim=end_frame={piece.Count},")
            + FitFilter.Of(film.Size, span.Fit, span.Subject, clip.Colours)
            + (piece.IsBackwards ? ",reverse" : "") + Holds(piece) + $",{Counted}");
    }

    private static string Holds(FramePiece piece) => (piece.HoldBefore, piece.HoldAfter) switch
    {
        (0, 0) => "",
        var (first, last) => string.Create(CultureInfo.InvariantCulture,
            $",tpad=start={first}:start_mode=clone:stop={last}:stop_mode=clone"),
    };

    private string Picture(SegmentGraph graph, PictureSource picture, int from, int count)
    {
        // A still has no rate of its own, and a blend wants both sides to have the same.
        var input = graph.Open(picture.File, "-framerate", Rate);
        var move = picture.Move ?? SlowMove.In(span.Subject);
        var filters = PictureFilter.Of(film, span.Fit, picture, move, from + before, span.Frames + before + after, Counted);
        return graph.Chain(string.Create(CultureInfo.InvariantCulture, $"[{input}:v:0]"), string.Create(CultureInfo.InvariantCulture, $"{filters},trim=end_frame={count},{Counted}"));
    }

    private string Colour(SegmentGraph graph, ColourSource colour, int count) => graph.Chain("", string.Create(CultureInfo.InvariantCulture,
        $"color=c=0x{colour.Rgb & 0xFFFFFF:X6}:s={film.Size}:r={Rate},format=gbrp,scale=out_color_matrix=bt709:out_range=tv,{FitFilter.Finish},trim=end_frame={count},{Counted}"));

    private string Rate => FilterText.Of(film.Rate);

    /// <summary>Times anew by counting: what no rounding can move.</summary>
    private string Counted => $"settb={FilterText.BaseOf(film.Rate)},setpts=N";
}
