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
}

/// <summary>
/// One pace for the whole account, kept in the database because several processes may share the key. A generic cell rate
/// algorithm (ITU-T I.371): a row says when the next call is due in theory, and a call may come early by a small burst. With a burst
/// of a quarter of Venice's limit and the other three quarters spread over the minute, no minute can exceed the limit. It also
/// stays under Venice's abuse guard: more than twenty failed answers in half a minute block the key.
/// </summary>
public sealed class Pacer(StudioDb db, VeniceStanding standing)
{
    private const int FailureLimit = 14;
    private static readonly TimeSpan FailureWindow = TimeSpan.FromSeconds(30);
    private readonly int[] _perMinute = [40, 120, 60];

    /// <summary>Calls a minute that Venice allows, as it told or by its documentation.</summary>
    public int PerMinute(Paced kind) => Volatile.Read(ref _perMinute[(int)kind]);

    public void Allow(Paced kind, int perMinute) => Volatile.Write(ref _perMinute[(int)kind], Math.Max(1, perMinute));

    /// <summary>Takes a place now, or says when to come back.</summary>
    public async Task<DateTimeOffset?> TakeAsync(Paced kind, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        await CountFailuresAsync(session);
        if (await BlockedAsync(session) is { } blocked)
        {
            await session.CommitAsync();
            return blocked;
        }
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
        DateTimeOffset? later = taken == 1 ? null : DateTimeOffset.FromUnixTimeMilliseconds(await session.OneAsync<long>(
            "SELECT CASE WHEN next_at - @tolerance > blocked_until THEN next_at - @tolerance ELSE blocked_until END FROM pace WHERE kind = @kind", row));
        await session.CommitAsync();
        return later;
    }

    /// <summary>Venice said "too many": nobody calls this kind until then.</summary>
    public async Task BlockAsync(Paced kind, DateTimeOffset until, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        await session.ExecuteAsync(
            "UPDATE pace SET blocked_until = @until WHERE kind = @kind AND blocked_until < @until", new { kind = kind.ToString(), until });
        await session.CommitAsync();
    }

    private async Task CountFailuresAsync(DbSession session)
    {
        while (standing.Failures.TryDequeue(out var at)) await session.ExecuteAsync("INSERT INTO venice_failures (at) VALUES (@at)", new { at });
    }

    private static async Task<DateTimeOffset?> BlockedAsync(DbSession session)
    {
        var since = session.Now - FailureWindow;
        await session.ExecuteAsync("DELETE FROM venice_failures WHERE at <= @since", new { since });
        var recent = await session.ListAsync<DateTimeOffset>("SELECT at FROM venice_failures ORDER BY at DESC LIMIT @FailureLimit", new { FailureLimit });
        return recent.Count < FailureLimit ? null : recent[^1] + FailureWindow;
    }
}
