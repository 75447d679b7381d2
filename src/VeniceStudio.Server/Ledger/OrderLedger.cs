using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Server.Ledger;

/// <summary>
/// The only door to a paid call: nothing is sent to Venice that would bill before its line is reserved here, and a reservation
/// that would pass a budget is refused. All reservations go one after another, so forty at once cannot pass a cap together.
/// </summary>
public sealed class OrderLedger(IStudioEvents events)
{
    private const long ReservationLock = 7_309_002;

    /// <summary>Holds other reservations back until this session ends; what is read after it stays true until the commit.</summary>
    public static Task LockAsync(DbSession session) => session.LockAsync(ReservationLock);

    /// <summary>Reserves all lines of one member, or none.</summary>
    public async Task<OverBudget?> ReserveAsync(DbSession session, IReadOnlyList<LedgerLine> lines)
    {
        await LockAsync(session);
        var account = lines[0].AccountId;
        if (await CheckAsync(session, account, lines.Sum(line => line.Quoted)) is { } over) return over;
        foreach (var bought in lines.GroupBy(line => line.ProjectId))
            if (await CheckProjectAsync(session, bought.Key, bought.Sum(line => line.Quoted)) is { } passed) return passed;
        foreach (var line in lines) await session.InsertLineAsync(line);
        Told(session, account);
        return null;
    }

    /// <summary>Why so much more could not be reserved at this moment; null when it could. Nothing is.</summary>
    public static async Task<OverBudget?> RefusalOfAsync(DbSession session, Guid account, Guid? project, long more) =>
        await CheckAsync(session, account, more) ?? await CheckProjectAsync(session, project, more);

    /// <summary>Reserves a line again whose reservation was let go, at a new price.</summary>
    public async Task<OverBudget?> ReserveAgainAsync(DbSession session, LedgerLine line, long quoted)
    {
        await LockAsync(session);
        if (await CheckAsync(session, line.AccountId, quoted - line.Held) is { } over) return over;
        if (await CheckProjectAsync(session, line.ProjectId, quoted - line.Held) is { } passed) return passed;
        line.ReserveAgain(quoted, session.Now);
        await WriteAsync(session, line);
        return null;
    }

    /// <summary>Writes what became of a line.</summary>
    public async Task WriteAsync(DbSession session, LedgerLine line)
    {
        await session.UpdateLineAsync(line);
        Told(session, line.AccountId);
    }

    /// <summary>What the budgets still allow one member today; null where no budget is set.</summary>
    public static async Task<BudgetsLeft> LeftAsync(DbSession session, Guid account)
    {
        var settings = await session.SettingsAsync();
        var today = StartOfDay(session.Now);
        var member = await session.OwnBudgetAsync(account) ?? settings.MemberDailyBudget;
        return new BudgetsLeft(
            member, member - (member is null ? 0 : await session.CommittedAsync(account, today)),
            settings.StudioDailyBudget, settings.StudioDailyBudget - (settings.StudioDailyBudget is null ? 0 : await session.CommittedAsync(null, today)));
    }

    public static DateTimeOffset StartOfDay(DateTimeOffset now) => new(now.UtcDateTime.Date, TimeSpan.Zero);

    private static async Task<OverBudget?> CheckAsync(DbSession session, Guid account, long more)
    {
        var left = await LeftAsync(session, account);
        if (left.Member is { } member && more > member) return new OverBudget("your", left.MemberBudget!.Value, member, more);
        if (left.Studio is { } studio && more > studio) return new OverBudget("the studio's", left.StudioBudget!.Value, studio, more);
        return null;
    }

    private static async Task<OverBudget?> CheckProjectAsync(DbSession session, Guid? project, long more) =>
        project is { } id && await session.ProjectBudgetAsync(id) is { } budget && more > Math.Max(0, budget.Left)
            ? new OverBudget("the project's", budget.Budget, budget.Left, more, OfProject: true) : null;

    private void Told(DbSession session, Guid account) => session.AfterCommit(() =>
    {
        events.Publish(new Changed("spend", account));
    });
}

/// <summary>What is left of each budget today, micro-dollars; null: no such budget.</summary>
public sealed record BudgetsLeft(long? MemberBudget, long? Member, long? StudioBudget, long? Studio)
{
    public bool Allows(long more) => (Member is null || more <= Member) && (Studio is null || more <= Studio);

    /// <summary>The tighter of the two.</summary>
    public long? Least => Member is null ? Studio : Studio is null ? Member : Math.Min(Member.Value, Studio.Value);
}

/// <summary>A hard stop: an order that would have passed a budget. Micro-dollars.</summary>
/// <param name="OfProject">The project's own cap, which no new day renews.</param>
public sealed record OverBudget(string Whose, long Budget, long Left, long WouldCost, bool OfProject = false)
{
    public string Sentence => OfProject
        ? $"This would cost {Money.Dollars(WouldCost)}, and {Whose} budget has {Money.Dollars(Math.Max(0, Left))} left of {Money.Dollars(Budget)}. "
            + "Nothing was ordered. Choose something shorter or cheaper, or raise the project's budget."
        : $"This would cost {Money.Dollars(WouldCost)}, and {Whose} budget for today has {Money.Dollars(Math.Max(0, Left))} left of {Money.Dollars(Budget)}. "
        + "Nothing was ordered. Choose something shorter or cheaper, wait for tomorrow (UTC), or ask the owner to raise the budget.";

    public ProblemHttpResult ToProblem() => Problems.Of(
        StatusCodes.Status402PaymentRequired, "over-budget", Sentence, ("wouldCost", WouldCost), ("left", Math.Max(0, Left)), ("budget", Budget));
}
