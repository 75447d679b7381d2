namespace VeniceStudio.Server.Work;

/// <summary>A row that takes time: when it is due next, and who has it in hand at the moment.</summary>
public interface IWorkRow
{
    Guid Id { get; }

    /// <summary>When the next step is due; null when nothing is left to do.</summary>
    DateTimeOffset? DueAt { get; }

    /// <summary>How often in a row a process died, or lost its hold, while it had this row in hand.</summary>
    int LeasesLost { get; }
}

/// <summary>What a pipeline does: claim one due row, take it one step further, write the result.</summary>
public interface IPipeline<TRow> where TRow : class, IWorkRow
{
    /// <summary>Claims the row that has waited longest, for this process, until a moment; null when none is due.</summary>
    Task<TRow?> ClaimAsync(WorkClaim claim, CancellationToken ct);

    /// <summary>Keeps a claimed row for longer; false when another process has taken it over.</summary>
    Task<bool> RenewAsync(Guid id, WorkClaim claim, CancellationToken ct);

    /// <summary>Takes a row one step further and writes what came of it, and that it is free again, in one transaction.</summary>
    Task StepAsync(TRow row, WorkClaim claim, CancellationToken ct);

    /// <summary>Ends a row that no process survives, with a sentence.</summary>
    Task GiveUpAsync(TRow row, WorkClaim claim, CancellationToken ct);

    /// <summary>When the next free row is due; null when none waits.</summary>
    Task<DateTimeOffset?> NextDueAsync(CancellationToken ct);
}

/// <summary>Who claims, and for how long.</summary>
public sealed record WorkClaim(string Owner, TimeSpan For);
