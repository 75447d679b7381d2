using VeniceStudio.Server.Data;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Server.Work;

/// <summary>The kinds of calls that Venice limits.</summary>
public enum Paced
{
    Queue,
    Retrieve,

    /// <summary>Every call about sound: orders, looks, speech, transcriptions. Venice names one limit for all of them.</summary>
    Audio,

    /// <summary>Every call that draws or changes a picture.</summary>
    Image,
}

/// <summary>
/// One pace for the whole account, kept in the database because several processes may share the key. Calls about pictures and clips are counted
/// one by one, so that the whole limit may be used at once and never more of it within any minute: a storyboard waits for all its pictures
/// together, a film for all its clips. (Spread over the minute, the last of forty clips was bought a minute late.)
/// Sound, whose purchases and looks share one limit, is spread by a generic cell rate algorithm (ITU-T I.371): a row says when the next call is due in
/// theory, and a call may come early by a small burst. With a burst of a quarter of the limit and the rest spread, no minute can exceed it, and
/// looks leave room for purchases.
/// Both stay under Venice's abuse guard: more than twenty failed answers in half a minute block the key.
/// </summary>
public sealed class Pacer(StudioDb db, VeniceStanding standing)
{
    private const int FailureLimit = 14;

    // More pictures than other calls are under way at once, and each of them may still fail.
    private const int PictureFailureLimit = 10;

    /// <summary>The stretch within which calls are counted: a little over Venice's minute, because two calls may take a different time on their way.</summary>
    public static readonly TimeSpan Minute = TimeSpan.FromSeconds(61.5);

    // Whoever waits comes back for several free places, not for each of them.
    private static readonly TimeSpan Together = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan FailureWindow = TimeSpan.FromSeconds(30);
    private readonly int[] _perMinute = [40, 120, 60, 20];

    /// <summary>Calls a minute that Venice allows, as it told or by its documentation.</summary>
    public int PerMinute(Paced kind) => Volatile.Read(ref _perMinute[(int)kind]);

    public void Allow(Paced kind, int perMinute) => Volatile.Write(ref _perMinute[(int)kind], Math.Max(1, perMinute));

    /// <summary>Takes a place now, or says when to come back.</summary>
    public async Task<DateTimeOffset?> TakeAsync(Paced kind, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        await CountFailuresAsync(session);
        var later = await BlockedAsync(session, kind == Paced.Image ? PictureFailureLimit : FailureLimit)
            ?? (kind == Paced.Audio ? await TakeSpreadAsync(session, kind) : await TakeCountedAsync(session, kind));
        await session.CommitAsync();
        return later;
    }

    /// <summary>When the calls of the last minute were made, the earliest first; of the kinds that are counted one by one.</summary>
    public static Task<IReadOnlyList<DateTimeOffset>> LatelyAsync(DbSession session, Paced kind) => session.ListAsync<DateTimeOffset>(
        "SELECT at FROM paced_calls WHERE kind = @kind AND at > @gone ORDER BY at", new { kind = kind.ToString(), gone = session.Now - Minute });

    /// <summary>Venice said "too many": nobody calls this kind until then.</summary>
    public async Task BlockAsync(Paced kind, DateTimeOffset until, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        await session.ExecuteAsync(
            "UPDATE pace SET blocked_until = @until WHERE kind = @kind AND blocked_until < @until", new { kind = kind.ToString(), until });
        await session.CommitAsync();
    }

    private async Task<DateTimeOffset?> TakeSpreadAsync(DbSession session, Paced kind)
    {
        var now = session.Now.ToUnixTimeMilliseconds();
        var limit = PerMinute(kind);
        var burst = Math.Max(1, limit / 4);
        var interval = 60_000L / Math.Max(1, limit - burst);
        var tolerance = interval * (burst - 1);
        var row = new { kind = kind.ToString(), now, interval, tolerance };
        await session.ExecuteAsync("INSERT INTO pace (kind, next_at) VALUES (@kind, 0) ON CONFLICT (kind) DO NOTHING", row);
        var taken = await session.ExecuteAsync(
            """
            UPDATE pace SET next_at = (CASE WHEN next_at > @now THEN next_at ELSE @now END) + @interval
            WHERE kind = @kind AND next_at <= @now + @tolerance AND blocked_until <= @now
            """, row);
        return taken == 1 ? null : DateTimeOffset.FromUnixTimeMilliseconds(await session.OneAsync<long>(
            "SELECT CASE WHEN next_at - @tolerance > blocked_until THEN next_at - @tolerance ELSE blocked_until END FROM pace WHERE kind = @kind", row));
    }

    private async Task<DateTimeOffset?> TakeCountedAsync(DbSession session, Paced kind)
    {
        var limit = PerMinute(kind);
        var row = new { kind = kind.ToString(), now = session.Now, gone = session.Now - Minute };
        await session.ExecuteAsync("INSERT INTO pace (kind, next_at) VALUES (@kind, 0) ON CONFLICT (kind) DO NOTHING", row);
        // The row is held until the commit, so that two processes never count at the same time.
        await session.ExecuteAsync("UPDATE pace SET next_at = @now WHERE kind = @kind", row);
        var blocked = await session.OneAsync<DateTimeOffset>("SELECT blocked_until FROM pace WHERE kind = @kind", row);
        if (blocked > session.Now) return blocked;

        await session.ExecuteAsync("DELETE FROM paced_calls WHERE kind = @kind AND at <= @gone", row);
        var calls = await session.ListAsync<DateTimeOffset>("SELECT at FROM paced_calls WHERE kind = @kind ORDER BY at", row);
        if (calls.Count >= limit)
        {
            var first = calls[calls.Count - limit];
            return calls.Last(call => call <= first + Together) + Minute;
        }
        await session.ExecuteAsync("INSERT INTO paced_calls (kind, at) VALUES (@kind, @now)", row);
        return null;
    }

    private async Task CountFailuresAsync(DbSession session)
    {
        while (standing.Failures.TryDequeue(out var at)) await session.ExecuteAsync("INSERT INTO venice_failures (at) VALUES (@at)", new { at });
    }

    private static async Task<DateTimeOffset?> BlockedAsync(DbSession session, int most)
    {
        var since = session.Now - FailureWindow;
        await session.ExecuteAsync("DELETE FROM venice_failures WHERE at <= @since", new { since });
        var recent = await session.ListAsync<DateTimeOffset>("SELECT at FROM venice_failures ORDER BY at DESC LIMIT @most", new { most });
        return recent.Count < most ? null : recent[^1] + FailureWindow;
    }
}
