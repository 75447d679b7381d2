using VeniceStudio.Server.Films;

namespace VeniceStudio.Server.Making;

/// <summary>The scorecard as lines for a shell.</summary>
internal static class ScoreLines
{
    public static IEnumerable<string> Of(ScorecardView score)
    {
        yield return score.Sentence;
        yield return $"  frames     {score.FramesFound} of {score.FramesExpected}";
        yield return $"  cuts       {score.CutsOnTime} of {score.CutsSeen} that can be seen lie within a frame of their beat; the farthest is off by {Words.Count(score.WorstCut, "frame")}";
        if (score.FreeCuts > 0) yield return $"             {Words.Count(score.FreeCuts, "cut")} planned beside the beat";
        yield return $"  black      {Stretches(score.Black)}";
        yield return $"  frozen     {Stretches(score.Frozen)}";
        yield return $"  flashes    {(score.Flashes.Count == 0 ? "none" : string.Join(", ", score.Flashes.Select(flash => Words.Time(flash.Seconds))))}";
        if (score is { SongLoudness: { } song, FilmLoudness: { } film }) yield return $"  loudness   {Words.Number(film)} LUFS, the song {Words.Number(song)}";
    }

    private static string Stretches(IReadOnlyList<StretchMarkView> marks) =>
        marks.Count == 0 ? "none" : string.Join(", ", marks.Select(mark => $"{Words.Count(mark.Frames, "frame")} at {Words.Time(mark.Seconds)}"));
}
