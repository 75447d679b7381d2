using System.Buffers;
using System.Security.Cryptography;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Server.Library;

/// <summary>
/// The folder of all media: <c>{data}/media/ab/cd/{id}.ext</c>, a poster beside its video, and <c>tmp</c> for what is still being
/// written. A file appears under its final name only when all of it is on the disk. Rows say which files count; a file without
/// a row is swept away later, so a crash between the two costs nothing but room.
/// </summary>
public sealed class MediaStore(StudioOptions options)
{
    private const int CopyBytes = 256 * 1024;

    public string Root { get; } = Path.Combine(options.DataFolder, "media");

    public string TemporaryFolder { get; } = Path.Combine(options.DataFolder, "media", "tmp");

    /// <summary>How a temporary file is opened for writing. Tests put a full disk here.</summary>
    internal Func<string, FileStream> Opening { get; set; } =
        path => new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, 0, FileOptions.Asynchronous);

    /// <summary>A path that nobody else writes to. Whoever asks for it deletes the file when it is not taken in.</summary>
    public string NewTemporary(string extension)
    {
        Directory.CreateDirectory(TemporaryFolder);
        return Path.Combine(TemporaryFolder, $"{Guid.CreateVersion7():N}{extension}");
    }

    /// <summary>
    /// Where a download that arrived whole waits for its check. The name follows from the clip, so that after a crash the bytes are
    /// found again: Venice hands a link's file out only a few times.
    /// </summary>
    public string LandingOf(Guid clip, string extension) => Path.Combine(TemporaryFolder, $"landed-{clip:N}{extension}");

    /// <summary>
    /// Copies a stream into a temporary file and returns its length. It stops as soon as there are more than <paramref name="most"/>
    /// bytes; the length returned then is larger than that.
    /// </summary>
    /// <exception cref="MediaStoreFullException">No room. On this and any other error nothing is left behind.</exception>
    public async Task<long> FillAsync(string temporary, Stream content, CancellationToken ct, long most = long.MaxValue)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(CopyBytes);
        try
        {
            await using var file = Opening(temporary);
            long length = 0;
            while (length <= most && await content.ReadAsync(buffer, ct) is > 0 and var read)
            {
                await file.WriteAsync(buffer.AsMemory(0, read), ct);
                length += read;
            }
            return length;
        }
        catch (Exception e) when (MediaStoreFullException.IsFull(e))
        {
            Forget(temporary);
            throw new MediaStoreFullException(e);
        }
        catch
        {
            Forget(temporary);
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>
    /// Makes a finished temporary file part of the library: its bytes reach the disk, then its name does. A file that is already
    /// there under this id is replaced, because a collection that was cut off may come a second time.
    /// </summary>
    /// <exception cref="MediaStoreFullException">No room; the temporary file is still there.</exception>
    public async Task<StoredFile> TakeInAsync(string temporary, Guid id, string extension, CancellationToken ct)
    {
        try
        {
            var (bytes, sha256) = await MeasureAsync(temporary, ct);
            var path = PathOf(id, extension);
            MakeFolderOf(id);
            File.Move(temporary, path, overwrite: true);
            DurableFolder.Flush(Path.GetDirectoryName(path)!);
            return new StoredFile(path, bytes, sha256);
        }
        catch (IOException e) when (MediaStoreFullException.IsFull(e))
        {
            throw new MediaStoreFullException(e);
        }
    }

    public string PathOf(MediaFile media) => PathOf(media.Id, media.Extension);

    /// <summary>Makes the folder that the files of this id lie in.</summary>
    public void MakeFolderOf(Guid id) => DurableFolder.Make(Root, Path.GetDirectoryName(PosterPathOf(id))!);

    /// <summary>Where a video's still picture lies (JPEG), whether or not it has been made.</summary>
    public string PosterPathOf(Guid id) => PathOf(id, ".poster.jpg");

    /// <summary>Removes the bytes of a row that is gone. Never fails: what cannot be removed now is swept later.</summary>
    public void Delete(MediaFile media)
    {
        Forget(PathOf(media));
        Forget(PosterPathOf(media.Id));
    }

    /// <summary>Removes a file if it is there. Never fails.</summary>
    public static void Forget(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The sweep comes by again.
        }
    }

    /// <summary>Bytes that can still be written to this disk.</summary>
    public long FreeBytes()
    {
        Directory.CreateDirectory(Root);
        return new DriveInfo(Root).AvailableFreeSpace;
    }

    // The last digits of an id are random; the first ones are the time, and would put a month into one folder.
    private string PathOf(Guid id, string extension)
    {
        var name = id.ToString("N");
        return Path.Combine(Root, name[^4..^2], name[^2..], id + extension);
    }

    private static async Task<(long Bytes, string Sha256)> MeasureAsync(string path, CancellationToken ct)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read, 0, FileOptions.Asynchronous);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[CopyBytes];
        while (await file.ReadAsync(buffer, ct) is > 0 and var read) hash.AppendData(buffer, 0, read);
        RandomAccess.FlushToDisk(file.SafeFileHandle);
        return (file.Length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
