using VeniceStudio.Server.Data;

namespace VeniceStudio.Server.Work;

/// <summary>A table whose rows are work: how any pipeline claims them, keeps them and knows when the next is due.</summary>
/// <param name="db">Where the table lies.</param>
/// <param name="name">The table's name, from the code.</param>
internal sealed class WorkTable<TRow>(StudioDb db, string name) where TRow : class, IWorkRow
{
    /// <summary>Claims the row that has waited longest; null when none is due.</summary>
    public async Task<TRow?> ClaimAsync(WorkClaim claim, CancellationToken ct)
    {
        if (!await AnythingDueAsync(ct)) return null;
        await using var session = await db.BeginAsync(ct);
        var row = await session.ClaimAsync<TRow>(name, claim);
        await session.CommitAsync();
        return row;
    }

    public async Task<bool> RenewAsync(Guid id, WorkClaim claim, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        var renewed = await session.RenewAsync(name, id, claim);
        await session.CommitAsync();
        return renewed;
    }

    public async Task FreeAsync(Guid id, WorkClaim claim)
    {
        // Letting go happens when the studio closes, too: no cancellation here.
        await using var session = await db.BeginAsync(CancellationToken.None);
        await session.FreeAsync(name, id, claim);
        await session.CommitAsync();
    }

    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        return await session.NextDueAsync(name);
    }

    /// <summary>At the start of a studio on SQLite: whatever is still claimed belonged to a process that died.</summary>
    public async Task TakeOverAsync(CancellationToken ct)
    {
        if (db.IsPostgres) return;
        await using var session = await db.BeginAsync(ct);
        await session.FreeAllAsync(name);
        await session.CommitAsync();
    }

    /// <summary>Looks without taking the write lock: an idle studio writes nothing.</summary>
    private async Task<bool> AnythingDueAsync(CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        return await session.NextDueAsync(name) is { } due && due <= session.Now;
    }
}
