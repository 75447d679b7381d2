using System.Security.Cryptography;
using VeniceStudio.Server.Data;

namespace VeniceStudio.Server.Library;

/// <summary>
/// What the S3 store needs besides requests: deleted files go, files from before there was a store move in, and the cache keeps its
/// size. Rows remember how far it is, so a round may end anywhere; the next one comes after two minutes or when something was deleted.
/// </summary>
public sealed partial class VaultRounds(
    MediaVault vault, MediaStore store, CacheTrim cache, StudioDb db, TimeProvider time, ILogger<VaultRounds> log) : BackgroundService
{
    private const int Batch = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(2);

    /// <summary>Files that are neither here nor there, or damaged here: told once, and left alone until the next start.</summary>
    private readonly HashSet<Guid> _lost = [];

    private bool _isAway;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Yield();
            while (true)
            {
                var ring = vault.Bell.NextRing;
                await RunAsync(stoppingToken);
                await Task.WhenAny(ring, Task.Delay(Pause, time, stoppingToken));
                stoppingToken.ThrowIfCancellationRequested();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The studio closes.
        }
    }

    /// <summary>One round. What fails is logged, and tried again in the next.</summary>
    internal async Task RunAsync(CancellationToken ct)
    {
        try
        {
            await DeleteAsync(ct);
            await MoveInAsync(ct);
            await cache.RunAsync(ct);
            if (_isAway) Back(log);
            _isAway = false;
        }
        catch (MediaStoreAwayException e)
        {
            // An outage of a day is one line, not seven hundred.
            if (!_isAway) Away(log, e.Message);
            _isAway = true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failed(log, e);
        }
    }

    private async Task DeleteAsync(CancellationToken ct)
    {
        while (true)
        {
            IReadOnlyList<MediaFile> doomed;
            await using (var reading = await db.ReadAsync(ct)) doomed = await reading.NotGoneAsync(vault.Place, Batch);
            foreach (var file in doomed)
            {
                await vault.DeleteAsync(store.PathOf(file), ct);
                await vault.DeleteAsync(store.PosterPathOf(file.Id), ct);
                await MarkAsync(file, null, ct);
            }
            if (doomed.Count < Batch) return;
        }
    }

    private async Task MoveInAsync(CancellationToken ct)
    {
        var (after, moved) = (Guid.Empty, 0);
        while (true)
        {
            IReadOnlyList<MediaFile> batch;
            await using (var reading = await db.ReadAsync(ct)) batch = await reading.NotKeptAsync(vault.Place, after, Batch);
            // One after the other: people who use the studio meanwhile have the larger share of the line.
            foreach (var file in batch.Where(file => !_lost.Contains(file.Id)))
            {
                if (!await KeepAsync(file, ct)) continue;
                await MarkAsync(file, vault.Place, ct);
                moved++;
            }
            if (batch.Count < Batch) break;
            after = batch[^1].Id;
        }
        if (moved > 0) Moved(log, moved);
    }

    private async Task<bool> KeepAsync(MediaFile file, CancellationToken ct)
    {
        var (path, poster) = (store.PathOf(file), store.PosterPathOf(file.Id));
        if (!await vault.HasAsync(path, file.Bytes, file.Sha256, ct))
        {
            // What is damaged here must not become what counts.
            if (!File.Exists(path) || await HashAsync(path, ct) != file.Sha256)
            {
                _lost.Add(file.Id);
                Lost(log, file.Id);
                return false;
            }
            await vault.KeepAsync(path, path, file.Sha256, ct);
        }
        if (file.HasPoster && File.Exists(poster) && !await vault.HasAsync(poster, new FileInfo(poster).Length, null, ct))
            await vault.KeepAsync(poster, poster, await HashAsync(poster, ct), ct);
        return true;
    }

    private async Task MarkAsync(MediaFile file, string? place, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        await session.KeptInAsync(file.Id, place);
        await session.CommitAsync();
    }

    private static async Task<string> HashAsync(string path, CancellationToken ct)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} files of the library were moved into the S3 store.")]
    private static partial void Moved(ILogger log, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The file of {Media} is neither whole in the data folder nor in the S3 store. If it is in a backup, put it back into the folder and start the studio again.")]
    private static partial void Lost(ILogger log, Guid media);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Sentence} Every two minutes it is asked again.")]
    private static partial void Away(ILogger log, string sentence);

    [LoggerMessage(Level = LogLevel.Information, Message = "The S3 store is there again.")]
    private static partial void Back(ILogger log);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A round through the S3 store failed; the next one tries again.")]
    private static partial void Failed(ILogger log, Exception e);
}
