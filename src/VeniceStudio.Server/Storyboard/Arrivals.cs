namespace VeniceStudio.Server.Storyboard;

/// <summary>A picture that took its place on the board by itself, because it had been ordered.</summary>
/// <param name="Still">Which; when the shot shows another one by now, somebody chose that.</param>
/// <param name="Over">What stood in that place before it, the oldest first; an empty id for nothing.</param>
public sealed record Arrival(Guid Still, IReadOnlyList<Guid> Over);

/// <summary>
/// Pictures that come by themselves are no acts of a person, so undo does not stop at them and takes none of them away: they are carried
/// along to every state in which their place is as they found it.
/// </summary>
internal static class Arrivals
{
    /// <summary>The board with a picture that has come; the very same board when its shot is gone or its place was taken, approved or locked meanwhile.</summary>
    /// <param name="board">As it stands.</param>
    /// <param name="shot">For which shot it was ordered.</param>
    /// <param name="still">The picture; a media id.</param>
    /// <param name="replaces">What the shot showed at the order.</param>
    public static Board With(Board board, Guid shot, Guid still, Guid? replaces)
    {
        var place = board.IndexOf(shot);
        if (place < 0) return board;
        var there = board.Shots[place];
        if (there.StillId == still || there.StillId != replaces || !MayChange(there)) return board;
        IReadOnlyList<Guid> over = [.. there.Arrival is { } before && before.Still == replaces ? before.Over : [], replaces ?? Guid.Empty];
        return Shown(board, (one, index) => index == place ? one with { StillId = still, Arrival = new Arrival(still, over) } : one);
    }

    /// <summary>Another state of a board with the pictures that have come to this one since; the very same state when there are none.</summary>
    public static Board Carried(Board from, Board onto)
    {
        var came = from.Shots.Where(shot => shot.Arrival is { } arrival && arrival.Still == shot.StillId).ToDictionary(shot => shot.Id, shot => shot.Arrival!);
        bool Takes(Shot shot) => MayChange(shot) && came.TryGetValue(shot.Id, out var arrival) && arrival.Over.Contains(shot.StillId ?? Guid.Empty);
        return onto.Shots.Any(Takes) ? Shown(onto, (shot, _) => Takes(shot) ? shot with { StillId = came[shot.Id].Still, Arrival = came[shot.Id] } : shot) : onto;
    }

    private static bool MayChange(Shot shot) => shot.Approval is null && !(shot.Locked && shot.StillId is not null);

    private static Board Shown(Board board, Func<Shot, int, Shot> change) => board with { Shots = [.. board.Shots.Select(change)] };
}
