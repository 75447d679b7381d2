using VeniceStudio.Server.Data;
using VeniceStudio.Server.Orders;
using VeniceStudio.Server.Projects;

namespace VeniceStudio.Server.Clips;

/// <summary>
/// How many clips of one project Venice works on at the same time. Those beyond it wait for their turn, the oldest first; whatever ends, or comes
/// home, lets the next one go.
/// </summary>
internal static class ClipTurns
{
    private const int Usual = 40;

    /// <summary>A wait that nobody ended: whoever was to call the next one may have died just then.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>How many clips of a project may be at Venice at the same time.</summary>
    /// <param name="session">Reads.</param>
    /// <param name="project">Whose plan says it.</param>
    /// <param name="held">Nobody else may read it so until this session ends.</param>
    public static async Task<int> AtOnceAsync(this DbSession session, Guid project, bool held = false)
    {
        var plan = await session.OneAsync<string?>($"SELECT plan FROM projects WHERE id = @project {(held && session.IsPostgres ? "FOR UPDATE" : "")}", new { project });
        return plan is null ? Usual : ProjectJson.Read<PlanSettings>(plan).ClipsAtOnce ?? Usual;
    }

    /// <summary>When to look again because the project has enough under way; null when it is this clip's turn.</summary>
    /// <param name="session">Reads.</param>
    /// <param name="clip">Reserved, and not sent yet.</param>
    /// <param name="surely">Nobody else of the project can begin until this session ends, so that the answer still holds then.</param>
    public static async Task<DateTimeOffset?> LaterAsync(this DbSession session, Clip clip, bool surely)
    {
        if (clip.ProjectId is not { } project) return null;
        var most = await session.AtOnceAsync(project, surely);
        var atVenice = await session.OneAsync<long>(
            "SELECT COUNT(*) FROM clips WHERE project_id = @project AND id <> @Id AND status IN (@Submitting, @Working)",
            new { project, clip.Id, Submitting = (int)ClipStatus.Submitting, Working = (int)ClipStatus.Working });
        return atVenice < most ? null : session.Now + Longest;
    }

    /// <summary>A clip has left Venice: the one that has waited longest need not wait any more.</summary>
    /// <returns>Whether one waits.</returns>
    public static async Task<bool> CallNextAsync(this DbSession session, Guid project) => await session.ExecuteAsync(
        """
        UPDATE clips SET due_at = @Now WHERE id = (
            SELECT id FROM clips
            WHERE project_id = @project AND status = @Reserved AND due_at > @Now AND tries = 0 AND lease_owner IS NULL AND deleted_at IS NULL
            ORDER BY created_at, id LIMIT 1)
        """, new { project, session.Now, Reserved = (int)ClipStatus.Reserved }) == 1;
}
