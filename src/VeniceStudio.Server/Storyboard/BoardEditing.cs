using VeniceStudio.Server.Catalog;

namespace VeniceStudio.Server.Storyboard;

/// <summary>
/// Edits of a board, as functions from one board to the next. They keep what a board promises: shots cover the song in order without gaps.
/// What an edit changes is not approved any more, and neither is a shot that shows the changed one's footage again. Locked shots refuse
/// every edit but unlocking.
/// </summary>
public static class BoardEditing
{
    private const int LongestWords = 2_000;

    /// <summary>Makes one edit. The very same board comes back when there is nothing to change.</summary>
    public static BoardEdit Apply(Board board, BoardChange change, EditGround ground)
    {
        var ids = change.ShotIds is { Count: > 0 } several ? several : change.ShotId is { } one ? [one] : [];
        if (ids.Count == 0) return BoardEdit.No("shotId", "Say which shot is meant.");
        var places = ids.Distinct().Select(board.IndexOf).Order().ToList();
        if (places[0] < 0) return BoardEdit.No("shotId", "A shot that is meant is not on the board any more. Read the board again.");
        if (change.Kind != BoardChangeKind.Lock && places.Where(place => board.Shots[place].Locked).Select(place => (int?)place).FirstOrDefault() is { } locked)
            return Locked(locked);
        return change.Kind switch
        {
            BoardChangeKind.Split => SlotEditing.Split(board, places[0], change, ground),
            BoardChangeKind.Merge => SlotEditing.Merge(board, places, ground),
            BoardChangeKind.Move => SlotEditing.Move(board, places[0], change, ground),
            BoardChangeKind.Reorder => SlotEditing.Reorder(board, places[0], change),
            _ => Check(board, places, change, ground) is { } broken ? new BoardEdit(null, broken) : BoardEdit.Of(Each(board, places, change)),
        };
    }

    /// <summary>What an edit does, in a few words, for undo.</summary>
    public static string ActOf(Board board, BoardChange change)
    {
        var count = change.ShotIds is { Count: > 1 } several ? several.Count : 1;
        var first = (change.ShotIds is { Count: > 0 } ids ? ids.Min(board.IndexOf) : board.IndexOf(change.ShotId ?? Guid.Empty)) + 1;
        var shots = count > 1 ? $"{count} shots" : $"shot {first}";
        var they = count > 1 ? $"{count} shots" : $"Shot {first}";
        return change.Kind switch
        {
            BoardChangeKind.Words => $"New words for {shots}",
            BoardChangeKind.Cast => $"Cast of {shots}",
            BoardChangeKind.Still => $"Still of {shots}",
            BoardChangeKind.Split => $"Shot {first} split",
            BoardChangeKind.Merge => count > 1 ? $"{count} shots joined" : $"Shots {first} and {first + 1} joined",
            BoardChangeKind.Move => $"Cut before shot {first} moved",
            BoardChangeKind.Reorder => $"Shot {first} moved to place {change.To + 1}",
            BoardChangeKind.Lock => $"{they} {(change.Flag == false ? "unlocked" : "locked")}",
            BoardChangeKind.MovingStill => change.Flag == false ? $"A clip for {shots}" : $"A moving still for {shots}",
            BoardChangeKind.Model => $"Video model of {shots}",
            BoardChangeKind.SameAs => change.SameAs is null ? $"Own footage for {shots}" : $"Footage shown again in {shots}",
            _ => $"Subject of {shots}",
        };
    }

    /// <summary>The board with some shots not approved, nor those that show their footage again.</summary>
    internal static Board Withdrawn(Board board, IReadOnlySet<Guid> changed) => board with
    {
        Shots = [.. board.Shots.Select(shot => shot.Approval is not null && (changed.Contains(shot.Id) || (shot.SameAs is { } source && changed.Contains(source)))
            ? shot with { Approval = null } : shot)],
    };

    internal static BoardEdit Locked(int place) => BoardEdit.No("shotId", $"Shot {place + 1} is locked. Unlock it first.");

