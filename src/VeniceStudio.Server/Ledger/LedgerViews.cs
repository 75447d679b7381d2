namespace VeniceStudio.Server.Ledger;

/// <summary>Money of one stretch of time, micro-dollars. Paid less refunded is what it cost in the end.</summary>
public sealed record SpendSumView(long Quoted, long Paid, long Refunded, int Orders);

public sealed record MemberSpendView(Guid MemberId, string Name, SpendSumView Today, SpendSumView Month, long Reserved, long? DailyBudget);

public sealed record DaySpendView(DateOnly Day, long Paid, long Refunded, int Orders);

/// <summary>The video that money went to.</summary>
public sealed record SpendProjectView(Guid Id, string Title);

/// <summary>What one press ordered, as far as its money stands the same.</summary>
/// <param name="Orders">How many purchases it is; the money is theirs together.</param>
/// <param name="Project">Null for an order of its own, for a video that was deleted, and for other members' videos: those are theirs to name.</param>
/// <param name="ClipId">The clip, when it is one.</param>
public sealed record LedgerLineView(
    Guid Id, DateTimeOffset At, string Member, string What, string Model, int Orders, SpendProjectView? Project, long Quoted, long Paid, long Refunded,
    string State, Guid? ClipId);

/// <summary>
/// What was spent. A member sees their own; an owner sees the studio. Days are UTC. <c>Reserved</c> is promised to orders under way;
/// budgets are null when none is set. <c>Uncertain</c> is money of orders of which nobody knows whether Venice took them.
/// </summary>
public sealed record SpendView(
    SpendSumView Today, SpendSumView Month, long Reserved, long Uncertain,
    long? StudioDailyBudget, long? MemberDailyBudget, long? LeftToday,
    IReadOnlyList<DaySpendView> Days, IReadOnlyList<MemberSpendView> Members, IReadOnlyList<LedgerLineView> Latest);
