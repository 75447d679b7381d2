using System.Collections.Concurrent;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Orders;
using VeniceStudio.Server.Work;

namespace VeniceStudio.Server.Clips;

/// <summary>
/// When orders of several clips should be complete, from the time that models took lately, or that Venice says they take. A single clip is told by
/// its own progress. Open pages ask every ten seconds; those of one member that ask within two get the same answer.
/// </summary>
public sealed class ClipForecast(StudioDb db, Pacer pacer, VeniceStanding standing, TimeProvider time)
{
    private static readonly TimeSpan Holds = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<Guid, Told> _told = new();

    public async Task<IReadOnlyList<ClipForecastView>> ListAsync(Guid account, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var told = _told.AddOrUpdate(account, Anew, (id, before) => before.Holds(now) ? before : Anew(id));
        return await told.Views.Value.WaitAsync(ct);

        // On a thread of its own: whoever asks meanwhile waits without keeping one, and whoever leaves does not end it for the others.
        Told Anew(Guid id) => new(now, new(() => Task.Run(() => ReckonAsync(id))));
    }

    private async Task<IReadOnlyList<ClipForecastView>> ReckonAsync(Guid account)
    {
        await using var session = await db.ReadAsync(CancellationToken.None);
        var rows = await session.ListAsync<Row>(
            """
            SELECT batch_id, project_id, status, venice_model, model, average_ms, elapsed_ms, observed_at, submitted_at, tries FROM clips
            WHERE account_id = @account AND deleted_at IS NULL AND status IN (1, 2, 3, 4) AND (project_id IS NOT NULL OR batch_id IN (
                SELECT batch_id FROM clips WHERE account_id = @account AND deleted_at IS NULL AND status IN (1, 2, 3, 4) GROUP BY batch_id HAVING COUNT(*) > 1))
            ORDER BY created_at, id
            """, new { account });
        var paces = new Dictionary<string, ClipPace>();
        foreach (var model in rows.Select(row => row.UsedModel).Distinct())
            paces[model] = new ClipPace(await session.TookAsync<Clip>(model, ClipPace.Remembered), Row.Time(await session.UsualMsAsync<Clip>(model)));
        var together = rows.Where(row => row.AtVenice).CountBy(row => row.UsedModel).ToDictionary();

        var atOnce = new Dictionary<Guid, int>();
        foreach (var project in rows.Select(row => row.ProjectId).OfType<Guid>().Distinct()) atOnce[project] = await session.AtOnceAsync(project);
        var line = new ClipLine(project => atOnce[project], pacer.PerMinute(Paced.Queue), await Pacer.LatelyAsync(session, Paced.Queue), session.Now);
        var paused = standing.PausedUntil is not null;
        var ready = line.ReadyAt([.. rows.Select(row => row.UnderWay(paces[row.UsedModel], together.GetValueOrDefault(row.UsedModel), paused, session.Now))]);
        return [.. rows.DistinctBy(row => row.BatchId).Select(row => new ClipForecastView(row.BatchId, row.ProjectId, ready[row.BatchId]))];
    }

    private sealed record Told(DateTimeOffset At, Lazy<Task<IReadOnlyList<ClipForecastView>>> Views)
    {
        public bool Holds(DateTimeOffset now) => now - At < ClipForecast.Holds && !(Views.IsValueCreated && Views.Value.IsFaulted);
    }

    private sealed class Row
    {
        public Guid BatchId { get; init; }
        public Guid? ProjectId { get; init; }
        public ClipStatus Status { get; init; }
        public string? VeniceModel { get; init; }
        public string Model { get; init; } = "";
        public long? AverageMs { get; init; }
        public long? ElapsedMs { get; init; }
        public DateTimeOffset? ObservedAt { get; init; }
        public DateTimeOffset? SubmittedAt { get; init; }
        public int Tries { get; init; }

        public string UsedModel => VeniceModel ?? Model;

        public bool AtVenice => Status is ClipStatus.Submitting or ClipStatus.Working;

        /// <summary>What Venice refused for the moment, and what an outage holds up, has no time that could be told.</summary>
        public ClipUnderWay UnderWay(ClipPace known, int together, bool paused, DateTimeOffset now)
        {
            var waits = Status == ClipStatus.Reserved;
            var pace = known with { Named = Time(AverageMs) ?? known.Named };
            // What Venice names counts from when Venice began, what was measured from the purchase.
            var begun = !pace.IsMeasured(together) && ObservedAt - Time(ElapsedMs) is { } venice ? venice : SubmittedAt ?? now;
            return new ClipUnderWay(BatchId, ProjectId, waits ? null : begun, waits && (paused || Tries > 0) ? null : pace.Usual(together), AtVenice);
        }

        public static TimeSpan? Time(long? ms) => ms is { } some ? TimeSpan.FromMilliseconds(some) : null;
    }
}
