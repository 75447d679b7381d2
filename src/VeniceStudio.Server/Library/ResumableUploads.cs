using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Server.Library;

/// <summary>
/// Takes files in pieces, so that a torn line costs a moment and not the song. What has reached the disk is counted in the row; whatever
/// lies behind that in the file is written over by the next piece.
/// </summary>
/// <remarks>
/// Two senders of the same piece (a phone that gave up on a line which the studio still holds open) write the same bytes to the same
/// place; the first to be done counts, the other is told where the file stands.
/// </remarks>
public sealed class ResumableUploads(MediaStore store, StudioDb db, StudioOptions options)
{
    /// <summary>After this long without a piece an upload is given up.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    /// <summary>The database and everything else on the disk need some room too.</summary>
    private const long RoomToSpare = 64 * 1024 * 1024;

    private const int CopyBytes = 128 * 1024;

    /// <summary>Not below the media, where the sweep would take them for leftovers after an hour.</summary>
    private string Folder => Path.Combine(options.DataFolder, "uploads");

    /// <summary>Where an upload's bytes lie.</summary>
    internal string PathOf(Guid id) => Path.Combine(Folder, $"{id}.part");

    public async Task<Results<Created<UploadView>, ProblemHttpResult>> StartAsync(Member member, StartUpload body, CancellationToken ct)
    {
        var (megabytes, sentence) = body.For switch
        {
            UploadFor.Footage => (2_000L, "Footage may have at most 2 GB. Bring a shorter piece of it."),
            UploadFor.Archive => (16_000L, "An archive may have at most 16 GB."),
            _ => (options.SongMegabytes, $"A song may have at most {options.SongMegabytes} MB. Choose a smaller file, an MP3 for instance."),
        };
        var most = megabytes * 1024 * 1024;
        if (body.Bytes > most) return Problems.Of(413, "too-large", sentence, ("field", "bytes"), ("limitBytes", most));
        await using var session = await db.BeginAsync(ct);
        if (store.FreeBytes() - await session.AwaitedBytesAsync() < body.Bytes + RoomToSpare)
            return Problems.Of(507, "disk-full", new MediaStoreFullException().Message, ("field", "bytes"));
        var upload = new ResumableUpload
        {
            Id = Guid.CreateVersion7(), AccountId = member.Id, Name = CleanName.Words(body.Name, CleanName.MaxLength), Bytes = body.Bytes,
            CreatedAt = session.Now, TouchedAt = session.Now,
        };
        await session.InsertUploadAsync(upload);
        await session.CommitAsync();
        return TypedResults.Created($"/api/uploads/{upload.Id}", upload.ToView());
    }

    /// <summary>Takes the next piece. When it tears, what came of it counts.</summary>
    public async Task<Results<Ok<UploadView>, NotFound, ProblemHttpResult>> TakeAsync(Member member, Guid id, long from, Stream body, CancellationToken ct)
    {
        if (await FindAsync(member, id, ct) is not { } upload) return TypedResults.NotFound();
        if (upload.TrackId is not null) return Elsewhere(upload);
        if (from != upload.Received) return Elsewhere(upload);
        var (taken, tooMuch) = (0L, false);
        try
        {
            Directory.CreateDirectory(Folder);
            await using var file = new FileStream(PathOf(id), FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, 0, FileOptions.Asynchronous);
            file.Position = from;
            try
            {
                (taken, tooMuch) = await CopyAsync(body, file, upload.Bytes - from, count => taken = count, ct);
            }
            finally
            {
                RandomAccess.FlushToDisk(file.SafeFileHandle);
                if (!tooMuch && taken > 0) await CountAsync(id, from, from + taken);
            }
        }
        catch (IOException e) when (MediaStoreFullException.IsFull(e))
        {
            return Problems.Of(507, "disk-full", new MediaStoreFullException(e).Message);
        }
        if (tooMuch) return Problems.Bad("body", "This piece goes beyond the size that was announced. Start the upload anew.");
        var now = await FindAsync(member, id, ct);
        if (now is null) return TypedResults.NotFound();
        return now.Received == from + taken ? TypedResults.Ok(now.ToView()) : Elsewhere(now);
    }

    public async Task<ResumableUpload?> FindAsync(Member member, Guid id, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        return await session.UploadOfAsync(member.Id, id);
    }

    /// <summary>Forgets an upload with its bytes.</summary>
    public async Task DropAsync(Guid id, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        await session.DeleteUploadAsync(id);
        session.AfterCommit(() => MediaStore.Forget(PathOf(id)));
        await session.CommitAsync();
    }

    /// <summary>Forgets what nobody has gone on with for a day, and bytes that no row knows.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> SweepAsync(CancellationToken ct)
    {
        IReadOnlyList<Guid> old;
        await using (var session = await db.ReadAsync(ct)) old = await session.AbandonedAsync(session.Now - Patience);
        foreach (var id in old) await DropAsync(id, ct);
        if (!Directory.Exists(Folder)) return old.Count;
        // The system's clock stamped the files, so it tells their age.
        var stray = Directory.EnumerateFiles(Folder).Where(path => TimeProvider.System.GetUtcNow() - File.GetLastWriteTimeUtc(path) > 2 * Patience).ToList();
        stray.ForEach(MediaStore.Forget);
        return old.Count + stray.Count;
    }

    private async Task CountAsync(Guid id, long from, long to)
    {
        // The sender may be gone; what came is counted all the same.
        await using var session = await db.BeginAsync(CancellationToken.None);
        await session.AdvanceUploadAsync(id, from, to);
        await session.CommitAsync();
    }

    private static async Task<(long Taken, bool TooMuch)> CopyAsync(Stream body, FileStream file, long room, Action<long> count, CancellationToken ct)
    {
        var buffer = new byte[CopyBytes];
        var taken = 0L;
        while (await body.ReadAsync(buffer, ct) is > 0 and var read)
        {
            if (taken + read > room) return (taken, true);
            await file.WriteAsync(buffer.AsMemory(0, read), CancellationToken.None);
            count(taken += read);
        }
        return (taken, false);
    }

    private static ProblemHttpResult Elsewhere(ResumableUpload upload) => Problems.Of(
        409, "stale", $"This upload stands at byte {upload.Received}. Go on from there.", ("received", upload.Received));
}
