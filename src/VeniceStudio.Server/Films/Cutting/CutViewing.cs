using VeniceStudio.Media.Editing;

namespace VeniceStudio.Server.Films;

/// <summary>The cut as the API shows it.</summary>
internal static class CutViewing
{
    public static CutView Of(FilmScene scene)
    {
        var film = CutTimeline.Of(scene);
        var beats = scene.Heard?.Grid.Beats ?? [];
        return new CutView(
            scene.CutVersion, scene.Cut, (int)Math.Round(film.Rate.PerSecond), film.Frames, film.Size.Width, film.Size.Height,
            [.. film.Spans.Select(span => View(span, film.Rate))],
            [.. beats.Select(beat => beat.Seconds)], [.. beats.Where(beat => beat.IsDownbeat).Select(beat => beat.Seconds)], film.Missing);
    }

    private static CutSpanView View(ShotSpan span, FrameRate rate)
    {
        var file = span.Shown.File?.ToView();
        return new CutSpanView(
            span.Shot.Id, span.Index + 1, span.Start, span.Frames, span.Shown.As, span.Shown.Id, span.IsClip ? file?.Url : null,
            span.IsClip ? file?.PosterUrl : file?.Url, span.IsClip ? span.Shown.File!.Seconds : null, Math.Round(span.In, 3), Math.Round(span.RunsAt(rate), 4),
            span.Rule, span.Transition.Kind, span.Transition.Frames, span.OnBeat, span.Shown.Missing);
    }
}
