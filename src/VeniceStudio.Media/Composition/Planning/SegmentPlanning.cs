namespace VeniceStudio.Media.Composition;

/// <summary>
/// Parts a timeline into segments: the frames in which two spans meet are one of their own, so that another transition costs
/// only those, and long or patched spans are parted further.
/// </summary>
internal sealed class SegmentPlanning(Timeline film, FilmEncoding encoding, string encoder)
{
    /// <summary>Longer ones are halved: two processors then share a long take, and a crash loses less.</summary>
    private const int MostFrames = 300;

    /// <summary>Each piece keeps a decoder with its pictures in memory.</summary>
    private const int MostPieces = 6;

    private readonly List<SegmentPlan> segments = [];

    private string Counted => $"settb={FilterText.BaseOf(film.Rate)},setpts=N";

    public IReadOnlyList<SegmentPlan> All()
    {
        for (var i = 0; i < film.Spans.Count; i++)
        {
            var span = film.Spans[i];
            var frames = new SpanFrames(film, i);
            var from = i > 0 && span.In.IsBlend ? span.In.Around(film.Spans[i - 1], span).After : 0;
            var next = i + 1 < film.Spans.Count ? film.Spans[i + 1] : null;
            var (before, after) = next is { In.IsBlend: true } ? next.In.Around(span, next) : default;
            Bodies(span, frames, from, span.Frames - before);
            if (before + after > 0) Blend(i, before, after);
        }
        return segments;
    }

    private void Bodies(FilmSpan span, SpanFrames frames, int from, int to)
    {
        while (from < to)
        {
            var parts = (to - from + MostFrames - 1) / MostFrames;
            var count = (to - from + parts - 1) / parts;
            var pieces = frames.Pieces(from, count);
            if (pieces.Count > MostPieces) count = pieces.Take(MostPieces).Sum(piece => piece.Frames);
            var graph = new SegmentGraph();
            Add(graph, frames.Lay(graph, from, count), span.Start + from, count);
            from += count;
        }
    }

    private void Blend(int left, int before, int after)
    {
        var graph = new SegmentGraph();
        var right = film.Spans[left + 1];
        var picture = right.In.Kind is TransitionKind.DipToBlack or TransitionKind.DipToWhite
            ? Dip(graph, left, before, after) : Mixed(graph, left, before, after);
        Add(graph, picture, right.Start - before, before + after);
    }

    private string Mixed(SegmentGraph graph, int left, int before, int after)
    {
        var kind = film.Spans[left + 1].In.Kind;
        var count = before + after;
        var first = new SpanFrames(film, left).Lay(graph, film.Spans[left].Frames - before - 1, count + BlendFilter.Extra);
        var second = new SpanFrames(film, left + 1).Lay(graph, -before - 1, count + BlendFilter.Extra);
        if (BlendFilter.Before(kind, film) is { } blur) (first, second) = (graph.Chain(first, blur), graph.Chain(second, blur));
        return graph.Chain(first + second, BlendFilter.Of(kind, film, count, Counted));
    }

    private string Dip(SegmentGraph graph, int left, int before, int after)
    {
        var kind = film.Spans[left + 1].In.Kind;
        var going = before == 0 ? null
            : graph.Chain(new SpanFrames(film, left).Lay(graph, film.Spans[left].Frames - before, before), BlendFilter.Dip(kind, isComing: false, before));
        var coming = graph.Chain(new SpanFrames(film, left + 1).Lay(graph, 0, after), BlendFilter.Dip(kind, isComing: true, after));
        return going is null ? coming : graph.Chain(going + coming, $"concat=n=2,{Counted}");
    }

    private void Add(SegmentGraph graph, string picture, int start, int count)
    {
        var sheet = AssSheet.Of(film, start, count);
        Overlays.Lay(graph, film, picture, start, count, sheet, Counted);
        segments.Add(new(start, count, graph.Inputs, graph.Filter, sheet, film.Rate, encoding, encoder));
    }
}
