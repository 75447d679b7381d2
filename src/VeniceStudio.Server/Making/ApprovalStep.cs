using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Storyboard;

namespace VeniceStudio.Server.Making;

/// <summary>Shows what the clips cost and, when that is agreed to, approves every shot.</summary>
internal sealed class ApprovalStep(FilmInTheMaking making)
{
    public async Task<Standing> AdvanceAsync(CancellationToken ct)
    {
        var board = await making.BoardAsync(ct);
        var open = board.Shots.Where(shot => !shot.Approved).ToList();
        if (open.Count == 0) return new Reached($"{Words.Count(board.Shots.Count, "shot")} approved", new { shots = board.Shots.Count, clipsPrice = board.Price });

        if (open.FirstOrDefault(shot => shot.Missing is not null) is { } lacking)
            throw new StoppedException(Outcome.Failed, $"Shot {lacking.Number} cannot be approved yet. {lacking.Missing} Do that in the studio, then call again.");
        var total = open.Sum(shot => shot.Price ?? 0);
        if (board.BudgetLeft is { } left && total > left)
            throw new StoppedException(Outcome.Failed,
                $"The clips cost {Money.Dollars(total)}, and the budget has {Money.Dollars(Math.Max(0, left))} left. Nothing of that was bought. Give a larger --budget to go on.");
        await making.Agreement.AskAsync($"{ClipsOf(open)}{ModelsOf(open)}", "clips", total, ct);
        await making.PostAsync<BoardView>("board/approve", new ApproveShots(board.Version, null, All: true, total), ct);
        return new Awaited("approving", AtOnce: true);
    }

    private static string ClipsOf(List<ShotView> shots)
    {
        var bought = shots.Where(shot => shot is { SameAs: null, MovingStill: false }).ToList();
        return $"{Words.Count(bought.Count, "clip")}, {Words.Number(bought.Sum(shot => shot.PaidSeconds))} seconds";
    }

    private static string ModelsOf(List<ShotView> shots) =>
        shots.Select(shot => shot.Model).OfType<string>().Distinct().ToList() is { Count: > 0 } models ? $" by {string.Join(", ", models)}" : "";
}
