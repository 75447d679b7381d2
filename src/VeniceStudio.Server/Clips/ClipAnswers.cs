using VeniceStudio.Server.Data;
using VeniceStudio.Server.Library;

namespace VeniceStudio.Server.Clips;

/// <summary>Clips as the API shows them, with their money and their file.</summary>
public static class ClipAnswers
{
    public static async Task<ClipView?> ClipViewAsync(this DbSession session, Guid account, Guid id) =>
        (await session.OneAsync<ClipRow>($"{ClipRow.Joined(session)} WHERE clips.id = @id AND clips.account_id = @account AND clips.deleted_at IS NULL", new { id, account }))?.ToView();

    public static async Task<IReadOnlyList<ClipView>> BatchViewsAsync(this DbSession session, Guid account, Guid batch) =>
        [.. (await session.ListAsync<ClipRow>(
            $"{ClipRow.Joined(session)} WHERE clips.batch_id = @batch AND clips.account_id = @account AND clips.deleted_at IS NULL ORDER BY clips.created_at, clips.id",
            new { batch, account })).Select(row => row.ToView())];

    /// <summary>Every take of a project, oldest first, with the shot that it was bought for.</summary>
    public static async Task<IReadOnlyList<(Guid Shot, ClipView Clip)>> TakeClipsAsync(this DbSession session, Guid account, Guid project) =>
        [.. (await session.ListAsync<ClipRow>(
            $"{ClipRow.Joined(session)} WHERE clips.project_id = @project AND clips.account_id = @account AND clips.deleted_at IS NULL ORDER BY clips.created_at, clips.id",
            new { project, account })).Select(row => (row.ShotId ?? Guid.Empty, row.ToView()))];

    /// <summary>A page from a place that an earlier page named: newest first, and of one order as it was ordered.</summary>
    public static async Task<ClipPageView> ClipPageAsync(this DbSession session, Guid account, ClipsWanted wanted, string? before, int limit)
    {
        var place = PagePlace.Parse(before);
        var (further, direction) = wanted.Batch is null ? ("<", "DESC") : (">", "ASC");
        var sql = $"""
            {ClipRow.Joined(session)}
            WHERE clips.account_id = @account AND clips.deleted_at IS NULL {(ClipSql.Of(wanted.Filter) is { } statuses ? $"AND clips.status IN {statuses}" : "")}
              {(string.IsNullOrWhiteSpace(wanted.Search) ? "" : "AND (LOWER(clips.prompt) LIKE @pattern ESCAPE '!' OR LOWER(clips.model_name) LIKE @pattern ESCAPE '!')")}
              {(wanted.Model is null ? "" : "AND clips.model = @Model")}
              {(wanted.Batch is null ? "" : "AND clips.batch_id = @Batch")}
              {(wanted.Project is null ? "" : "AND projects.id = @Project")}
              {(wanted.Alone ? "AND projects.id IS NULL" : "")}
              {(place is null ? "" : $"AND (clips.created_at {further} @at OR (clips.created_at = @at AND clips.id {further} @id))")}
            ORDER BY clips.created_at {direction}, clips.id {direction} LIMIT @take
            """;
        var rows = await session.ListAsync<ClipRow>(sql, new
        {
            account,
            wanted.Model,
            wanted.Batch,
            wanted.Project,
            pattern = "%" + Escaped(wanted.Search) + "%",
            at = place?.At ?? default,
            id = place?.Id ?? default,
            take = limit + 1,
        });
        var items = rows.Take(limit).Select(row => row.ToView()).ToList();
        return new ClipPageView(items, rows.Count > limit ? PagePlace.Of(rows[limit - 1].CreatedAt, rows[limit - 1].Id) : null);
    }

    public static async Task<IReadOnlyList<ClipVideoView>> ClipVideosAsync(this DbSession session, Guid account) => [.. (await session.ListAsync<VideoCount>(
        """
        SELECT projects.id, projects.title, CAST(COUNT(*) AS INTEGER) AS clips
        FROM clips JOIN projects ON projects.id = clips.project_id AND projects.deleted_at IS NULL
        WHERE clips.account_id = @account AND clips.status = 5 AND clips.deleted_at IS NULL
        GROUP BY projects.id, projects.title ORDER BY projects.id DESC
        """,
        new { account })).Select(row => new ClipVideoView(row.Id, row.Title, row.Clips))];

    public static async Task<ClipCountsView> ClipCountsAsync(this DbSession session, Guid account)
    {
        var counts = (await session.ListAsync<StatusCount>(
            "SELECT status, CAST(COUNT(*) AS INTEGER) AS clips FROM clips WHERE account_id = @account AND deleted_at IS NULL GROUP BY status",
            new { account })).ToDictionary(row => row.Status, row => row.Clips);
        int Sum(params ClipStatus[] statuses) => statuses.Sum(status => counts.GetValueOrDefault(status));
        return new ClipCountsView(
            Sum(ClipStatus.Reserved, ClipStatus.Submitting, ClipStatus.Working, ClipStatus.Collecting),
            Sum(ClipStatus.Uncertain, ClipStatus.NeedsConsent, ClipStatus.PriceChanged), Sum(ClipStatus.Done), Sum(ClipStatus.Failed));
    }

    private static string Escaped(string? search) => (search ?? "").Trim().ToLowerInvariant()
        .Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal);

    private sealed class VideoCount
    {
        public Guid Id { get; init; }
        public string Title { get; init; } = "";
        public int Clips { get; init; }
    }

    private sealed class StatusCount
    {
        public ClipStatus Status { get; init; }
        public int Clips { get; init; }
    }
}
