using System.Buffers;
using System.Security.Cryptography;

namespace VeniceStudio.Server.Library;

/// <summary>A file of the data folder while an S3 store is what counts: it comes whole or not at all, and remembers when it was used.</summary>
internal static class CacheFile
{
    private const int CopyBytes = 256 * 1024;

    /// <summary>Marking each of a player's hundred ranges would only wear the disk.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    /// <summary>Longer without a byte, and the line is taken for dead.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Using a file and removing it exclude each other.</summary>
    private static readonly Lock Using = new();

    /// <summary>Whether it lies here; then it counts as used now.</summary>
    public static bool IsThere(string path)
    {
        lock (Using)
        {
            if (!File.Exists(path)) return false;
            var now = TimeProvider.System.GetUtcNow().UtcDateTime;
            try
            {
                // Mounts differ in when reading counts; writing the time does on all of them.
                if (now - File.GetLastAccessTimeUtc(path) > Fresh) File.SetLastAccessTimeUtc(path, now);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Then its age is that of its bytes.
            }
            return File.Exists(path);
        }
    }

    /// <summary>When a file was last used, UTC by the clock that stamps files.</summary>
    public static DateTime UsedAt(string path)
    {
        var (read, written) = (File.GetLastAccessTimeUtc(path), File.GetLastWriteTimeUtc(path));
        return read > written ? read : written;
    }

    /// <summary>Removes a file, unless it was used since an instant.</summary>
    public static bool Drop(string path, DateTime since)
    {
        lock (Using)
        {
            if (UsedAt(path) >= since) return false;
            MediaStore.Forget(path);
            return !File.Exists(path);
        }
    }

    /// <summary>Writes an object to its place when it is what it should be. Nothing of it stays otherwise.</summary>
    /// <exception cref="MediaStoreException">The line tore, or the disk is full.</exception>
    public static async Task<bool> TakeAsync(ObjectBody body, string path, string temporaryFolder, long? bytes, string? sha256, CancellationToken ct)
    {
        Directory.CreateDirectory(temporaryFolder);
        var temporary = Path.Combine(temporaryFolder, $"{Guid.CreateVersion7():N}.fetched");
        try
        {
            var (length, hash) = await WriteAsync(body.Content, temporary, ct);
            if (length != (bytes ?? body.Bytes) || hash != (sha256 ?? body.Sha256 ?? hash)) return false;
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Move(temporary, path, overwrite: true);
            return true;
        }
        catch (IOException e) when (MediaStoreFullException.IsFull(e))
        {
            throw new MediaStoreFullException(e);
        }
        catch (Exception e) when (e is not (IOException or OperationCanceledException))
        {
            // The client holds a whole object against its tag at the end of its bytes: it was damaged in the store.
            return false;
        }
        finally
        {
            MediaStore.Forget(temporary);
        }
    }

    private static async Task<(long Length, string Sha256)> WriteAsync(Stream content, string temporary, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.Read, 0, FileOptions.Asynchronous);
        var buffer = ArrayPool<byte>.Shared.Rent(CopyBytes);
        try
        {
            while (await ReadAsync(content, buffer, ct) is > 0 and var read)
            {
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), ct);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
        // Without this a power cut could leave an empty file under a name that promises a whole one.
        RandomAccess.FlushToDisk(file.SafeFileHandle);
        return (file.Length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static async Task<int> ReadAsync(Stream content, byte[] buffer, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            return await content.ReadAsync(buffer, limit.Token);
        }
        catch (Exception e) when (!ct.IsCancellationRequested && e is IOException or OperationCanceledException)
        {
            throw new MediaStoreAwayException(MediaStoreAwayException.Usual, e);
        }
    }
}
