using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Projects;

namespace VeniceStudio.Server.Storyboard;

/// <summary>Finds plans under a sum.</summary>
public sealed class PlanFitting
{
    public Task<Results<Ok<FitView>, NotFound, ProblemHttpResult>> FitAsync(Member member, Guid id, long under, CancellationToken ct) => Task.FromResult<Results<Ok<FitView>, NotFound, ProblemHttpResult>>(Problems.Of(503, "not-now", "This comes in a moment."));
}
