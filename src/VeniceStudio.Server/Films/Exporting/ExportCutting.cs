using VeniceStudio.Media.Composition;
using VeniceStudio.Media.Ffmpeg;

namespace VeniceStudio.Server.Films;

/// <summary>Which frames an export takes, and in which shape. Pure.</summary>
internal static class ExportCutting
{
    private const double UsualGif = 4, UsualLoop = 5, LongestLoop = 8, ShortestLoop = 3, JoinSeconds = 0.4;

    /// <summary>As fine as the film, in another shape.</summary>
    public static FrameSize SizeOf(ExportKind kind, FrameSize film)
    {
        var shape = kind switch
        {
            ExportKind.Tall => FrameSize.Tall,
            ExportKind.Square => FrameSize.Square,
            _ => FrameSize.Wide,
        };
        return shape.Within(Math.Min(film.Width, film.Height));
    }

    /// <exception cref="MediaException">The film is too short for it; the message is a sentence.</exception>
    public static ExportPlan PlanOf(Export export, FilmFile film, CutTimeline cut) => export.Kind switch
    {
        ExportKind.Mp4_1080 => ExportPlan.Mp4(film, 1080),
        ExportKind.Mp4_720 => ExportPlan.Mp4(film, 720),
        ExportKind.WebM => ExportPlan.WebM(film),
        ExportKind.Teaser15 => ExportPlan.Stretch(film, StrongestOf(cut, 15)),
        ExportKind.Teaser30 => ExportPlan.Stretch(film, StrongestOf(cut, 30)),
        ExportKind.Loop => LoopOf(export.Read(), film, cut),
        ExportKind.Poster => ExportPlan.Poster(film, PosterOf(export.Read(), cut)),
        _ => ExportPlan.Mp4(film, null),
    };

    public static FrameStretch GifOf(MakeExport wish, CutTimeline cut, int frames)
    {
        var seconds = Math.Min(GifPlan.Longest, wish.Seconds ?? UsualGif);
        if (wish.Start is not { } start) return StrongestOf(cut, seconds);
        var first = Math.Clamp(cut.Rate.FrameAt(start), 0, frames - 1);
        return new FrameStretch(first, Math.Max(1, Math.Min(cut.Rate.FrameAt(seconds), frames - first)));
    }

    private static int PosterOf(MakeExport wish, CutTimeline cut) =>
        wish.Start is { } start ? cut.Rate.FrameAt(start)
        // A little way into the strongest shot: its first frame may still belong to a transition.
        : StrongestOf(cut, 15) is var best && cut.Spans.LastOrDefault(span => span.Start <= best.Start) is { } span ? Math.Max(best.Start, span.Start) + span.Frames / 2 : 0;

    private static ExportPlan LoopOf(MakeExport wish, FilmFile film, CutTimeline cut)
    {
        var join = Math.Max(2, cut.Rate.FrameAt(JoinSeconds));
        var lead = cut.Rate.SecondsAt(join + 2);
        FrameStretch? stretch = wish.Start is null && wish.Seconds is null && cut.Scene.Heard is { } heard
            ? Highlights.Loop(heard, lead) is { } best ? FramesOf(cut, best) : null
            : FramesOf(cut, new SongStretch(Math.Max(lead, wish.Start ?? 0), Math.Max(lead, wish.Start ?? 0) + Math.Clamp(wish.Seconds ?? UsualLoop, ShortestLoop, LongestLoop)));
        if (stretch is not { } loop || loop.End > film.Frames || loop.Start < join + 1 || join * 2 > loop.Frames)
            throw new MediaException("No loop of three seconds fits there. Begin it earlier, or make it shorter.", MediaFault.OutsideLimits);
        return LoopPlan.Of(film, loop, join);
    }

    private static FrameStretch StrongestOf(CutTimeline cut, double seconds) => cut.Scene.Heard is { } heard
        ? FramesOf(cut, Highlights.Teaser(heard, seconds)) : new FrameStretch(0, Math.Min(cut.Frames, cut.Rate.FrameAt(seconds)));

    private static FrameStretch FramesOf(CutTimeline cut, SongStretch stretch)
    {
        var start = Math.Clamp(cut.Rate.FrameAt(stretch.Start), 0, cut.Frames - 1);
        return new FrameStretch(start, Math.Max(1, Math.Min(cut.Frames, cut.Rate.FrameAt(stretch.End)) - start));
    }
}
