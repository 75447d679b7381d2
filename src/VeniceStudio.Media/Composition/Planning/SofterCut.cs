namespace VeniceStudio.Media.Composition;

/// <summary>Calms a stretch that flashes because its pictures change too fast: offered with the scorecard, never done by itself.</summary>
public static class SofterCut
{
    /// <summary>Two changes of picture a second stay below the norm's three flashes, whatever the pictures are.</summary>
    private const double Apart = 0.5;

    private const double Fade = 0.25;

    /// <summary>The same film with the stretch's cuts at least half a second apart and faded. Flashes inside one clip stay.</summary>
    public static Timeline Of(Timeline film, FrameStretch stretch)
    {
        var (fewest, fade) = (film.Rate.FrameAt(Apart), Math.Max(2, film.Rate.FrameAt(Fade)));
        var spans = new List<FilmSpan>();
        foreach (var span in film.Spans)
        {
            if (spans.Count == 0 || !stretch.Has(span.Start)) spans.Add(span);
            else if (span.Start - spans[^1].Start < fewest) spans[^1] = spans[^1] with { Frames = spans[^1].Frames + span.Frames };
            else spans.Add(span with { In = new(TransitionKind.CrossFade, fade) });
        }
        return film with { Spans = spans };
    }
}
