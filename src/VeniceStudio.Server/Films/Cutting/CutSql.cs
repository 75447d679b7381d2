using VeniceStudio.Server.Data;
using VeniceStudio.Server.Projects;

namespace VeniceStudio.Server.Films;

/// <summary>The statements about the creator's wishes for the cut.</summary>
internal static class CutSql
{
    /// <summary>The wishes and their version; 0 and none before the first.</summary>
    public static async Task<(int Version, Cut Cut)> CutAsync(this DbSession session, Guid project) =>
        await session.OneAsync<Row>("SELECT version, document FROM cuts WHERE project_id = @project", new { project }) is { } row
            ? (row.Version, ProjectJson.Read<Cut>(row.Document)) : (0, new Cut());

    /// <summary>Keeps wishes; false when others were kept since this version.</summary>
    public static async Task<bool> KeepCutAsync(this DbSession session, Guid project, int version, Cut cut)
    {
        var row = new { project, version, document = ProjectJson.Write(cut), session.Now };
        return await session.ExecuteAsync(version == 0
            ? "INSERT INTO cuts (project_id, version, document, updated_at) VALUES (@project, 1, @document, @Now) ON CONFLICT DO NOTHING"
            : "UPDATE cuts SET version = version + 1, document = @document, updated_at = @Now WHERE project_id = @project AND version = @version", row) == 1;
    }

    private sealed class Row
    {
        public int Version { get; init; }
        public string Document { get; init; } = "{}";
    }
}
