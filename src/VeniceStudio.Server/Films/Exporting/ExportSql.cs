using VeniceStudio.Server.Data;
using VeniceStudio.Server.Work;

namespace VeniceStudio.Server.Films;

/// <summary>The exports' statements, one method each.</summary>
internal static class ExportSql
{
    public const string Table = "exports";

    private const string LetGo = "lease_owner = NULL, lease_until = NULL, leases_lost = 0";

    public static Task InsertExportAsync(this DbSession session, Export export) => session.ExecuteAsync(
        """
        INSERT INTO exports (id, project_id, account_id, film_id, kind, settings, state, share, name, mime_type, created_at, due_at)
        VALUES (@Id, @ProjectId, @AccountId, @FilmId, @Kind, @Settings, @State, @Share, @Name, @MimeType, @CreatedAt, @DueAt)
        """, export);

    public static Task<Export?> ExportOfAsync(this DbSession session, Guid account, Guid id) => session.OneAsync<Export>(
        "SELECT * FROM exports WHERE id = @id AND account_id = @account AND deleted_at IS NULL", new { id, account });

    /// <summary>Newest first, of one project or of all, each with its project's title.</summary>
    public static Task<IReadOnlyList<ExportRow>> ExportsAsync(this DbSession session, Guid account, Guid? project, Guid? id = null) => session.ListAsync<ExportRow>(
        $"""
        SELECT exports.id, exports.project_id, exports.film_id, exports.kind, exports.state, exports.share, exports.name, exports.mime_type, exports.bytes,
            exports.failure_kind, exports.sentence, exports.created_at, exports.finished_at, projects.title AS project
        FROM exports JOIN projects ON projects.id = exports.project_id
        WHERE exports.account_id = @account AND exports.deleted_at IS NULL {(project is null ? "" : "AND exports.project_id = @project")}
            {(id is null ? "" : "AND exports.id = @id")}
        ORDER BY exports.created_at DESC, exports.id DESC LIMIT 500
        """, new { account, project, id });

    /// <summary>Writes how far it is; false when it was cancelled, deleted or taken over. Whoever gets on is not what ends processes.</summary>
    public static async Task<bool> ProgressAsync(this DbSession session, Export export, WorkClaim claim) => await session.ExecuteAsync(
        """
        UPDATE exports SET state = @State, leases_lost = CASE WHEN share < @Share THEN 0 ELSE leases_lost END, share = @Share
        WHERE id = @Id AND lease_owner = @Owner
        """, new { export.State, export.Share, export.Id, claim.Owner }) == 1;

    /// <summary>Writes a step's result and lets the row go; false when it was cancelled, deleted or taken over meanwhile.</summary>
    public static async Task<bool> ReleaseExportAsync(this DbSession session, Export export, WorkClaim claim)
    {
        var parameters = new Dapper.DynamicParameters(export);
        parameters.Add("owner", claim.Owner);
        return await session.ExecuteAsync(
            $"""
            UPDATE exports SET state = @State, share = @Share, bytes = @Bytes, failure_kind = @FailureKind, sentence = @Sentence,
                finished_at = @FinishedAt, due_at = @DueAt, {LetGo}
            WHERE id = @Id AND lease_owner = @owner
            """, parameters) == 1;
    }

    /// <summary>Ends it at once, whoever has it in hand. False: there was nothing to end.</summary>
    public static async Task<bool> CancelExportAsync(this DbSession session, Guid id) => await session.ExecuteAsync(
        $"UPDATE exports SET state = @Cancelled, finished_at = @Now, due_at = NULL, {LetGo} WHERE id = @id AND state IN (@Waiting, @Making)",
        new { id, session.Now, Cancelled = (int)ExportState.Cancelled, Waiting = (int)ExportState.Waiting, Making = (int)ExportState.Making }) == 1;

    /// <summary>Has an ended one made again. False: it is not one that ended without a file, nor, where its file is gone, a done one.</summary>
    public static async Task<bool> RetryExportAsync(this DbSession session, Guid id, bool isGone = false) => await session.ExecuteAsync(
        $"""
        UPDATE exports SET state = @Waiting, share = 0, failure_kind = NULL, sentence = NULL, finished_at = NULL, due_at = @Now, {LetGo}
        WHERE id = @id AND state IN (@Failed, @Cancelled, @gone)
        """, new { id, session.Now, gone = (int)(isGone ? ExportState.Done : ExportState.Failed), Waiting = (int)ExportState.Waiting, Failed = (int)ExportState.Failed, Cancelled = (int)ExportState.Cancelled }) == 1;

    public static Task DeleteExportAsync(this DbSession session, Guid id) => session.ExecuteAsync(
        $"UPDATE exports SET deleted_at = @Now, due_at = NULL, {LetGo} WHERE id = @id", new { id, session.Now });

    public sealed class ExportRow
    {
        public Guid Id { get; init; }
        public Guid ProjectId { get; init; }
        public Guid? FilmId { get; init; }
        public ExportKind Kind { get; init; }
        public ExportState State { get; init; }
        public double Share { get; init; }
        public string Name { get; init; } = "";
        public string MimeType { get; init; } = "";
        public long? Bytes { get; init; }
        public string? FailureKind { get; init; }
        public string? Sentence { get; init; }
        public DateTimeOffset CreatedAt { get; init; }
        public DateTimeOffset? FinishedAt { get; init; }
        public string Project { get; init; } = "";

        public ExportView ToView() => new(
            Id, ProjectId, Project, FilmId, Kind, State, Share, Name, MimeType, Bytes, State == ExportState.Done ? $"/api/exports/{Id}/file" : null,
            State == ExportState.Failed ? new FilmFailureView(FailureKind ?? "failed", Sentence ?? "") : null, CreatedAt, FinishedAt);
    }
}
