using VeniceStudio.Media.Audio;
using VeniceStudio.Media.Editing;

namespace VeniceStudio.Server.Storyboard;

/// <summary>Edits of where shots begin and which slot shows what.</summary>
internal static class SlotEditing
{
    /// <summary>Seconds. Beats lie at least 0.1 s apart, less the rounding of their stored times: two frames at 24 a second.</summary>
    public const double Shortest = 0.09;

    /// <summary>More shots than a film of twenty minutes at its most frantic needs.</summary>
    public const int MostShots = 1_000;

    public static BoardEdit Split(Board board, int place, BoardChange change, EditGround ground)
    {
        if (change.At is not { } at || !double.IsFinite(at)) return BoardEdit.No("at", "Say where the shot is to be split.");
        if (board.Shots.Count >= MostShots) return BoardEdit.No("shotId", $"A board has at most {MostShots} shots. Join some first.");
        var shot = board.Shots[place];
        if (Snapped(ground.Song, at, shot.Start + Shortest, board.EndOf(place) - Shortest, change.Free == true) is not { } cut)
            return BoardEdit.No("at", $"No beat lies there inside shot {place + 1}. Split it freely, beside the beat, or elsewhere.");
        // The new half has the same words and people, but needs a picture of its own: the same one twice would look like a jump.
        var source = board.Source(shot);
        var second = new Shot
        {
            Id = Guid.CreateVersion7(), Start = cut, Section = SectionAt(ground.Song, cut), Words = source.Words, WrittenBy = source.WrittenBy, CastIds = source.CastIds,
            AngleOf = shot.SameAs ?? shot.Id, MovingStill = shot.MovingStill, VideoModel = shot.VideoModel,
        };
        return Changed(board with { Shots = [.. board.Shots.Take(place + 1), second, .. board.Shots.Skip(place + 1)] }, [shot.Id]);
    }

    /// <summary>Joins a shot with the next one, or a row of shots. What is left shows what the first showed, or, when that was empty, the first that is not.</summary>
    public static BoardEdit Merge(Board board, IReadOnlyList<int> places, EditGround ground)
    {
        if (places.Count == 1) places = [places[0], places[0] + 1];
        if (places[^1] >= board.Shots.Count) return BoardEdit.No("shotId", "The last shot has none after it to be joined with. Join the one before with it.");
        if (places[^1] - places[0] != places.Count - 1) return BoardEdit.No("shotIds", "Only shots that follow one another can be joined. Choose a row of them.");
        if (places.Where(place => board.Shots[place].Locked).Select(place => (int?)place).FirstOrDefault() is { } locked) return BoardEditing.Locked(locked);

        var joined = places.Select(place => board.Shots[place]).ToList();
        var kept = joined.Find(shot => shot.WrittenBy != WrittenBy.Nobody || shot.StillId is not null || shot.SameAs is not null) ?? joined[0];
        kept = kept with { Start = joined[0].Start, Section = SectionAt(ground.Song, joined[0].Start), StillId = kept.StillId ?? joined.Find(shot => shot.StillId is not null)?.StillId };
        var gone = joined.Select(shot => shot.Id).Where(id => id != kept.Id).ToHashSet();
        if (kept.SameAs is { } own && gone.Contains(own)) kept = kept with { SameAs = null };
        if (kept.AngleOf is { } angle && gone.Contains(angle)) kept = kept with { AngleOf = null };

        var root = kept.SameAs ?? kept.Id;
        Shot Redirected(Shot shot) => (shot.SameAs is { } source && gone.Contains(source), shot.AngleOf is { } set && gone.Contains(set)) switch
        {
            (true, _) => shot with { SameAs = root == shot.Id ? null : root, Approval = null },
            (_, true) => shot with { AngleOf = kept.Id },
            _ => shot,
        };
        return Changed(
            board with { Shots = [.. board.Shots.Take(places[0]).Select(Redirected), kept, .. board.Shots.Skip(places[^1] + 1).Select(Redirected)] }, [kept.Id]);
    }

    /// <summary>Moves the cut before a shot.</summary>
    public static BoardEdit Move(Board board, int place, BoardChange change, EditGround ground)
    {
        if (change.At is not { } at || !double.IsFinite(at)) return BoardEdit.No("at", "Say where the shot is to begin.");
        if (place == 0) return BoardEdit.No("shotId", "The first shot begins with the song. Move the cut after it instead.");
        if (board.Shots[place - 1].Locked) return BoardEditing.Locked(place - 1);
        var (low, high) = (board.Shots[place - 1].Start + Shortest, board.EndOf(place) - Shortest);
        if (Snapped(ground.Song, at, low, high, change.Free == true) is not { } cut)
            return BoardEdit.No("at", $"No beat lies there between the shots before and after shot {place + 1}. Move the cut freely, beside the beat.");
        var shot = board.Shots[place];
        if (cut == shot.Start) return BoardEdit.Of(board);
        var moved = shot with { Start = cut, Section = SectionAt(ground.Song, cut) };
        return Changed(board with { Shots = [.. board.Shots.Take(place), moved, .. board.Shots.Skip(place + 1)] }, [shot.Id, board.Shots[place - 1].Id]);
    }

    /// <summary>
    /// Moves what a shot shows to another place; what lies between moves up by one. The slots stay where the beats are, and locked shots
    /// keep theirs.
    /// </summary>
    public static BoardEdit Reorder(Board board, int from, BoardChange change)
    {
        if (change.To is not { } to || to < 0 || to >= board.Shots.Count) return BoardEdit.No("to", $"The place lies between 1 and {board.Shots.Count}.");
        if (from == to) return BoardEdit.Of(board);
        if (board.Shots[to].Locked) return BoardEditing.Locked(to);
        var slots = Enumerable.Range(Math.Min(from, to), Math.Abs(from - to) + 1).Where(place => !board.Shots[place].Locked).ToList();
        var contents = slots.Select(place => board.Shots[place]).ToList();
        var mover = board.Shots[from];
        contents.Remove(mover);
        contents.Insert(from < to ? contents.Count : 0, mover);
        var shots = board.Shots.ToArray();
        foreach (var (slot, content) in slots.Zip(contents)) shots[slot] = content with { Start = board.Shots[slot].Start, Section = board.Shots[slot].Section };
        return Changed(board with { Shots = shots }, [.. contents.Select(shot => shot.Id)]);
    }

    /// <summary>The section that a moment lies in. A cut a few milliseconds before a section's begin belongs to it.</summary>
    public static int SectionAt(HeardSong song, double seconds)
    {
        var at = 0;
        for (var i = 1; i < song.Sections.Count && song.Sections[i].Start <= seconds + BeatSnap.Tolerance; i++) at = i;
        return at;
    }

    private static BoardEdit Changed(Board board, HashSet<Guid> changed) => BoardEdit.Of(BoardEditing.Withdrawn(board, changed));

    /// <summary>The nearest beat within bounds; the moment itself when it is free or the song has no beat there. Null when none lies inside.</summary>
    private static double? Snapped(HeardSong song, double at, double low, double high, bool free)
    {
        if (low > high) return null;
        if (free) return at >= low && at <= high ? at : null;
        var nearest = BeatSnap.Nearest(song, at);
        if (nearest >= low && nearest <= high) return nearest;
        var inside = song.Grid.Beats.Where(beat => beat.Seconds >= low && beat.Seconds <= high).Select(beat => (double?)beat.Seconds);
        return inside.MinBy(beat => Math.Abs(beat!.Value - at));
    }
}
