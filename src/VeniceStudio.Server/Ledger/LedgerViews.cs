namespace VeniceStudio.Server.Ledger;

/// <summary>Money of one stretch of time, micro-dollars. Paid less refunded is what it cost in the end.</summary>
public sealed record SpendSumView(long Quoted, long Paid, long Refunded, int Orders);

public sealed record MemberSpendView(Guid MemberId, string Name, SpendSumView Today, SpendSumView Month, long Reserved, long? DailyBudget);

public sealed record DaySpendView(DateOnly Day, long Paid, long Refunded, int Orders);

public sealed record LedgerLineView(
    Guid Id, DateTimeOffset At, string Member, string What, string Model, long Quoted, long Paid, long Refunded, string State, Guid? ClipId);

/// <summary>
/// What was spent. A member sees their own; an owner sees the studio. Days are UTC. <c>Reserved</c> is promised to orders under way;
/// budgets are null when none is set. <c>Uncertain</c> is money of orders of which nobody knows whether Venice took them.
/// </summary>
public sealed record SpendView(
    SpendSumView Today, SpendSumView Month, long Reserved, long Uncertain,
    long? StudioDailyBudget, long? MemberDailyBudget, long? LeftToday,
    IReadOnlyList<DaySpendView> Days, IReadOnlyList<MemberSpendView> Members, IReadOnlyList<LedgerLineView> Latest);
