using VeniceStudio.Media.Editing;

namespace VeniceStudio.Media.Composition;

/// <summary>A film as decided: what stands in every frame. A value; composing the same one gives the same film.</summary>
/// <param name="Rate">Frames a second.</param>
/// <param name="Size">Pixels.</param>
/// <param name="TotalFrames">The film's length: the song's, in frames.</param>
/// <param name="Spans">In order, without gaps from frame 0 to <paramref name="TotalFrames"/>.</param>
public sealed record Timeline(FrameRate Rate, FrameSize Size, int TotalFrames, IReadOnlyList<FilmSpan> Spans)
{
    /// <summary>Null for a silent film.</summary>
    public SongSource? Song { get; init; }

    /// <summary>Captions and cards.</summary>
    public IReadOnlyList<ScreenText> Texts { get; init; } = [];

    public LogoMark? Logo { get; init; }

    public FilmFades Fades { get; init; } = FilmFades.None;

    /// <summary>The frames at which something else begins, without frame 0.</summary>
    public IEnumerable<int> Cuts => Spans.Skip(1).Select(span => span.Start);

    /// <summary>The same film in another shape, from the sources, with its words laid again.</summary>
    public Timeline InShape(FrameSize size) => this with { Size = size };

    /// <summary>What is wrong with it; null when it can be composed.</summary>
    public string? Fault()
    {
        if (Rate.Numerator <= 0 || Rate.Denominator <= 0 || Rate.PerSecond > 120) return "The frame rate has to lie between 0 and 120 a second.";
        if (Size.Width % 2 != 0 || Size.Height % 2 != 0 || Size.Width is < 16 or > 7680 || Size.Height is < 16 or > 7680)
            return "The frame's sides have to be even, from 16 to 7680 pixels.";
        if (Spans.Count == 0 || TotalFrames <= 0) return "There is nothing to show: the timeline is empty.";
        var at = 0;
        foreach (var span in Spans)
        {
            if (span.Frames < 1) return $"The span at frame {span.Start} has no frames.";
            if (span.Start != at) return $"The timeline has a gap or an overlap at frame {at}.";
            if (span.Source is ClipSource { Seconds: var seconds, In: var begin } && !(seconds > 0 && begin >= 0 && begin < seconds))
                return $"The span at frame {span.Start} begins outside its clip.";
            if (span.Source is PictureSource { Width: < 2 } or PictureSource { Height: < 2 }) return $"The picture at frame {span.Start} has no size.";
            at = span.End;
        }
        return at == TotalFrames ? null : $"The timeline ends at frame {at}, but the film at {TotalFrames}.";
    }
}
