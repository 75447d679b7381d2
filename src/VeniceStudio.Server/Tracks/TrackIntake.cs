using System.Security.Cryptography;
using VeniceStudio.Media.Audio.Decoding;
using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Work;

namespace VeniceStudio.Server.Tracks;

/// <summary>A song that was taken in, and whether this account had the very same file before.</summary>
public sealed record TrackTaken(Guid Id, bool Known);

/// <summary>
/// Makes a song of a file: looks at its content, reads its tags, stores it and has it listened to. A quarter of a second for an MP3 of
/// four minutes; decoding comes later, as work. What is no song is refused here, and nothing of it stays.
/// </summary>
public sealed class TrackIntake(StudioDb db, MediaStore store, FfmpegTools tools, WorkBell bell, IStudioEvents events) : IDisposable
{
    private const int LongestWords = 200;

    /// <summary>One at a time: hashing and looking are quick, and a double click finds the song that the first click made.</summary>
    private readonly SemaphoreSlim _gate = new(1, 1);

    public void Dispose() => _gate.Dispose();

    /// <summary>Takes a file in. On success it has moved into the library, or is gone because the song was known; otherwise it stays where it is.</summary>
    /// <param name="account">Whose song it becomes.</param>
    /// <param name="path">The file; on the disk of the library, so that it need not be copied.</param>
    /// <param name="name">What it was called: gives the title where its tags have none.</param>
    /// <param name="source">Where it comes from.</param>
    /// <param name="ct">Stops before anything is stored.</param>
    /// <param name="alongside">Writes what belongs to it in the same transaction, given the song's id; may be null.</param>
    /// <exception cref="MediaException">It is no song, or none of 5 s to 20 min; the message says why.</exception>
    /// <exception cref="MediaStoreException">No room, or the S3 store is away.</exception>
    public async Task<TrackTaken> TakeAsync(
        Guid account, string path, string? name, TrackSource source, CancellationToken ct, Func<DbSession, Guid, Task>? alongside = null)
    {
        await _gate.WaitAsync(ct);
        try
        {
            var (kind, facts) = await new AudioCheck(tools).LookAsync(path, SongDecoder.Limits, ct);
            RefuseTooShort(kind, facts);
            if (await KnownAsync(account, await HashAsync(path, ct), alongside, ct) is { } known)
            {
                MediaStore.Forget(path);
                return known;
            }
            var cover = facts.HasCover ? await new CoverPicture(tools).TakeOutAsync(path, kind, store.TemporaryFolder, ct) : null;
            try
            {
                return await StoreAsync(account, path, name, source, kind, facts, cover, alongside, ct);
            }
            finally
            {
                if (cover is not null) MediaStore.Forget(cover);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<TrackTaken?> KnownAsync(Guid account, string sha256, Func<DbSession, Guid, Task>? alongside, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        if (await session.TrackOfContentAsync(account, sha256) is not { } known) return null;
        if (alongside is not null) await alongside(session, known);
        await session.CommitAsync();
        return new TrackTaken(known, true);
    }

    private async Task<TrackTaken> StoreAsync(
        Guid account, string path, string? name, TrackSource source, ContentKind kind, MediaFacts facts, string? cover,
        Func<DbSession, Guid, Task>? alongside, CancellationToken ct)
    {
        // An MP4 without a picture is an M4A under another name.
        var stored = kind == ContentKind.Mp4 ? ContentKind.M4a : kind;
        var (id, extension) = (Guid.CreateVersion7(), ContentSniff.Extension(stored));
        // The cover first: it goes into the S3 store together with the song.
        store.MakeFolderOf(id);
        if (cover is not null) File.Move(cover, store.PosterPathOf(id), overwrite: true);
        var file = await store.TakeInAsync(path, id, extension, ct);
        var committing = false;
        try
        {
            await using var session = await db.BeginAsync(ct);
            var media = new MediaFile
            {
                Id = id, AccountId = account, Kind = MediaKind.Audio, MimeType = ContentSniff.MimeType(stored), Extension = extension,
                Name = CleanName.Of(name, extension, "song"), Bytes = file.Bytes, Sha256 = file.Sha256, KeptIn = file.KeptIn, Seconds = facts.DurationSeconds,
                HasPoster = cover is not null, CreatedAt = session.Now,
            };
            await session.InsertMediaAsync(media);
            var track = Track.New(account, id, file.Sha256, source, TitleOf(facts, name), ArtistOf(facts), facts.DurationSeconds, session.Now);
            var isNew = await session.InsertTrackAsync(track);
            // Another process took the same file in a moment ago: that song stays, this copy goes.
            if (!isNew) await session.MarkMediaDeletedAsync(id);
            var kept = isNew ? track.Id : await session.TrackOfContentAsync(account, file.Sha256) ?? track.Id;
            if (alongside is not null) await alongside(session, kept);
            session.AfterCommit(() => After(account, isNew ? null : media));
            committing = true;
            await session.CommitAsync();
            return new TrackTaken(kept, !isNew);
        }
        catch when (!committing)
        {
            // From the commit on nobody knows whether the row is there; the sweep finds out and clears up.
            MediaStore.Forget(file.Path);
            MediaStore.Forget(store.PosterPathOf(id));
            throw;
        }
    }

    private void After(Guid account, MediaFile? surplus)
    {
        if (surplus is not null) store.Delete(surplus);
        events.Publish(new Changed("tracks", account));
        events.Publish(new Changed("library", account));
        bell.Ring();
    }

    private static void RefuseTooShort(ContentKind kind, MediaFacts facts)
    {
        // An MP3 may only guess its length; decoding it will tell.
        if (kind != ContentKind.Mp3 && facts.DurationSeconds > 0 && facts.DurationSeconds < SongDecoder.Limits.MinSeconds)
            throw new MediaException(
                $"This sound is {facts.DurationSeconds:0.0} s long; a song needs at least {SongDecoder.Limits.MinSeconds:0} s. Choose a longer one.",
                MediaFault.OutsideLimits);
    }

    private static string TitleOf(MediaFacts facts, string? name) =>
        CleanName.Words(facts.Title, LongestWords) is { Length: > 0 } title ? title : CleanName.Of(name, "", "Untitled song");

    private static string? ArtistOf(MediaFacts facts) => CleanName.Words(facts.Artist, LongestWords) is { Length: > 0 } artist ? artist : null;

    private static async Task<string> HashAsync(string path, CancellationToken ct)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
    }
}
