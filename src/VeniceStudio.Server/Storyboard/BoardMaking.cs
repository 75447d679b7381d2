using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Projects;

namespace VeniceStudio.Server.Storyboard;

/// <summary>Makes boards.</summary>
public sealed class BoardMaking
{
    public Task<Results<Accepted<BoardView>, NotFound, ProblemHttpResult>> MakeAsync(Member member, Guid id, MakeBoard body, CancellationToken ct) => Task.FromResult<Results<Accepted<BoardView>, NotFound, ProblemHttpResult>>(Problems.Of(503, "not-now", "This comes in a moment."));
}
