using VeniceStudio.Server.Projects;

namespace VeniceStudio.Server.Storyboard;

/// <summary>What one still costs. Whoever draws stills brings it; without it plans name no price for them.</summary>
public interface IStillPrices
{
    /// <summary>Micro-dollars for one still of this project; null while no price is known.</summary>
    /// <param name="docs">The project, with the image model of its plan.</param>
    /// <param name="fromPicture">True for one that is made of another picture.</param>
    /// <param name="ct">Ends the waiting for Venice.</param>
    Task<long?> EachAsync(ProjectDocs docs, bool fromPicture, CancellationToken ct);
}