    private static BrokenRule? Check(Board board, IReadOnlyList<int> places, BoardChange change, EditGround ground)
    {
        var again = places.Where(place => board.Shots[place].SameAs is not null).Select(place => (int?)place).FirstOrDefault();
        return change.Kind switch
        {
            BoardChangeKind.Words when change.Words is null => new("words", "Send the new words."),
            BoardChangeKind.Words when Texts(change.Words).Any(text => text?.Length > LongestWords) => new("words", $"Each part of a shot's words has at most {LongestWords} characters. Shorten it."),
            BoardChangeKind.Cast when change.CastIds is null => new("castIds", "Send who is in the shot; an empty list for nobody."),
            BoardChangeKind.Cast when change.CastIds.Any(id => !ground.Cast.Contains(id) && !places.All(place => board.Shots[place].CastIds.Contains(id))) =>
                new("castIds", "Somebody of these is not in the cast any more. Read the project again."),
            BoardChangeKind.Words or BoardChangeKind.Cast or BoardChangeKind.Still or BoardChangeKind.MovingStill when again is { } place =>
                new("shotId", $"Shot {place + 1} shows the footage of another shot, and what is in it. Change that one, or give this one footage of its own first."),
            BoardChangeKind.SameAs when change.SameAs is { } source => CheckSource(board, places, source),
            BoardChangeKind.Model when change.Model?.Length > 200 => new("model", "This is no model's name."),
            BoardChangeKind.Subject when change.Subject is not { X: >= 0 and <= 1, Y: >= 0 and <= 1 } => new("subject", "The subject lies between 0 and 1, across and down."),
            _ => null,
        };
    }

    private static BrokenRule? CheckSource(Board board, IReadOnlyList<int> places, Guid source)
    {
        var at = board.IndexOf(source);
        if (at < 0) return new("sameAs", "The shot whose footage is meant is not on the board any more. Read the board again.");
        var root = board.Shots[at].SameAs ?? source;
        foreach (var place in places)
        {
            var id = board.Shots[place].Id;
            if (id == root) return new("sameAs", $"Shot {place + 1} cannot show its own footage again. Choose another shot.");
            var user = board.Shots.ToList().FindIndex(shot => shot.SameAs == id);
            if (user >= 0) return new("sameAs", $"Shot {user + 1} shows the footage of shot {place + 1}. End that first.");
        }
        return null;
    }

    /// <summary>An edit of what shots show, which leaves their slots alone.</summary>
    private static Board Each(Board board, IReadOnlyList<int> places, BoardChange change)
    {
        var shots = board.Shots.ToArray();
        var changed = new HashSet<Guid>();
        foreach (var place in places)
        {
            var before = shots[place];
            var after = Edited(board, before, change);
            if (Same(before, after)) continue;
            shots[place] = after;
            if (Counts(before, after)) changed.Add(before.Id);
        }
        if (shots.Zip(board.Shots, ReferenceEquals).All(same => same)) return board;
        var next = board with { Shots = shots };
        return changed.Count == 0 ? next : Withdrawn(next, changed);
    }

    private static Shot Edited(Board board, Shot shot, BoardChange change) => change.Kind switch
    {
        BoardChangeKind.Words => shot with { Words = Whole(change.Words!), WrittenBy = WrittenBy.Creator },
        BoardChangeKind.Cast => shot with { CastIds = [.. change.CastIds!.Distinct()] },
        BoardChangeKind.Still => shot.StillId == change.StillId ? shot : shot with { StillId = change.StillId, Arrival = null },
        BoardChangeKind.Lock => shot with { Locked = change.Flag ?? true },
        BoardChangeKind.MovingStill => shot with { MovingStill = change.Flag ?? true },
        BoardChangeKind.Model => shot with { VideoModel = string.IsNullOrWhiteSpace(change.Model) ? null : change.Model },
        BoardChangeKind.SameAs when change.SameAs is { } source =>
            shot with { SameAs = board.Shots[board.IndexOf(source)].SameAs ?? source, AngleOf = null, MovingStill = false },
        // Its own words are what it showed until now, unless it has some from before.
        BoardChangeKind.SameAs => board.Source(shot) is var shown && shot.WrittenBy == WrittenBy.Nobody
            ? shot with { SameAs = null, Words = shown.Words, WrittenBy = shown.WrittenBy, CastIds = shown.CastIds } : shot with { SameAs = null },
        _ => shot with { Subject = change.Subject!.Value with { Guessed = false } },
    };

    private static bool Same(Shot before, Shot after) => before with { CastIds = after.CastIds } == after && before.CastIds.SequenceEqual(after.CastIds);

    /// <summary>Whether an approval would name something else: not by a lock, a subject point, or how the film goes on to the next shot.</summary>
    private static bool Counts(Shot before, Shot after) => !Same(
        before with
        {
            Locked = after.Locked, Subject = after.Subject, WrittenBy = after.WrittenBy, Approval = after.Approval,
            Words = before.Words with { Transition = after.Words.Transition },
        }, after);

    private static ShotWords Whole(ShotWords words) =>
        new(words.Picture ?? "", words.Action ?? "", words.Camera ?? "", words.Light ?? "", words.Transition ?? "", words.Sung ?? "");

    private static string?[] Texts(ShotWords words) => [words.Picture, words.Action, words.Camera, words.Light, words.Transition, words.Sung];
}
