using VeniceStudio.Media.Audio;

namespace VeniceStudio.Server.Storyboard;

/// <summary>Lays a new board around the locked shots of the present one.</summary>
internal static class LockedShots
{
    /// <summary>Seconds. A new shot beside a locked one is not shorter; the one before it takes the rest.</summary>
    private const double Shortest = 0.5;

    public static Board Kept(Board before, Board draft, HeardSong song)
    {
        var locked = before.Shots.Select((shot, index) => (Shot: shot, End: Math.Min(before.EndOf(index), draft.Duration)))
            .Where(slot => slot.Shot.Locked && slot.End - slot.Shot.Start >= SlotEditing.Shortest).ToList();
        var shots = new List<Shot>();
        var at = 0.0;
        foreach (var (shot, end) in locked)
        {
            shots.AddRange(Between(draft, at, shot.Start, song));
            shots.Add(shot);
            at = end;
        }
        shots.AddRange(Between(draft, at, draft.Duration, song));
        return draft with { Shots = WithoutDangling(shots) };
    }

    /// <summary>The draft's shots of a stretch, the first of them drawn out to its beginning.</summary>
    private static IEnumerable<Shot> Between(Board draft, double start, double end, HeardSong song)
    {
        if (end - start < SlotEditing.Shortest) yield break;
        var first = draft.Shots.Last(shot => shot.Start <= start + SlotEditing.Shortest);
        yield return first.Start == start ? first : first with { Id = Guid.CreateVersion7(), Start = start, Section = SlotEditing.SectionAt(song, start) };
        foreach (var shot in draft.Shots.Where(shot => shot.Start > start + Shortest && shot.Start < end - Shortest)) yield return shot;
    }

    /// <summary>Shots whose footage or set is not on the board any more have their own.</summary>
    private static IReadOnlyList<Shot> WithoutDangling(List<Shot> shots)
    {
        var own = shots.Where(shot => shot.SameAs is null).Select(shot => shot.Id).ToHashSet();
        var all = shots.Select(shot => shot.Id).ToHashSet();
        return [.. shots.Select(shot => shot with
        {
            SameAs = shot.SameAs is { } source && own.Contains(source) ? source : null,
            AngleOf = shot.AngleOf is { } angle && all.Contains(angle) ? angle : null,
        })];
    }
}
