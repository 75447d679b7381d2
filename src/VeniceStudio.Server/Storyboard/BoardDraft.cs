using VeniceStudio.Media.Audio;
using VeniceStudio.Media.Editing;
using VeniceStudio.Server.Projects;

namespace VeniceStudio.Server.Storyboard;

/// <summary>A plan as a board without words: cut by the planner, with what its creator wants of repeats and quiet sections. Pure.</summary>
internal static class BoardDraft
{
    /// <param name="song">As corrected.</param>
    /// <param name="plan">What becomes of repeats, which sections are moving stills, how many frames a second.</param>
    /// <param name="cuts">The planner's.</param>
    /// <param name="video">The model whose footage is shown again; null when none is known.</param>
    public static Board Of(HeardSong song, PlanSettings plan, CutPlan cuts, VideoChoice? video)
    {
        var shots = cuts.Shots.Select(cut => new Shot { Id = Guid.CreateVersion7(), Start = cut.Start, Section = Math.Max(0, cut.Section) }).ToArray();
        var board = new Board(song.Duration, new FrameRate(plan.FrameRate, 1), shots) { Note = cuts.Note };
        var still = plan.StillSections.ToHashSet();
        for (var i = 0; i < shots.Length; i++) shots[i] = shots[i] with { MovingStill = still.Contains(shots[i].Section) };
        foreach (var (section, choice) in Choices(song, plan).Where(pair => pair.Value != RepeatAs.AllNew)) Repeat(song, board, shots, section, choice, video);
        return board;
    }

    /// <summary>What becomes of each section that repeats an earlier one.</summary>
    public static IReadOnlyDictionary<int, RepeatAs> Choices(HeardSong song, PlanSettings plan)
    {
        var chosen = plan.Repeats.GroupBy(choice => choice.Section).ToDictionary(same => same.Key, same => same.Last().As);
        return Enumerable.Range(0, song.Sections.Count).Where(section => song.Sections[section].RepeatOf is { } first && first < section)
            .ToDictionary(section => section, section => chosen.GetValueOrDefault(section, RepeatAs.AllNew));
    }

    private static void Repeat(HeardSong song, Board board, Shot[] shots, int section, RepeatAs choice, VideoChoice? video)
    {
        var first = Places(shots, song.Sections[section].RepeatOf!.Value);
        if (first.Count == 0) return;
        foreach (var (place, turn) in Places(shots, section).Select((place, turn) => (place, turn)))
        {
            if (choice == RepeatAs.NewAngle)
            {
                shots[place] = shots[place] with { AngleOf = shots[first[turn % first.Count]].Id };
                continue;
            }
            // The shot of the same turn, or the next one whose clip is long enough: footage is never stretched to where it shows.
            var slot = Length(board, place);
            var source = Enumerable.Range(turn, first.Count).Select(at => first[at % first.Count])
                .Where(at => Fills(board, shots[at], at, slot, video)).Select(at => (int?)at).FirstOrDefault();
            if (source is { } found) shots[place] = shots[place] with { SameAs = shots[found].SameAs ?? shots[found].Id, MovingStill = false };
        }
    }

    private static bool Fills(Board board, Shot source, int place, double slot, VideoChoice? video) =>
        source.MovingStill || video?.Buy(Length(board, place)) is not { } bought || slot <= bought.Seconds * ClipLengths.Slowing;

    private static double Length(Board board, int place) => board.EndOf(place) - board.Shots[place].Start;

    private static List<int> Places(Shot[] shots, int section) => [.. Enumerable.Range(0, shots.Length).Where(place => shots[place].Section == section)];
}
