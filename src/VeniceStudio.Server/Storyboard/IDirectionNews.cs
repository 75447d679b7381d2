using VeniceStudio.Server.Data;
using VeniceStudio.Server.Projects;

namespace VeniceStudio.Server.Storyboard;

/// <summary>How the director's work on a project stands, and what it may cost. Whoever directs brings it; without it boards show no direction.</summary>
public interface IDirectionNews
{
    /// <summary>The latest work asked of the director; null when there never was any.</summary>
    Task<DirectionView?> OfAsync(DbSession session, Guid project);

    /// <summary>The most that words for so many shots cost, micro-dollars; null while no price is known.</summary>
    Task<long?> MostAsync(ProjectDocs docs, int shots, CancellationToken ct);
}
