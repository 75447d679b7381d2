using Microsoft.Extensions.DependencyInjection;
using VeniceStudio.Server.Ledger;
using VeniceStudio.Server.Storyboard;
using VeniceStudio.Server.Storyboard.Directing;
using VeniceStudio.Server.Work;

namespace VeniceStudio.Tests.Storyboard.Directing;

/// <summary>What befalls the director's work, as the rows have it afterwards.</summary>
internal static class Mishaps
{
    private static readonly WorkClaim Dying = new("a process that dies", TimeSpan.FromSeconds(20));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A process took the work, reserved money and asked, and was never seen again. Micro-dollars that it reserved.</summary>
    public static async Task<long> DieInTheMiddleOfAnAnswerAsync(this StudioApp studio)
    {
        var row = (await studio.Services.GetRequiredService<IPipeline<Direction>>().ClaimAsync(Dying, Ct))!;
        await using var session = await studio.Db.BeginAsync(Ct);
        var line = LedgerLine.For(row.AccountId, OrderKind.Chat, "sestiere-5", null, null, 12_345, session.Now, row.ProjectId);
        Assert.Null(await studio.Services.GetRequiredService<OrderLedger>().ReserveAsync(session, [line]));
        Assert.True(await session.AskingAsync(row.Id, line.Id, Dying));
        await session.CommitAsync();
        return line.Quoted;
    }

    /// <summary>A process wrote the answer down and died before it was on the board. The words, in order.</summary>
    public static async Task<IEnumerable<ShotWords>> DieWithAnAnswerAsync(this StudioApp studio, Guid project)
    {
        var row = (await studio.Services.GetRequiredService<IPipeline<Direction>>().ClaimAsync(Dying, Ct))!;
        var shots = (await studio.BoardAsync(project)).Shots.Select((shot, at) => new WrittenShot(
            shot.Id, new ShotWords($"Picture {at}", "a", "c", "l", "cut", ""), WrittenBy.Director, [], SubjectPoint.Middle)).ToList();
        row.Answered(shots, 0, "A film.");
        Assert.True(await studio.Services.GetRequiredService<DirectionDesk>().KeepAsync(row, Dying, Ct));
        return shots.Select(shot => shot.Words);
    }

    public static async Task SetBudgetAsync(this StudioApp studio, Guid account, long micro)
    {
        await using var session = await studio.Db.BeginAsync(Ct);
        await session.ExecuteAsync("UPDATE accounts SET daily_budget = @micro WHERE id = @account", new { account, micro });
        await session.CommitAsync();
    }

    public static async Task<long> LargestReservationAsync(this StudioApp studio, Guid project)
    {
        await using var session = await studio.Db.ReadAsync(Ct);
        return await session.OneAsync<long>("SELECT MAX(quoted) FROM ledger WHERE project_id = @project", new { project });
    }

    public static async Task<long> CountDirectionsAsync(this StudioApp studio, Guid id, DirectionState state)
    {
        await using var session = await studio.Db.ReadAsync(Ct);
        return await session.OneAsync<long>("SELECT COUNT(*) FROM directions WHERE id = @id AND state = @state", new { id, state = (int)state });
    }
}
