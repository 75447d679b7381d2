using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Data;

namespace VeniceStudio.Server.Storyboard.Stills;

/// <summary>
/// A shot that sees a set from another angle is made of that set's still. Where both are drawn at one time, the set goes first and the
/// other waits for it; whatever becomes of the set's still lets it go on.
/// </summary>
internal static class StillSets
{
    /// <summary>A wait that nobody ended: whoever was to call the next one may have died just then.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>The shot whose still has to come before this one's; null when there is nothing to wait for. Pure.</summary>
    /// <param name="board">Knows which shot sees which set.</param>
    /// <param name="shot">The one that is to be drawn.</param>
    /// <param name="coming">Shots whose still is on its way, or ordered together with it.</param>
    public static Guid? DrawnBefore(Board board, Shot shot, IReadOnlySet<Guid> coming)
    {
        if (board.SetOf(shot) is not { } set || !coming.Contains(set.Id)) return null;
        // Shots that were merged and moved may see each other's set; none of them can go first then.
        var other = set;
        for (var steps = 0; steps < board.Shots.Count && other is not null && other.Id != shot.Id; steps++) other = board.SetOf(other);
        return other is null ? set.Id : null;
    }

    /// <summary>When to look again because the set's still is on its way; null when nothing is waited for.</summary>
    public static async Task<DateTimeOffset?> LaterAsync(this DbSession session, Still still) =>
        still.SetShotId is { } set && (await session.ShotsUnderWayAsync(still.ProjectId)).Contains(set) ? session.Now + Longest : null;

    /// <summary>A shot's still has ended: those that waited for it need not wait any more.</summary>
    /// <returns>Whether one waits.</returns>
    public static async Task<bool> CallWaitingAsync(this DbSession session, Guid project, Guid shot) => await session.ExecuteAsync(
        """
        UPDATE stills SET due_at = @Now
        WHERE project_id = @project AND set_shot_id = @shot AND status = @Reserved AND due_at > @Now AND tries = 0 AND lease_owner IS NULL AND deleted_at IS NULL
        """, new { project, shot, session.Now, Reserved = (int)ClipStatus.Reserved }) > 0;
}
