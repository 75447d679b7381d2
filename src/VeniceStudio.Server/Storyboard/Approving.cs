using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Projects;

namespace VeniceStudio.Server.Storyboard;

/// <summary>Approves shots.</summary>
public sealed class Approving
{
    public Task<Results<Ok<BoardView>, NotFound, ProblemHttpResult>> ApproveAsync(Member member, Guid id, ApproveShots body, CancellationToken ct) => Task.FromResult<Results<Ok<BoardView>, NotFound, ProblemHttpResult>>(Problems.Of(503, "not-now", "This comes in a moment."));
    public Task<Results<Ok<BoardView>, NotFound, ProblemHttpResult>> WithdrawAsync(Member member, Guid id, WithdrawShots body, CancellationToken ct) => Task.FromResult<Results<Ok<BoardView>, NotFound, ProblemHttpResult>>(Problems.Of(503, "not-now", "This comes in a moment."));
}
