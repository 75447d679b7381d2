using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Projects;

namespace VeniceStudio.Server.Storyboard;

/// <summary>Cuts and prices a plan.</summary>
public sealed class Planning
{
    public Task<Results<Ok<PlanView>, NotFound, ProblemHttpResult>> PreviewAsync(Member member, Guid id, PlanSettings body, CancellationToken ct) => Task.FromResult<Results<Ok<PlanView>, NotFound, ProblemHttpResult>>(Problems.Of(503, "not-now", "This comes in a moment."));
}
