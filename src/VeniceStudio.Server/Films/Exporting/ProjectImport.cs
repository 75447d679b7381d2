using System.IO.Compression;
using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Projects;
using VeniceStudio.Server.Tracks;

namespace VeniceStudio.Server.Films;

/// <summary>
/// Opens a project's archive. Nothing in it is believed: entries are looked for under the names that they must have, files are held
/// against their hashes and looked at like any upload, texts against the limits of the forms. Everything gets an id of its own.
/// </summary>
public sealed class ProjectImport(
    StudioDb db, MediaStore store, ResumableUploads uploads, TrackIntake intake, IStudioEvents events) : IDisposable
{
    /// <summary>One at a time, so that a double click finds what the first click made.</summary>
    private readonly SemaphoreSlim _gate = new(1, 1);

    public void Dispose() => _gate.Dispose();

    public async Task<Results<Created<ProjectView>, NotFound, ProblemHttpResult>> OpenAsync(Member member, Guid uploadId, CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            // The upload is looked for first: another process that opens it writes its project down before it drops the upload.
            var found = await uploads.FindAsync(member, uploadId, ct);
            if (await KnownAsync(member, uploadId, ct) is { } known) return TypedResults.Created($"/api/projects/{known.Id}", known);
            if (found is not { TrackId: null } upload) return TypedResults.NotFound();
            if (upload.Received < upload.Bytes)
                return Problems.Of(409, "stale", $"This upload has {upload.Received} of {upload.Bytes} bytes. Send the rest first.", ("received", upload.Received));
            var project = await TakeAsync(member, uploadId, ct);
            await uploads.DropAsync(uploadId, CancellationToken.None);
            await using var session = await db.ReadAsync(ct);
            return await session.ProjectViewAsync(member.Id, project) is { } view ? TypedResults.Created($"/api/projects/{project}", view) : TypedResults.NotFound();
        }
        catch (FileNotFoundException) when (!File.Exists(uploads.PathOf(uploadId)))
        {
            // Opened by another process a moment ago, which has dropped it since.
            return await KnownAsync(member, uploadId, ct) is { } known ? TypedResults.Created($"/api/projects/{known.Id}", known) : TypedResults.NotFound();
        }
        catch (InvalidDataException)
        {
            return Problems.Of(415, "wrong-kind", "This is no project archive, or it is damaged. Export the project again and upload that.", ("field", "uploadId"));
        }
        catch (ArchiveException e)
        {
            return Problems.Bad("uploadId", e.Message);
        }
        catch (MediaException e)
        {
            return e.Fault == MediaFault.Tool ? Problems.Of(503, "not-now", e.Message) : Problems.Bad("uploadId", e.Message);
        }
        catch (MediaStoreAwayException e)
        {
            return Problems.Of(e.Status, e.Kind, e.Message);
        }
        catch (IOException e) when (MediaStoreFullException.IsFull(e))
        {
            return Problems.Of(507, "disk-full", new MediaStoreFullException(e).Message);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<ProjectView?> KnownAsync(Member member, Guid upload, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        return await session.OneAsync<Guid?>("SELECT project_id FROM imports WHERE upload_id = @upload", new { upload }) is { } project
            ? await session.ProjectViewAsync(member.Id, project) : null;
    }

    private async Task<Guid> TakeAsync(Member member, Guid upload, CancellationToken ct)
    {
        await using var stream = new FileStream(uploads.PathOf(upload), FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.Asynchronous);
        await using var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Read, leaveOpen: true, null, ct);
        var unpacking = new ArchiveUnpacking(zip, store);
        var doc = await unpacking.ReadAsync(ct);
        if (doc.Files.Sum(file => file.Bytes) > store.FreeBytes()) throw new MediaStoreFullException();
        var landed = new List<LandedFile>();
        var committed = false;
        try
        {
            var song = doc.Files.First(file => file.Id == doc.Song.MediaId);
            var track = await TrackAsync(member, doc, await unpacking.UnpackAsync(song, ct), ct);
            foreach (var file in doc.Files.Where(file => file.Id != song.Id)) landed.Add(await unpacking.LandAsync(file, ct));

            await using var session = await db.BeginAsync(ct);
            var project = await ArchiveRows.InsertAsync(session, member.Id, track, landed, unpacking.Renamed(doc, landed));
            if (await session.ExecuteAsync("INSERT INTO imports (upload_id, project_id) VALUES (@upload, @project) ON CONFLICT DO NOTHING", new { upload, project }) == 0)
                // Another process opened it a moment ago: that project stays, and nothing of this one is kept.
                return await session.OneAsync<Guid>("SELECT project_id FROM imports WHERE upload_id = @upload", new { upload });
            session.AfterCommit(() =>
            {
                foreach (var what in (string[])["projects", "board", "stills", "takes", "library"]) events.Publish(new Changed(what, member.Id));
            });
            // From the commit on nobody knows whether the rows are there; the sweep finds out and clears up.
            committed = true;
            await session.CommitAsync();
            return project;
        }
        finally
        {
            if (!committed)
            {
                foreach (var file in landed)
                {
                    MediaStore.Forget(file.Stored.Path);
                    MediaStore.Forget(store.PosterPathOf(file.NewId));
                }
            }
        }
    }

    /// <summary>The song, like any that is uploaded; one that this account has already is that one. Corrections and lyrics go with a new one.</summary>
    private async Task<Guid> TrackAsync(Member member, ArchiveDoc doc, string path, CancellationToken ct)
    {
        try
        {
            var taken = await intake.TakeAsync(member.Id, path, doc.Song.Title, doc.Song.Source == TrackSource.Venice ? TrackSource.Venice : TrackSource.Upload, ct);
            if (taken.Known) return taken.Id;
            await using var session = await db.BeginAsync(ct);
            var (title, artist) = (CleanName.Words(doc.Song.Title, 200), CleanName.Words(doc.Song.Artist, 200));
            await session.DescribeTrackAsync(taken.Id, title.Length > 0 ? title : "Untitled song", artist.Length > 0 ? artist : null);
            if (doc.Song.Lyrics is { } lyrics) await session.KeepLyricsAsync(taken.Id, lyrics, doc.Song.LyricsState);
            if (doc.Song.Corrections is { } corrections)
                await session.ExecuteAsync("UPDATE tracks SET corrections = @corrections, corrections_version = 1 WHERE id = @Id", new { corrections, taken.Id });
            await session.CommitAsync();
            return taken.Id;
        }
        finally
        {
            MediaStore.Forget(path);
        }
    }
}

/// <summary>An archive cannot be opened; the message is a sentence.</summary>
internal sealed class ArchiveException(string sentence) : Exception(sentence);
