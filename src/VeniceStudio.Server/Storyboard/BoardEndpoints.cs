using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Projects;

namespace VeniceStudio.Server.Storyboard;

public static class BoardEndpoints
{
    public static void MapStoryboard(this IEndpointRouteBuilder routes)
    {
        var projects = routes.MapGroup("/api/projects/{id:guid}").WithTags("Storyboard").RequireAuthorization();
        projects.MapPost("/plan/preview", PreviewAsync);
        projects.MapPost("/plan/fit", FitAsync);
        projects.MapGet("/board", ReadAsync);
        projects.MapPost("/board", MakeAsync);
        projects.MapPost("/board/changes", ChangeAsync);
        projects.MapPost("/board/undo", UndoAsync);
        projects.MapPost("/board/redo", RedoAsync);
        projects.MapPost("/board/approve", ApproveAsync);
        projects.MapPost("/board/withdraw", WithdrawAsync);
        projects.MapGet("/shots/{shotId:guid}/prompt", PromptAsync);
    }

    /// <summary>What a plan would cut and cost. Nothing is kept.</summary>
    internal static Task<Results<Ok<PlanView>, NotFound, ProblemHttpResult>> PreviewAsync(
        Member member, Guid id, PlanSettings body, Planning planning, CancellationToken ct) => planning.PreviewAsync(member, id, body, ct);

    /// <summary>Up to three plans whose clips stay under a sum, dearest first, each priced shot by shot.</summary>
    internal static Task<Results<Ok<FitView>, NotFound, ProblemHttpResult>> FitAsync(
        Member member, Guid id, FitUnder body, PlanFitting fitting, CancellationToken ct) => fitting.FitAsync(member, id, body.Under, ct);

    /// <summary>The board as it stands; 404 while there is none.</summary>
    internal static Task<Results<Ok<BoardView>, NotFound>> ReadAsync(Member member, Guid id, BoardReading reading, CancellationToken ct) =>
        reading.ReadAsync(member, id, ct);

    /// <summary>Cuts the song into shots by the plan and asks for their words. Locked shots stay; 409 <c>stale</c> when the board is not the one that was read, <c>price-changed</c> when words could cost more than was shown.</summary>
    internal static Task<Results<Accepted<BoardView>, NotFound, ProblemHttpResult>> MakeAsync(
        Member member, Guid id, MakeBoard body, BoardMaking making, CancellationToken ct) => making.MakeAsync(member, id, body, ct);

    /// <summary>Makes edits, all or none. 409 <c>stale</c> when the board is not the one that was read.</summary>
    internal static Task<Results<Ok<BoardView>, NotFound, ProblemHttpResult>> ChangeAsync(
        Member member, Guid id, ChangeBoard body, BoardChanging changing, CancellationToken ct) => changing.ChangeAsync(member, id, body, ct);

    /// <summary>Goes back to the board before the last act.</summary>
    internal static Task<Results<Ok<BoardView>, NotFound, ProblemHttpResult>> UndoAsync(
        Member member, Guid id, AtVersion body, BoardChanging changing, CancellationToken ct) => changing.StepAsync(member, id, body.Version, forward: false, ct);

    /// <summary>Takes an undone act up again.</summary>
    internal static Task<Results<Ok<BoardView>, NotFound, ProblemHttpResult>> RedoAsync(
        Member member, Guid id, AtVersion body, BoardChanging changing, CancellationToken ct) => changing.StepAsync(member, id, body.Version, forward: true, ct);

    /// <summary>
    /// Says yes to shots as they stand. <c>shownTotal</c> is what the button named; a clearly higher price is 409 <c>price-changed</c>.
    /// With <c>all</c>, shots that still lack something are left out.
    /// </summary>
    internal static Task<Results<Ok<BoardView>, NotFound, ProblemHttpResult>> ApproveAsync(
        Member member, Guid id, ApproveShots body, Approving approving, CancellationToken ct) => approving.ApproveAsync(member, id, body, ct);

    internal static Task<Results<Ok<BoardView>, NotFound, ProblemHttpResult>> WithdrawAsync(
        Member member, Guid id, WithdrawShots body, Approving approving, CancellationToken ct) => approving.WithdrawAsync(member, id, body, ct);

    /// <summary>What Venice will read for a shot, and from where each part comes.</summary>
    internal static Task<Results<Ok<PromptView>, NotFound>> PromptAsync(
        Member member, Guid id, Guid shotId, BoardReading reading, CancellationToken ct) => reading.PromptAsync(member, id, shotId, ct);
}
