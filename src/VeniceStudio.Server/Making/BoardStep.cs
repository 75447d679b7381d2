using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Projects;
using VeniceStudio.Server.Storyboard;

namespace VeniceStudio.Server.Making;

/// <summary>Has the song cut into shots and their words written. A plan that the budget does not hold is given up for one that it does.</summary>
internal sealed class BoardStep(FilmInTheMaking making)
{
    private bool _askedForRules;

    public async Task<Standing> AdvanceAsync(CancellationToken ct)
    {
        if (await making.Calls.FindAsync<BoardView>(making.PathOf("board"), ct) is not { } board)
        {
            await MakeAsync(ct);
            return new Awaited("writing");
        }
        if (board.Direction is { Kind: DirectionKind.Board, State: DirectionState.Waiting or DirectionState.Working } direction)
            return new Awaited("writing", direction.Of == 0 ? null : direction.Done / (double)direction.Of);
        if (!board.Shots.Any(IsUnwritten))
            return new Reached(
                $"{Words.Count(board.Shots.Count, "shot")}, {Words.Count(board.Shots.Count(shot => shot is { SameAs: null, MovingStill: false }), "clip")}{NoticeOf(board)}",
                new { shots = board.Shots.Count, board.Version, clipsPrice = board.Price, board.Note });

        // Nobody wrote them, or not all: the studio's own rules can, for nothing, as long as nothing rests on the shots yet.
        if (_askedForRules || board.Shots.Any(shot => shot.StillId is not null || shot.Approved))
            throw new StoppedException(Outcome.Failed, $"Some shots have no words. {board.Direction?.Notice ?? ""} Write them in the studio, then call again.");
        _askedForRules = true;
        await making.PostAsync<BoardView>("board", new MakeBoard(board.Version, 0, Rules: true), ct);
        return new Awaited("writing by the studio's own rules");
    }

    private async Task MakeAsync(CancellationToken ct)
    {
        var project = making.Project!;
        var plan = await making.PostAsync<PlanView>("plan/preview", project.Plan, ct);
        if (project.Budget is { } budget && TotalOf(plan) > budget - project.Spent - project.Reserved)
            plan = await FittedAsync(project, Math.Max(1, budget - project.Spent - project.Reserved), ct);
        making.Display.Say(
            $"The whole film costs about {Money.Dollars(TotalOf(plan))}: clips {Money.Dollars(plan.Price)}, stills {Money.Dollars(plan.StillsPrice ?? 0)}, "
            + $"words at most {Money.Dollars(plan.WordsMost ?? 0)}.");
        var words = plan.WordsMost ?? 0;
        if (words > 0) await making.Agreement.AskAsync($"Words for {Words.Count(plan.Shots.Count, "shot")}", "words", words, ct);
        await making.PostAsync<BoardView>("board", new MakeBoard(null, words, Rules: words == 0), ct);
    }

    private async Task<PlanView> FittedAsync(ProjectView project, long left, CancellationToken ct)
    {
        var fit = await making.PostAsync<FitView>("plan/fit", new FitUnder(left), ct);
        if (fit.Plans is not [var best, ..])
            throw new StoppedException(Outcome.Failed, $"{fit.Note ?? "No plan stays under the budget."} Nothing was bought. Give a larger --budget to begin.");
        making.Display.Say($"To stay under {Money.Dollars(left)}: {best.Sentence}");
        making.Project = await making.Calls.SendAsync<ProjectView>(HttpMethod.Put, making.PathOf("plan"), new SavePlan(project.Version, best.Plan), ct);
        return best.Preview;
    }

    private static long TotalOf(PlanView plan) => plan.Price + (plan.StillsPrice ?? 0) + (plan.WordsMost ?? 0);

    private static bool IsUnwritten(ShotView shot) =>
        shot is { SameAs: null, Locked: false, StillId: null } && shot.Words.Picture.Length == 0 && shot.Words.Action.Length == 0;

    private static string NoticeOf(BoardView board) => board.Direction?.Notice is { Length: > 0 } notice ? $". {notice}" : "";
}
