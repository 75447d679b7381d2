using VeniceStudio.Server.Data;

namespace VeniceStudio.Server.Clips;

/// <summary>Clips as they were ordered: what one press bought is told together, however many clips it is.</summary>
public static class ClipBatches
{
    /// <summary>An order of no more clips than one form can ask for brings them all; a larger one what went wrong, and its numbers.</summary>
    private const int MostShown = 4;

    /// <summary>A page, newest first. <paramref name="before"/> is the last order of the page before: its id grows with the time.</summary>
    public static async Task<ClipBatchPageView> ClipBatchesAsync(this DbSession session, Guid account, ClipFilter filter, Guid? before, int limit)
    {
        var statuses = ClipSql.Of(filter);
        var fits = statuses is null ? "TRUE" : $"clips.status IN {statuses}";
        var heads = await session.ListAsync<Head>(
            $"""
            SELECT clips.batch_id AS id, MIN(clips.created_at) AS created_at, CAST(COUNT(*) AS INTEGER) AS clips, {Counted("matching", fits)},
                {Counted("in_line", "clips.status = 1")}, {Counted("working", "clips.status IN (2, 3, 4)")}, {Counted("attention", "clips.status IN (7, 8, 10)")},
                {Counted("done", "clips.status = 5")}, {Counted("failed", "clips.status = 6")}, {Counted("cancelled", "clips.status = 9")},
                CAST(SUM(ledger.quoted) AS BIGINT) AS quoted, CAST(SUM(ledger.paid - ledger.refunded) AS BIGINT) AS paid,
                MAX(projects.id) AS project_id, MAX(projects.title) AS project_title
            FROM clips JOIN ledger ON ledger.id = clips.ledger_id LEFT JOIN projects ON projects.id = clips.project_id AND projects.deleted_at IS NULL
            WHERE clips.account_id = @account AND clips.deleted_at IS NULL
              {(statuses is null ? "" : $"AND clips.batch_id IN (SELECT clips.batch_id FROM clips WHERE clips.account_id = @account AND clips.deleted_at IS NULL AND {fits})")}
              {(before is null ? "" : "AND clips.batch_id < @before")}
            GROUP BY clips.batch_id ORDER BY clips.batch_id DESC LIMIT @take
            """,
            new { account, before, take = limit + 1 });
        var page = heads.Take(limit).ToList();
        var clips = (await session.ListAsync<ClipRow>(
            $"""
            WITH ranked AS (
                SELECT clips.id, ROW_NUMBER() OVER (
                        PARTITION BY clips.batch_id
                        ORDER BY CASE WHEN clips.status IN (7, 8, 10) THEN 0 WHEN clips.status = 6 THEN 1 ELSE 2 END, clips.created_at, clips.id) AS place,
                    COUNT(*) OVER (PARTITION BY clips.batch_id) AS matching, clips.status
                FROM clips WHERE clips.batch_id {session.Among} AND clips.account_id = @account AND clips.deleted_at IS NULL AND {fits}
            )
            {ClipRow.Joined(session)} JOIN ranked ON ranked.id = clips.id
            WHERE ranked.matching <= {MostShown} OR (ranked.place <= {MostShown} AND ranked.status IN (6, 7, 8, 10))
            ORDER BY clips.created_at, clips.id
            """,
            new { account, ids = page.Select(head => head.Id.ToString()).ToArray() })).ToLookup(row => row.BatchId);
        return new ClipBatchPageView([.. page.Select(head => head.ToView([.. clips[head.Id].Select(row => row.ToView())]))], heads.Count > limit ? page[^1].Id : null);
    }

    private static string Counted(string name, string condition) => $"CAST(SUM(CASE WHEN {condition} THEN 1 ELSE 0 END) AS INTEGER) AS {name}";

    private sealed class Head
    {
        public Guid Id { get; init; }
        public DateTimeOffset CreatedAt { get; init; }
        public int Clips { get; init; }
        public int Matching { get; init; }
        public int InLine { get; init; }
        public int Working { get; init; }
        public int Attention { get; init; }
        public int Done { get; init; }
        public int Failed { get; init; }
        public int Cancelled { get; init; }
        public long Quoted { get; init; }
        public long Paid { get; init; }
        public Guid? ProjectId { get; init; }
        public string? ProjectTitle { get; init; }

        public ClipBatchView ToView(IReadOnlyList<ClipView> clips) =>
            new(Id, CreatedAt, ProjectId is { } project ? new ClipProjectView(project, ProjectTitle!) : null, new(Clips, InLine, Working, Attention, Done, Failed, Cancelled),
                Quoted, Paid, Matching, clips);
    }
}
