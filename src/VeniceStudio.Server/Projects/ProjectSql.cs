using VeniceStudio.Server.Data;
using VeniceStudio.Server.Library;

namespace VeniceStudio.Server.Projects;

/// <summary>The projects' statements, one method each.</summary>
internal static class ProjectSql
{
    public static Task InsertProjectAsync(this DbSession session, Project project) => session.ExecuteAsync(
        """
        INSERT INTO projects (id, account_id, title, track_id, brief, look, cast_list, plan, version, created_at, updated_at)
        VALUES (@Id, @AccountId, @Title, @TrackId, @Brief, @Look, @CastList, @Plan, @Version, @CreatedAt, @UpdatedAt)
        """, project);

    public static Task<Project?> ProjectOfAsync(this DbSession session, Guid account, Guid id) =>
        session.OneAsync<Project>("SELECT * FROM projects WHERE id = @id AND account_id = @account AND deleted_at IS NULL", new { id, account });

    /// <summary>A project by its id alone: for work, whose rows belong to anybody.</summary>
    public static Task<Project?> ProjectAsync(this DbSession session, Guid id) =>
        session.OneAsync<Project>("SELECT * FROM projects WHERE id = @id AND deleted_at IS NULL", new { id });

    /// <summary>The same, and nobody else changes it until this session ends.</summary>
    public static Task<Project?> HoldProjectAsync(this DbSession session, Guid id) => session.OneAsync<Project>(
        $"SELECT * FROM projects WHERE id = @id AND deleted_at IS NULL {(session.IsPostgres ? "FOR UPDATE" : "")}", new { id });

    public static Task<IReadOnlyList<Project>> ProjectPageAsync(this DbSession session, Guid account, PagePlace? place, int take) => session.ListAsync<Project>(
        $"""
        SELECT * FROM projects
        WHERE account_id = @account AND deleted_at IS NULL
          {(place is null ? "" : "AND (updated_at < @at OR (updated_at = @at AND id < @id))")}
        ORDER BY updated_at DESC, id DESC LIMIT @take
        """, new { account, at = place?.At ?? default, id = place?.Id ?? default, take });

    /// <summary>Changes what is not versioned.</summary>
    public static Task DescribeProjectAsync(this DbSession session, Guid id, string title, long? budget, Guid track) => session.ExecuteAsync(
        "UPDATE projects SET title = @title, budget = @budget, track_id = @track, updated_at = @Now WHERE id = @id",
        new { id, title, budget, track, session.Now });

    /// <summary>Keeps what a person said; false when other words were kept since this version.</summary>
    public static async Task<bool> KeepDocsAsync(this DbSession session, Guid id, int version, ProjectDocs docs) => await session.ExecuteAsync(
        """
        UPDATE projects SET brief = @brief, look = @look, cast_list = @cast, plan = @plan, version = version + 1, updated_at = @Now
        WHERE id = @id AND version = @version AND deleted_at IS NULL
        """,
        new
        {
            id,
            version,
            brief = ProjectJson.Write(docs.Brief),
            look = ProjectJson.Write(docs.Look),
            cast = ProjectJson.Write(docs.Cast),
            plan = ProjectJson.Write(docs.Plan),
            session.Now,
        }) == 1;

    /// <summary>Changes the brief for the studio itself (questions that it asks); false when the project is gone.</summary>
    public static async Task<bool> ChangeBriefAsync(this DbSession session, Guid id, Func<Brief, Brief> change)
    {
        if (await session.HoldProjectAsync(id) is not { } project) return false;
        var docs = project.Read();
        return await session.KeepDocsAsync(id, project.Version, docs with { Brief = change(docs.Brief) });
    }

    public static async Task DeleteProjectAsync(this DbSession session, Guid id)
    {
        await session.ExecuteAsync("UPDATE projects SET deleted_at = @Now WHERE id = @id", new { id, session.Now });
        await session.ExecuteAsync("DELETE FROM kept_media WHERE holder_id = @id", new { id });
    }

    /// <summary>The title of a project that is made of this song; null when none is.</summary>
    public static Task<string?> ProjectWithTrackAsync(this DbSession session, Guid track) => session.FirstAsync<string?>(
        "SELECT title FROM projects WHERE track_id = @track AND deleted_at IS NULL ORDER BY created_at LIMIT 1", new { track });

    /// <summary>Keeps these pictures from being reclaimed as long as a project or a look needs them.</summary>
    /// <returns>False when one of them is not in the account's library.</returns>
    public static async Task<bool> KeepMediaAsync(this DbSession session, Guid holder, Guid account, IEnumerable<Guid> media)
    {
        await session.HoldInputsAsync();
        foreach (var id in media.Distinct())
        {
            var there = await session.ExecuteAsync(
                """
                INSERT INTO kept_media (holder_id, media_id)
                SELECT CAST(@holder AS TEXT), media.id FROM media
                WHERE media.id = @id AND media.account_id = @account AND media.kind = @image AND media.deleted_at IS NULL
                ON CONFLICT (holder_id, media_id) DO UPDATE SET media_id = excluded.media_id
                """, new { holder, id, account, image = (int)MediaKind.Image });
            if (there == 0) return false;
        }
        return true;
    }
}
