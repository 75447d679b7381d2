using VeniceStudio.Media.Composition;
using VeniceStudio.Media.Editing;

namespace VeniceStudio.Server.Films;

/// <summary>A measured film as people read it: each mark with its time and the shot that it lies in.</summary>
internal static class FilmScoring
{
    public static ScorecardView Of(Scorecard card, CutTimeline cut)
    {
        var seen = card.Cuts.Where(mark => mark.Off is not null).ToList();
        var onTime = seen.Count(mark => mark.Off is >= -1 and <= 1);
        var free = cut.Spans.Count(span => !span.OnBeat);
        var worst = card.WorstCut?.Off is { } off ? Math.Abs(off) : 0;
        return new ScorecardView(
            card.IsWhole, card.FramesExpected, card.FramesFound, card.Cuts.Count, seen.Count, onTime, free, worst,
            [.. card.Cuts.Select(mark => Mark(mark, cut)).Where(mark => mark.Off is < -1 or > 1 || !mark.OnBeat)],
            [.. card.Black.Select(stretch => Stretch(stretch, cut))], [.. card.Frozen.Select(stretch => Stretch(stretch, cut))],
            [.. card.Flashes.Select(flash => Flash(flash, cut))], card.SongLoudness, card.FilmLoudness, SentenceOf(card, seen.Count, onTime));
    }

    private static string SentenceOf(Scorecard card, int seen, int onTime)
    {
        var frames = card.FramesFound == card.FramesExpected ? "Every frame is there" : $"{card.FramesFound} of {card.FramesExpected} frames are there";
        var cuts = seen == 0 ? "" : onTime == seen ? ", every cut lies on its place" : $", {onTime} of {seen} cuts lie on their place";
        var dark = card.Black.Count == 0 ? "" : card.Black.Count == 1 ? ", one stretch is black" : $", {card.Black.Count} stretches are black";
        var flashes = card.Flashes.Count == 0 ? "" : card.Flashes.Count == 1
            ? ", and one stretch flashes too fast for some eyes"
            : $", and {card.Flashes.Count} stretches flash too fast for some eyes";
        return frames + cuts + dark + flashes + ".";
    }

    private static CutMarkView Mark(CutMark mark, CutTimeline cut)
    {
        var span = cut.Spans.FirstOrDefault(one => one.Start == mark.Planned);
        return new CutMarkView(mark.Planned, Seconds(mark.Planned, cut.Rate), mark.Off, span?.OnBeat ?? false, span?.Shot.Id);
    }

    private static StretchMarkView Stretch(FrameStretch stretch, CutTimeline cut) =>
        new(stretch.Start, stretch.Frames, Seconds(stretch.Start, cut.Rate), ShotAt(stretch.Start, cut));

    private static FlashMarkView Flash(FlashStretch flash, CutTimeline cut) =>
        new(flash.Frames.Start, flash.Frames.Frames, Seconds(flash.Frames.Start, cut.Rate), flash.IsRed, ShotAt(flash.Frames.Start, cut));

    private static Guid? ShotAt(int frame, CutTimeline cut) => cut.Spans.LastOrDefault(span => span.Start <= frame)?.Shot.Id;

    private static double Seconds(int frame, FrameRate rate) => Math.Round(rate.SecondsAt(frame), 3);
}
