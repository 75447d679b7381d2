namespace VeniceStudio.Server.Storyboard.Directing;

/// <summary>The next shots of a board to be written.</summary>
/// <param name="Asked">What a model is asked for.</param>
internal sealed record BoardChunk(IReadOnlyList<ShotSlot> Asked)
{
    /// <summary>What comes next in a row's work. Shots that are gone, were locked or written by hand meanwhile, or show another one's footage with its words, are passed over.</summary>
    public static BoardChunk Next(Direction row, FilmPapers film, Board board, int most)
    {
        var slots = ShotSlot.InOrder(film, board).ToDictionary(slot => slot.Id);
        var open = board.Shots.Where(shot => !shot.Locked && shot.WrittenBy != WrittenBy.Creator && board.Source(shot).Id == shot.Id).Select(shot => shot.Id).ToHashSet();
        var left = row.ReadRequest().ShotIds.Skip(row.Done).Where(open.Contains).ToList();
        return new BoardChunk([.. left.Take(Even(left.Count, most)).Select(id => slots[id])]);
    }

    /// <summary>Answers of about the same length: nine shots are five and four, not eight and a straggler.</summary>
    private static int Even(int shots, int most)
    {
        var answers = Math.Max(1, (shots + (long)most - 1) / most);
        return (int)Math.Max(1, (shots + answers - 1) / answers);
    }

    /// <summary>All words of the chunk in the order of the film: the model's, and the rules' where it brought none.</summary>
    public IReadOnlyList<WrittenShot> Complete(FilmPapers film, Board board, IReadOnlyList<WrittenShot> written)
    {
        var done = written.ToDictionary(shot => shot.Id);
        var all = new Dictionary<Guid, WrittenShot>();
        foreach (var slot in Asked.OrderBy(slot => slot.Number))
            all[slot.Id] = done.TryGetValue(slot.Id, out var words) ? words : RuleWriter.Write(film, slot, WordsAt(slot.Number - 1), WordsAt(slot.AngleOf ?? 0));
        return [.. all.Values];

        ShotWords? WordsAt(int number)
        {
            if (number < 1) return null;
            var shot = board.Source(board.Shots[number - 1]);
            return all.TryGetValue(shot.Id, out var fresh) ? fresh.Words : shot.Words;
        }
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
