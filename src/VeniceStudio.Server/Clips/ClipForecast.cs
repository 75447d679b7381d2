using VeniceStudio.Server.Data;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Orders;
using VeniceStudio.Server.Work;

namespace VeniceStudio.Server.Clips;

/// <summary>When the orders of a member should be complete, from the time that models took lately, or that Venice says they take.</summary>
public sealed class ClipForecast(StudioDb db, Pacer pacer, VeniceStanding standing)
{
    public async Task<IReadOnlyList<ClipForecastView>> ListAsync(Guid account, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        var rows = await session.ListAsync<Row>(
            """
            SELECT clips.batch_id, clips.project_id, clips.status, clips.venice_model, clips.model, clips.average_ms, clips.elapsed_ms, clips.observed_at,
                clips.submitted_at, clips.tries, projects.plan
            FROM clips LEFT JOIN projects ON projects.id = clips.project_id
            WHERE clips.account_id = @account AND clips.deleted_at IS NULL AND clips.status IN (1, 2, 3, 4) ORDER BY clips.created_at, clips.id
            """, new { account });
        var pace = new Dictionary<string, Pace>();
        foreach (var model in rows.Select(row => row.UsedModel).Distinct())
            pace[model] = new Pace(await session.TookAsync<Clip>(model), await session.UsualMsAsync<Clip>(model));

        var atOnce = rows.Where(row => row.ProjectId is not null).GroupBy(row => row.ProjectId!.Value)
            .ToDictionary(project => project.Key, project => ClipTurns.AtOnce(project.First().Plan));
        var line = new ClipLine(project => atOnce[project], pacer.PerMinute(Paced.Queue), await Pacer.LatelyAsync(session, Paced.Queue), session.Now);
        var ready = line.ReadyAt([.. rows.Select(row => row.UnderWay(pace[row.UsedModel], standing.PausedUntil is not null, session.Now))]);
        return [.. rows.DistinctBy(row => row.BatchId).Select(row => new ClipForecastView(row.BatchId, row.ProjectId, ready[row.BatchId]))];
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
        public string? Plan { get; init; }

        public string UsedModel => VeniceModel ?? Model;

        /// <summary>What Venice refused for the moment, and what an outage holds up, has no time that could be told.</summary>
        public ClipUnderWay UnderWay(Pace pace, bool paused, DateTimeOffset now)
        {
            var waits = Status == ClipStatus.Reserved;
            var told = (AverageMs ?? pace.ToldMs) is { } ms ? TimeSpan.FromMilliseconds(ms) : (TimeSpan?)null;
            var begun = pace.Took is null && ObservedAt is { } seen && ElapsedMs is { } elapsed ? seen - TimeSpan.FromMilliseconds(elapsed) : SubmittedAt ?? now;
            return new ClipUnderWay(
                BatchId, ProjectId, waits ? null : begun, waits && (paused || Tries > 0) ? null : pace.Took ?? told, Status is ClipStatus.Submitting or ClipStatus.Working);
        }
    }

    /// <summary>How long a model takes: as measured here, and as Venice says, milliseconds. What was measured counts; a rehearsal, too, is as quick as it is.</summary>
    private sealed record Pace(TimeSpan? Took, long? ToldMs);
}
