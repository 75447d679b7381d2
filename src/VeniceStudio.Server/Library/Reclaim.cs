using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;

namespace VeniceStudio.Server.Library;

/// <summary>Makes room: rows first, in one transaction; their files once it is committed.</summary>
public sealed class Reclaim(StudioDb db, MediaStore store, IStudioEvents events)
{
    /// <summary>An upload of today may belong to a form that is still open.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    /// <summary>Frees one account's unused uploads and, when days are given, its finished clips older than that.</summary>
    public async Task<ReclaimedView> OfAccountAsync(Guid accountId, bool unused, int? clipsOlderThanDays, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        await session.HoldInputsAsync();
        var files = new List<MediaFile>();
        if (clipsOlderThanDays is { } days)
        {
            var old = await session.OldResultsAsync(accountId, session.Now.AddDays(-days));
            await session.RetireAsync(old);
            files.AddRange(old);
        }
        // Second, because what only those clips used is unused now.
        if (unused)
        {
            var idle = await session.UnusedAsync(accountId, session.Now - Grace);
            await session.RetireAsync(idle);
            files.AddRange(idle);
        }
        return await FinishAsync(session, files);
    }

    /// <summary>Frees everybody's finished clips older than the studio keeps them.</summary>
    public async Task<ReclaimedView> ExpiredAsync(int keepDays, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        var old = await session.OldResultsAsync(null, session.Now.AddDays(-keepDays));
        await session.RetireAsync(old);
        return await FinishAsync(session, old);
    }

    private async Task<ReclaimedView> FinishAsync(DbSession session, IReadOnlyList<MediaFile> files)
    {
        session.AfterCommit(() =>
        {
            foreach (var file in files) store.Delete(file);
            foreach (var account in files.Select(file => file.AccountId).Distinct())
            {
                events.Publish(new Changed("library", account));
                events.Publish(new Changed("clips", account));
            }
        });
        await session.CommitAsync();
        return new ReclaimedView(files.Sum(file => file.Bytes), files.Count);
    }
}
