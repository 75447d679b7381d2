using System.Buffers;
using System.Security.Cryptography;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Server.Library;

/// <summary>
/// The folder of all media: <c>{data}/media/ab/cd/{id}.ext</c>, a poster beside its video, and <c>tmp</c> for what is still being
/// written. A file appears under its final name only when all of it is on the disk. Rows say which files count; a file without
/// a row is swept away later, so a crash between the two costs nothing but room. With an S3 store the folder is a cache of it: whoever
/// reads asks for <see cref="LocalAsync"/>, and a file counts as taken in once the store has it.
/// </summary>
public sealed class MediaStore(StudioOptions options, MediaVault? vault = null)
{
    /// <summary>How the names of landed files begin.</summary>
    internal const string Landed = "landed-";

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
    public string LandingOf(Guid clip, string extension) => Path.Combine(TemporaryFolder, $"{Landed}{clip:N}{extension}");

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
    /// <remarks>With an S3 store it goes there first, with the poster that lies beside its place: until then it stays where its order finds it again.</remarks>
    /// <exception cref="MediaStoreException">No room, or the S3 store is away; the temporary file is still there.</exception>
    public async Task<StoredFile> TakeInAsync(string temporary, Guid id, string extension, CancellationToken ct)
    {
        try
        {
            var (bytes, sha256) = await MeasureAsync(temporary, ct);
            var path = PathOf(id, extension);
            var keptIn = vault is null ? null : await vault.KeepAsync(path, temporary, sha256, ct);
            if (vault is not null && File.Exists(PosterPathOf(id)))
                await vault.KeepAsync(PosterPathOf(id), PosterPathOf(id), (await MeasureAsync(PosterPathOf(id), ct)).Sha256, ct);
            MakeFolderOf(id);
            File.Move(temporary, path, overwrite: true);
            DurableFolder.Flush(Path.GetDirectoryName(path)!);
            return new StoredFile(path, bytes, sha256, keptIn);
        }
        catch (IOException e) when (MediaStoreFullException.IsFull(e))
        {
            throw new MediaStoreFullException(e);
        }
    }

    /// <summary>Where a file belongs, whether or not it lies there. To read it, ask for <see cref="LocalAsync"/>.</summary>
    public string PathOf(MediaFile media) => PathOf(media.Id, media.Extension);

    /// <summary>Where a file lies, fetched from the S3 store first when it does not. One that is nowhere leaves its place empty.</summary>
    /// <exception cref="MediaStoreException">It is in the S3 store, which does not answer; or there is no room for it.</exception>
    public async ValueTask<string> LocalAsync(MediaFile media, CancellationToken ct)
    {
        var path = PathOf(media);
        if (vault is not null) await vault.BringAsync(path, media.Bytes, media.Sha256, ct);
        return path;
    }

    /// <summary>Where a poster lies, fetched first when it does not.</summary>
    /// <exception cref="MediaStoreException">As above.</exception>
    public async ValueTask<string> LocalPosterAsync(Guid id, CancellationToken ct)
    {
        var path = PosterPathOf(id);
        if (vault is not null) await vault.BringAsync(path, null, null, ct);
        return path;
    }

    /// <summary>Makes files lie at their <see cref="PathOf(MediaFile)"/>, for whoever names them to another program.</summary>
    /// <exception cref="MediaStoreException">As above.</exception>
    public async Task BringAsync(IEnumerable<MediaFile> files, CancellationToken ct)
    {
        foreach (var file in files) await LocalAsync(file, ct);
    }

    /// <summary>Whether a file can be read: it lies here, or the S3 store keeps it.</summary>
    public bool Has(MediaFile media) => IsKept(media) || File.Exists(PathOf(media));

    /// <summary>The same of its poster.</summary>
    public bool HasPoster(MediaFile media) => media.HasPoster && (IsKept(media) || File.Exists(PosterPathOf(media.Id)));

    /// <summary>A file as an answer. A large one that is only in the S3 store is sent from there, and fetched meanwhile for the next who asks.</summary>
    /// <exception cref="MediaStoreException">As above.</exception>
    public async ValueTask<FileAnswer> AnswerAsync(MediaFile media, CancellationToken ct)
    {
        var answer = new FileAnswer(PathOf(media), media.MimeType, media.Sha256);
        if (vault is null || media.Bytes <= vault.MostAtOnce || CacheFile.IsThere(answer.Path)) return answer with { Path = await LocalAsync(media, ct) };
        vault.BeginToBring(answer.Path, media.Bytes, media.Sha256);
        return answer with { Elsewhere = new FileElsewhere(media.Bytes, (from, length, stop) => vault.OpenAsync(answer.Path, media.Sha256, from, length, stop)) };
    }

    /// <summary>A poster as an answer.</summary>
    /// <exception cref="MediaStoreException">As above.</exception>
    public async ValueTask<FileAnswer> PosterAnswerAsync(MediaFile media, CancellationToken ct) =>
        new(await LocalPosterAsync(media.Id, ct), "image/jpeg", media.Sha256 + "-poster");

    private bool IsKept(MediaFile media) => vault is not null && media.KeptIn == vault.Place;

    /// <summary>Makes the folder that the files of this id lie in.</summary>
    public void MakeFolderOf(Guid id) => DurableFolder.Make(Root, Path.GetDirectoryName(PosterPathOf(id))!);

    /// <summary>Where a video's still picture lies (JPEG), whether or not it has been made.</summary>
    public string PosterPathOf(Guid id) => PathOf(id, ".poster.jpg");

    /// <summary>Removes the bytes of a row that is gone. Never fails: what cannot be removed now is swept later. Objects go by their deleted rows.</summary>
    public void Delete(MediaFile media)
    {
        Forget(PathOf(media));
        Forget(PosterPathOf(media.Id));
        vault?.Bell.Ring();
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

    /// <summary>Every file of the library that lies here; not what is being written, and not what songs look like.</summary>
    internal IEnumerable<string> Files() => !Directory.Exists(Root) ? [] : Directory.EnumerateDirectories(Root)
        .Where(folder => Path.GetFileName(folder).Length == 2).SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories));

    /// <summary>Whose file or poster it is, by its name; null for anything else.</summary>
    internal static Guid? IdOf(string path) => Guid.TryParseExact(Path.GetFileName(path).Split('.')[0], "D", out var id) ? id : null;

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
