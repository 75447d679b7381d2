using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Projects;

namespace VeniceStudio.Server.Storyboard;

/// <summary>Changes boards.</summary>
public sealed class BoardChanging
{
    public Task<Results<Ok<BoardView>, NotFound, ProblemHttpResult>> ChangeAsync(Member member, Guid id, ChangeBoard body, CancellationToken ct) => Task.FromResult<Results<Ok<BoardView>, NotFound, ProblemHttpResult>>(Problems.Of(503, "not-now", "This comes in a moment."));
    public Task<Results<Ok<BoardView>, NotFound, ProblemHttpResult>> StepAsync(Member member, Guid id, int version, bool forward, CancellationToken ct) => Task.FromResult<Results<Ok<BoardView>, NotFound, ProblemHttpResult>>(Problems.Of(503, "not-now", "This comes in a moment."));
}
