using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Work;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Storyboard.Directing;

/// <summary>Writes how far the director's work is, together with what it changed, and tells whoever watches.</summary>
internal sealed class DirectionDesk(StudioDb db, IBoardWriting boards, IStudioEvents events, WorkBell bell, TimeProvider time)
{
    /// <summary>Tries of an answer that Venice is too busy for, and of one that fails in another way that passes.</summary>
    private const int MostTriesBusy = 4, MostTries = 1;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3), BusyPause = TimeSpan.FromSeconds(20);

    public DateTimeOffset Now => time.GetUtcNow();

    public async Task<FilmPapers?> PapersAsync(Direction row, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        return await boards.ReadAsync(session, row.ProjectId, null);
    }

    /// <summary>Writes the row, which stays in hand. False: a person ended the work, or another process has it.</summary>
    public async Task<bool> KeepAsync(Direction row, WorkClaim claim, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        if (!await session.UpdateDirectionAsync(row, claim, release: false)) return false;
        await session.CommitAsync();
        return true;
    }

    /// <summary>Writes the row with what its step changed, in one transaction, and lets it go.</summary>
    /// <param name="row">As it is to be.</param>
    /// <param name="claim">Whose it has to be; when it is not any more, nothing is written.</param>
    /// <param name="change">What else is written, before the row; null for nothing.</param>
    public async Task<bool> ReleaseAsync(Direction row, WorkClaim claim, Func<DbSession, Task>? change = null)
    {
        await using var session = await db.BeginAsync(CancellationToken.None);
        if (change is not null) await change(session);
        if (!await session.UpdateDirectionAsync(row, claim, release: true)) return false;
        session.AfterCommit(() =>
        {
            events.Publish(new Changed("board", row.AccountId));
            if (row.Kind == DirectionKind.Questions) events.Publish(new Changed("projects", row.AccountId));
            bell.Ring();
        });
        await session.CommitAsync();
        return true;
    }

    public Task FailAsync(Direction row, WorkClaim claim, string notice)
    {
        row.Fail(notice, Now);
        return ReleaseAsync(row, claim);
    }

    /// <summary>Puts the same chunk off when the failure passes; false when it does not, or was put off often enough.</summary>
    public async Task<bool> PutOffAsync(Direction row, WorkClaim claim, VeniceException e)
    {
        var busy = e.Kind is VeniceErrorKind.RateLimited or VeniceErrorKind.AbuseBlocked;
        if (!(e.MayPass || e.MayHaveBought) || row.Tries >= (busy ? MostTriesBusy : MostTries)) return false;
        var due = Now + (busy ? BusyPause : Pause);
        row.TryAgain(e.RetryAt > due ? e.RetryAt.Value : due);
        await ReleaseAsync(row, claim);
        return true;
    }
}
