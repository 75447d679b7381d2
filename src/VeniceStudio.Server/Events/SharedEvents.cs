using System.Text.RegularExpressions;
using Npgsql;
using VeniceStudio.Server.Data;

namespace VeniceStudio.Server.Events;

/// <summary>
/// Several processes on one PostgreSQL: a change is told here at once and to the others through NOTIFY. What could not be sent while the
/// database was away is kept as a set of names; what may have been missed meanwhile makes every page ask again.
/// </summary>
internal sealed partial class SharedEvents(EventHub hub, StudioDb db, TimeProvider time, ILogger<SharedEvents> log) : BackgroundService, IStudioEvents
{
    private const string Channel = "studio_events";

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1), LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>A line that died without a word (a proxy, a sleeping host) is found out this way. Milliseconds.</summary>
    private const int ProbeEvery = 60_000;

    private readonly string _self = Guid.NewGuid().ToString("N");
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _bell = new(0, 1);
    private HashSet<Changed> _outgoing = [];

    public void Publish(Changed changed)
    {
        hub.Deliver(changed);
        lock (_gate)
        {
            _outgoing.Add(changed);
            if (_bell.CurrentCount == 0) _bell.Release();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken) =>
        await Task.WhenAll(
            KeepOnAsync(ListenAsync, stoppingToken),
            KeepOnAsync(SendAsync, stoppingToken));

    public override void Dispose()
    {
        base.Dispose();
        _bell.Dispose();
    }

    /// <summary>Runs until the studio closes; after a failure again, a little later each time.</summary>
    private async Task KeepOnAsync(Func<Action, CancellationToken, Task> run, CancellationToken ct)
    {
        var pause = FirstPause;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await run(() => pause = FirstPause, ct);
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                Lost(log, e, pause.TotalSeconds);
                await Task.Delay(pause, time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
            catch (Exception)
            {
                // The studio closes: whatever was under way ends with it.
            }
        }
    }

    private async Task ListenAsync(Action healthy, CancellationToken ct)
    {
        await using var connection = await db.Postgres!.OpenConnectionAsync(ct);
        connection.Notification += (_, notice) => Hear(notice.Payload);
        await ExecuteAsync(connection, $"LISTEN {Channel}", ct);
        healthy();
        hub.Deliver(new Changed(EventHub.Hello));
        while (true)
        {
            if (!await connection.WaitAsync(ProbeEvery, ct)) await ExecuteAsync(connection, "SELECT 1", ct);
        }
    }

    private async Task SendAsync(Action healthy, CancellationToken ct)
    {
        while (true)
        {
            await _bell.WaitAsync(ct);
            HashSet<Changed> batch;
            lock (_gate) (batch, _outgoing) = (_outgoing, []);
            try
            {
                await using var command = db.Postgres!.CreateCommand("SELECT pg_notify(@channel, payload) FROM unnest(@payloads) AS payload");
                command.Parameters.AddWithValue("channel", Channel);
                command.Parameters.AddWithValue("payloads", batch.Select(changed => $"{changed.What}|{changed.AccountId}|{_self}").ToArray());
                await command.ExecuteNonQueryAsync(ct);
                healthy();
            }
            catch
            {
                lock (_gate)
                {
                    _outgoing.UnionWith(batch);
                    if (_bell.CurrentCount == 0) _bell.Release();
                }
                throw;
            }
        }
    }

    /// <summary>Only well-formed words of other processes: the line is shared with whoever may write to the database.</summary>
    private void Hear(string payload)
    {
        if (payload.Split('|') is not [var what, var account, var sender] || sender == _self || !Name().IsMatch(what)) return;
        if (account.Length == 0) hub.Deliver(new Changed(what));
        else if (Guid.TryParse(account, out var id)) hub.Deliver(new Changed(what, id));
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    [GeneratedRegex("^[a-z]{1,32}$")]
    private static partial Regex Name();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Events cannot pass between the studio's processes; next try in {Seconds} s.")]
    private static partial void Lost(ILogger log, Exception e, double seconds);
}
