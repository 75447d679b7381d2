namespace VeniceStudio.Server.Storyboard.Directing;

/// <summary>The next shots of a board to be written.</summary>
/// <param name="Asked">What a model is asked for.</param>
/// <param name="Same">Shots that show another one's footage, and therefore have its words: this one, of that one.</param>
internal sealed record BoardChunk(IReadOnlyList<ShotSlot> Asked, IReadOnlyList<(ShotSlot Slot, Guid Source)> Same)
{
    public bool IsEmpty => Asked.Count == 0 && Same.Count == 0;

    /// <summary>What comes next in a row's work. Shots that are gone, or were locked meanwhile, are passed over.</summary>
    public static BoardChunk Next(Direction row, FilmPapers film, Board board, int most)
    {
        var slots = ShotSlot.InOrder(film, board).ToDictionary(slot => slot.Id);
        var shots = board.Shots.ToDictionary(shot => shot.Id);
        var (asked, same) = (new List<ShotSlot>(), new List<(ShotSlot, Guid)>());
        var left = row.ReadRequest().ShotIds.Skip(row.Done).Where(shots.ContainsKey).Select(id => shots[id]).Where(shot => !shot.Locked).ToList();
        most = Even(left.Count(shot => Source(shot) is null), most);
        foreach (var shot in left)
        {
            if (Source(shot) is { } source) same.Add((slots[shot.Id], source));
            else if (asked.Count == most) break;
            else asked.Add(slots[shot.Id]);
        }
        return new BoardChunk(asked, same);

        Guid? Source(Shot shot) => shot.SameAs is { } source && source != shot.Id && shots.ContainsKey(source) ? source : null;
    }

    /// <summary>Answers of about the same length: nine shots are five and four, not eight and a straggler.</summary>
    private static int Even(int shots, int most)
    {
        var answers = Math.Max(1, (shots + (long)most - 1) / most);
        return (int)Math.Max(1, (shots + answers - 1) / answers);
    }

    /// <summary>All words of the chunk in the order of the film: the model's, the rules' where it brought none, and copies of shots shown again.</summary>
    public IReadOnlyList<WrittenShot> Complete(FilmPapers film, Board board, IReadOnlyList<WrittenShot> written)
    {
        var done = written.ToDictionary(shot => shot.Id);
        var copies = Same.ToDictionary(same => same.Slot.Id, same => same.Source);
        var at = board.Shots.Select((shot, index) => (shot.Id, index)).ToDictionary(place => place.Id, place => place.index);
        var all = new Dictionary<Guid, WrittenShot>();
        foreach (var slot in Asked.Concat(Same.Select(same => same.Slot)).OrderBy(slot => slot.Number))
        {
            all[slot.Id] = copies.TryGetValue(slot.Id, out var source) && Copy(source) is { } copy ? copy with { Id = slot.Id }
                : done.TryGetValue(slot.Id, out var words) ? words : RuleWriter.Write(film, slot, Before(slot));
        }
        return [.. all.Values];

        ShotWords? Before(ShotSlot slot) => slot.Number < 2 ? null
            : board.Shots[slot.Number - 2] is var before && all.TryGetValue(before.Id, out var words) ? words.Words : before.Words;

        WrittenShot? Copy(Guid source) => all.TryGetValue(source, out var fresh) ? fresh
            : done.TryGetValue(source, out fresh) ? fresh
            : board.Shots[at[source]] is { Words.Picture.Length: > 0 } shot ? new WrittenShot(shot.Id, shot.Words, shot.WrittenBy, shot.CastIds, shot.Subject) : null;
    }

    /// <summary>How many of a row's shots are settled once these words are on the board.</summary>
    public static int Consumed(Direction row, IReadOnlyList<WrittenShot> shots)
    {
        var written = shots.Select(shot => shot.Id).ToHashSet();
        var ids = row.ReadRequest().ShotIds;
        for (var at = ids.Count - 1; at >= row.Done; at--)
            if (written.Contains(ids[at])) return at + 1 - row.Done;
        return ids.Count - row.Done;
    }

    /// <summary>What the change is called in the board's history.</summary>
    public static string Act(Board board, Dictionary<Guid, WrittenShot> words)
    {
        var numbers = board.Shots.Select((shot, at) => (shot.Id, Number: at + 1)).Where(shot => words.ContainsKey(shot.Id)).Select(shot => shot.Number).ToList();
        return numbers.Count switch
        {
            0 => "Words",
            1 => $"Words of shot {numbers[0]}",
            _ => $"Words of shots {numbers[0]} to {numbers[^1]}",
        };
    }
}
