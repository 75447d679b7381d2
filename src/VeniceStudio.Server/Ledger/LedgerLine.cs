namespace VeniceStudio.Server.Ledger;

public enum OrderKind
{
    Video = 1,
    Chat = 2,
    Music = 3,
    Speech = 4,

    /// <summary>Words heard in a song.</summary>
    Lyrics = 5,

    /// <summary>A still, drawn or changed.</summary>
    Picture = 6,
}

public enum LedgerState
{
    /// <summary>Promised to an order that is not bought yet; counts against every budget.</summary>
    Reserved = 1,

    /// <summary>Venice took the order, and the money.</summary>
    Paid = 2,

    /// <summary>The order ended without a purchase; nothing counts.</summary>
    Released = 3,

    /// <summary>Nobody knows whether Venice took the order; counts against every budget until a person says.</summary>
    Uncertain = 4,

    /// <summary>Venice took the money and gave it back.</summary>
    Refunded = 5,
}

/// <summary>One order's money, micro-dollars: quoted, then paid, then perhaps refunded.</summary>
public sealed class LedgerLine
{
    public Guid Id { get; init; }
    public Guid AccountId { get; init; }
    public OrderKind Kind { get; init; }
    public string Model { get; init; } = "";

    /// <summary>What people called it when it was ordered; null where only its id is known.</summary>
    public string? ModelName { get; init; }
    public Guid? ClipId { get; init; }

    /// <summary>The project that it is bought for, whose budget it counts against; null for none.</summary>
    public Guid? ProjectId { get; init; }
    public LedgerState State { get; private set; }
    public long Quoted { get; private set; }
    public long Paid { get; private set; }
    public long Refunded { get; private set; }
    public DateTimeOffset ReservedAt { get; private set; }
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>What this order holds back from the budgets.</summary>
    public long Held => State is LedgerState.Reserved or LedgerState.Uncertain ? Quoted : 0;

    public static LedgerLine For(Guid account, OrderKind kind, string model, string? modelName, Guid? clip, long quoted, DateTimeOffset now, Guid? project = null) => new()
    {
        Id = Guid.CreateVersion7(),
        AccountId = account,
        Kind = kind,
        Model = model,
        ModelName = modelName,
        ClipId = clip,
        ProjectId = project,
        State = LedgerState.Reserved,
        Quoted = quoted,
        ReservedAt = now,
    };

    /// <summary>The price moved a little, within what the person accepts.</summary>
    public void Requote(long quoted) => Quoted = quoted;

    /// <summary>Promised again, after the reservation had been let go.</summary>
    public void ReserveAgain(long quoted, DateTimeOffset now) =>
        (State, Quoted, ReservedAt, SettledAt) = (LedgerState.Reserved, quoted, now, null);

    public void Pay(long paid, DateTimeOffset now) => (State, Paid, SettledAt) = (LedgerState.Paid, paid, now);

    public void Release(DateTimeOffset now) => (State, SettledAt) = (LedgerState.Released, now);

    public void Doubt() => State = LedgerState.Uncertain;

    public void Refund(DateTimeOffset now) => (State, Refunded, SettledAt) = (LedgerState.Refunded, Paid, SettledAt ?? now);
}
