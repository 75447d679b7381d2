using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Accounts;

namespace VeniceStudio.Server.Projects;

/// <summary>
/// What the film should be, saved as it is typed. <c>version</c> is the one that was read; 409 <c>stale</c> names the present one when
/// another device saved meanwhile.
/// </summary>
public static class ConceptEndpoints
{
    public static void MapConcept(this IEndpointRouteBuilder projects)
    {
        projects.MapPut("/{id:guid}/brief", BriefAsync);
        projects.MapPut("/{id:guid}/look", LookAsync);
        projects.MapPut("/{id:guid}/cast", CastAsync);
        projects.MapPut("/{id:guid}/plan", PlanAsync);
    }

    internal static Task<Results<Ok<ProjectView>, NotFound, ProblemHttpResult>> BriefAsync(
        Member member, Guid id, SaveBrief body, ConceptDesk desk, CancellationToken ct) =>
        desk.SaveAsync(member, id, body.Version, "brief", ConceptRules.Check(body.Brief), docs => docs with { Brief = body.Brief }, ct);

    internal static Task<Results<Ok<ProjectView>, NotFound, ProblemHttpResult>> LookAsync(
        Member member, Guid id, SaveLook body, ConceptDesk desk, CancellationToken ct) =>
        desk.SaveAsync(member, id, body.Version, "look", null, docs => docs with { Look = body.Look }, ct);

    internal static Task<Results<Ok<ProjectView>, NotFound, ProblemHttpResult>> CastAsync(
        Member member, Guid id, SaveCast body, ConceptDesk desk, CancellationToken ct) =>
        desk.SaveAsync(member, id, body.Version, "cast", ConceptRules.Check(body.Cast), docs => docs with { Cast = body.Cast }, ct);

    internal static async Task<Results<Ok<ProjectView>, NotFound, ProblemHttpResult>> PlanAsync(
        Member member, Guid id, SavePlan body, ConceptDesk desk, CancellationToken ct) =>
        await desk.SaveAsync(member, id, body.Version, "plan", await desk.CheckAsync(body.Plan, ct), docs => docs with { Plan = body.Plan }, ct);
}
