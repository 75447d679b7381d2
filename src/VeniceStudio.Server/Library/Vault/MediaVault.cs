using System.Collections.Concurrent;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Work;

namespace VeniceStudio.Server.Library;

/// <summary>
/// The media in an S3 store, each under the name that it has below the data folder. The store is what counts; the folder beside ffmpeg
/// is a cache of it. A file is kept here before its row is written, and fetched from here when the folder lacks it.
/// </summary>
public sealed class MediaVault : IDisposable
{
    /// <summary>Up to here a missing file is fetched before it is answered; a larger one is sent from the store while it is fetched.</summary>
    internal long MostAtOnce { get; set; } = 50 * 1024 * 1024;

    /// <summary>A page of forty missing posters is no reason for forty calls at once.</summary>
    private const int Lines = 6;

    private readonly StudioOptions _options;
    private readonly S3Options _s3;
    private readonly S3Bucket _bucket;
    private readonly VaultOwner _owner;
    private readonly ILogger<MediaVault> _log;
    private readonly SemaphoreSlim _lines = new(Lines, Lines);
    private readonly ConcurrentDictionary<string, Lazy<Task>> _coming = new();
    private readonly CancellationTokenSource _closing = new();

    public MediaVault(StudioOptions options, Data.StudioDb db, ILogger<MediaVault> log)
    {
        (_options, _log) = (options, log);
        _s3 = options.S3 ?? throw new InvalidOperationException("No S3 store is set.");
        _bucket = new S3Bucket(_s3);
        _owner = new VaultOwner(db, _bucket, _s3);
    }

    /// <summary>What rows call this store.</summary>
    public string Place => _s3.Place;

    /// <summary>Rung when there is something to delete or to move.</summary>
    internal WorkBell Bell { get; } = new();

    internal S3Bucket Bucket => _bucket;

    /// <summary>Puts a file into the store, under the name that goes with a path of the data folder.</summary>
    /// <param name="path">Where it lies, or will lie.</param>
    /// <param name="source">Where its bytes are now.</param>
    /// <param name="sha256">Their hash.</param>
    /// <param name="ct">Ends it; what was half sent is no object.</param>
    /// <returns>What its row should say.</returns>
    /// <exception cref="MediaStoreAwayException">It is not there; the file is where it was.</exception>
    public async Task<string> KeepAsync(string path, string source, string sha256, CancellationToken ct)
    {
        await _owner.HoldAsync(ct);
        await _bucket.PutAsync(KeyOf(path), source, sha256, ct);
        return Place;
    }

    /// <summary>Makes a file lie at its path. One that the store lacks, or holds in another form than its row says, stays missing.</summary>
    /// <param name="path">Where it belongs.</param>
    /// <param name="bytes">Its length; null for what has no row.</param>
    /// <param name="sha256">Its hash; null trusts what was written beside it.</param>
    /// <param name="ct">Ends the waiting. The file comes all the same: others may wait for it.</param>
    /// <exception cref="MediaStoreException">The store does not answer, or the disk is full.</exception>
    public async ValueTask BringAsync(string path, long? bytes, string? sha256, CancellationToken ct)
    {
        if (CacheFile.IsThere(path)) return;
        await Fetch(path, bytes, sha256).WaitAsync(ct);
    }

    /// <summary>Begins to fetch a file without waiting for it.</summary>
    internal void BeginToBring(string path, long bytes, string sha256) =>
        _ = Fetch(path, bytes, sha256).ContinueWith(
            fetched => _log.LogWarning(fetched.Exception, "A file did not come from the S3 store."), CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);

    /// <summary>A stretch of a file from the store; null when the store lacks the file, or holds another one under its name.</summary>
    internal async Task<ObjectBody?> OpenAsync(string path, string sha256, long from, long length, CancellationToken ct)
    {
        var body = await _bucket.OpenAsync(KeyOf(path), (from, length), ct);
        if (body is null || (body.Bytes == length && (body.Sha256 ?? sha256) == sha256)) return body;
        body.Dispose();
        return null;
    }

    /// <summary>Whether the store holds this very file.</summary>
    /// <param name="path">Where it belongs.</param>
    /// <param name="bytes">Its length.</param>
    /// <param name="sha256">Its hash; null for what has no row.</param>
    /// <param name="ct">Ends the call.</param>
    internal async Task<bool> HasAsync(string path, long bytes, string? sha256, CancellationToken ct) =>
        await _bucket.FindAsync(KeyOf(path), ct) is { } found && found.Bytes == bytes && (sha256 is null || found.Sha256 == sha256);

    internal async Task DeleteAsync(string path, CancellationToken ct)
    {
        await _owner.HoldAsync(ct);
        await _bucket.DeleteAsync(KeyOf(path), ct);
    }

    /// <summary>Every object below the media's own prefix, with the path that goes with it.</summary>
    internal async IAsyncEnumerable<(string Path, StoredObject Object)> ListAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await _owner.HoldAsync(ct);
        await foreach (var one in _bucket.ListAsync(_s3.Prefix + "media/", ct))
            yield return (Path.Combine(_options.DataFolder, one.Key[_s3.Prefix.Length..].Replace('/', Path.DirectorySeparatorChar)), one);
    }

    /// <summary>A sentence when the store does not do its work; null when it does.</summary>
    public async Task<string?> TroubleAsync(CancellationToken ct)
    {
        try
        {
            await _owner.HoldAsync(ct);
            await _owner.LookAsync(ct);
            return null;
        }
        catch (MediaStoreAwayException e)
        {
            return e.Message;
        }
    }

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
        _bucket.Dispose();
    }

    private string KeyOf(string path) => _s3.Prefix + Path.GetRelativePath(_options.DataFolder, path).Replace(Path.DirectorySeparatorChar, '/');

    private Task Fetch(string path, long? bytes, string? sha256) => _coming.GetOrAdd(path, _ => new Lazy<Task>(() => FetchAsync(path, bytes, sha256))).Value;

    private async Task FetchAsync(string path, long? bytes, string? sha256)
    {
        var ct = _closing.Token;
        await _lines.WaitAsync(ct);
        try
        {
            // Whoever fetched it a moment ago has let go of its place in the list meanwhile.
            if (CacheFile.IsThere(path)) return;
            using var body = await _bucket.OpenAsync(KeyOf(path), null, ct);
            if (body is null) return;
            if (!await CacheFile.TakeAsync(body, path, Path.Combine(_options.DataFolder, "media", "tmp"), bytes, sha256, ct))
                _log.LogError("The S3 store holds {Key} in another form than it was kept. It is not used.", KeyOf(path));
        }
        finally
        {
            _coming.TryRemove(path, out _);
            _lines.Release();
        }
    }
}
