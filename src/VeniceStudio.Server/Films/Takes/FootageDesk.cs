using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Projects;

namespace VeniceStudio.Server.Films;

/// <summary>
/// Takes footage that a creator brings for a shot. A video is decoded to its end before it counts; composing brings it into the film's
/// size and rate later, so it is kept as it came. A picture is kept like every other one.
/// </summary>
public sealed class FootageDesk(
    StudioDb db, MediaStore store, ResumableUploads uploads, ClipCheck check, Poster poster, FfmpegTools tools, IStudioEvents events) : IDisposable
{
    private const int PosterWidth = 960;

    /// <summary>Decoding fills a processor: one at a time. It also lets a double click find what the first click made.</summary>
    private readonly SemaphoreSlim _gate = new(1, 1);

    public void Dispose() => _gate.Dispose();

    public async Task<Results<Created<TakeView>, NotFound, ProblemHttpResult>> BringAsync(Member member, Guid id, BringFootage body, CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            await using (var session = await db.ReadAsync(ct))
            {
                if (await session.ProjectOfAsync(member.Id, id) is not { } project || await session.SceneAsync(project) is not { } scene
                    || scene.Board.IndexOf(body.ShotId) < 0) return TypedResults.NotFound();
                if (await session.FootageOfUploadAsync(member.Id, body.UploadId) is { } known && known.ProjectId == id) return await AnswerAsync(session, project, known.Id);
            }
            if (await uploads.FindAsync(member, body.UploadId, ct) is not { TrackId: null } upload) return TypedResults.NotFound();
            if (upload.Received < upload.Bytes)
                return Problems.Of(409, "stale", $"This upload has {upload.Received} of {upload.Bytes} bytes. Send the rest first.", ("received", upload.Received));
            return await TakeAsync(member, id, body.ShotId, upload, ct);
        }
        catch (MediaStoreException e)
        {
            return Problems.Of(e.Status, e.Kind, e.Message);
        }
        catch (MediaException e)
        {
            return e.Fault switch
            {
                MediaFault.WrongKind => Problems.Of(415, "wrong-kind", e.Message, ("field", "uploadId")),
                MediaFault.Tool => Problems.Of(503, "not-now", e.Message),
                _ => Problems.Bad("uploadId", e.Message),
            };
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task<Results<NoContent, NotFound>> DropAsync(Member member, Guid id, Guid footage, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        if (await session.ProjectOfAsync(member.Id, id) is null || (await session.FootageAsync(id)).FirstOrDefault(one => one.Id == footage) is not { } row) return TypedResults.NotFound();
        await session.DeleteFootageAsync(footage);
        if (!await session.IsNeededElsewhereAsync(row) && await session.MediaOfAsync(member.Id, row.MediaId) is { } file)
        {
            await session.MarkMediaDeletedAsync(file.Id);
            session.AfterCommit(() => store.Delete(file));
        }
        Told(session, member.Id);
        await session.CommitAsync();
        return TypedResults.NoContent();
    }

    private async Task<Results<Created<TakeView>, NotFound, ProblemHttpResult>> TakeAsync(Member member, Guid id, Guid shot, ResumableUpload upload, CancellationToken ct)
    {
        var path = uploads.PathOf(upload.Id);
        var media = Guid.CreateVersion7();
        var (label, note, ready, hasPoster) = await ContentSniff.OfFileAsync(path, ct) is ContentKind.Png or ContentKind.Jpeg or ContentKind.WebP
            ? await PictureAsync(path, upload.Name, ct) : await VideoAsync(path, upload.Name, media, ct);
        var stored = await store.TakeInAsync(ready, media, label.Extension, ct);
        var kept = await KeepAsync(member, id, new Footage
        {
            Id = Guid.CreateVersion7(), ProjectId = id, AccountId = member.Id, ShotId = shot, MediaId = media, UploadId = upload.Id, Note = note,
        }, now => label.ToFile(media, member.Id, stored, hasPoster, now), ct);
        if (kept is not { } row) return TypedResults.NotFound();
        await uploads.DropAsync(upload.Id, CancellationToken.None);
        await using var session = await db.ReadAsync(ct);
        return await session.ProjectOfAsync(member.Id, id) is { } project ? await AnswerAsync(session, project, row) : TypedResults.NotFound();
    }

    /// <summary>Writes footage with its file and chooses it; null when its project is gone, and then the file goes too.</summary>
    private async Task<Guid?> KeepAsync(Member member, Guid id, Footage row, Func<DateTimeOffset, MediaFile> file, CancellationToken ct)
    {
        MediaFile? media = null;
        var committing = false;
        try
        {
            await using var session = await db.BeginAsync(ct);
            media = file(session.Now);
            if (await session.ProjectOfAsync(member.Id, id) is not { } project || await session.SceneAsync(project) is not { } scene) return null;
            await session.InsertMediaAsync(media);
            await session.InsertFootageAsync(row, session.Now);
            if (media.Kind == MediaKind.Image) await session.KeepMediaAsync(id, member.Id, [media.Id]);
            await CutDesk.ChooseAsync(session, scene, row.ShotId, null, row.Id);
            Told(session, member.Id);
            committing = true;
            await session.CommitAsync();
            return row.Id;
        }
        finally
        {
            // From the commit on nobody knows whether the row is there; the sweep finds out and clears up.
            if (!committing && media is not null) store.Delete(media);
        }
    }

    private async Task<(Orders.MediaLabel Label, string? Note, string Ready, bool HasPoster)> VideoAsync(string path, string name, Guid media, CancellationToken ct)
    {
        var verdict = await check.CheckAsync(path, new ClipExpectation(), ct);
        var (facts, frame) = verdict switch
        {
            ClipVerdict.Sound sound => (sound.Facts, sound.PosterFrame),
            ClipVerdict.TooShort brief => (brief.Facts, brief.PosterFrame),
            ClipVerdict.NotAVideo => throw new MediaException("This is no video and no picture. Bring an MP4, MOV or WebM, or a PNG, JPEG or WebP picture.", MediaFault.WrongKind),
            ClipVerdict.Placeholder => throw new MediaException("This video shows nothing that moves. Bring another one, or a picture."),
            _ => throw new MediaException("This video is damaged: it cannot be decoded to its end. Save it again and retry."),
        };
        var kind = await ContentSniff.OfFileAsync(path, ct);
        var extension = ContentSniff.Extension(kind);
        var label = Orders.MediaLabel.OfVideo(ContentSniff.MimeType(kind), extension, CleanName.Of(name, extension, "footage"), facts);
        store.MakeFolderOf(media);
        await poster.TakeAsync(path, frame, store.PosterPathOf(media), PosterWidth, ct);
        return (label, facts.Audio is null ? null : "Its own sound is left out of the film.", path, true);
    }

    private async Task<(Orders.MediaLabel Label, string? Note, string Ready, bool HasPoster)> PictureAsync(string path, string name, CancellationToken ct)
    {
        Directory.CreateDirectory(store.TemporaryFolder);
        var image = await new ImageFit(tools).FitAsync(path, store.TemporaryFolder, new ImageLimits(MaxPixels: 8_300_000, MaxBytes: 12 * 1024 * 1024), ct);
        return (new Orders.MediaLabel(MediaKind.Image, "image/jpeg", ".jpg", CleanName.Of(name, ".jpg", "footage"), image.Width, image.Height, null), "It moves slowly.", image.Path, false);
    }

    private static async Task<Results<Created<TakeView>, NotFound, ProblemHttpResult>> AnswerAsync(DbSession session, Project project, Guid footage) =>
        (await TakeReading.ViewsAsync(session, project)).FirstOrDefault(take => take.Id == footage) is { } view
            ? TypedResults.Created($"/api/projects/{project.Id}/takes", view) : TypedResults.NotFound();

    private void Told(DbSession session, Guid account) => session.AfterCommit(() =>
    {
        events.Publish(new Changed("takes", account));
        // A shot with footage is a shot less to be made.
        events.Publish(new Changed("projects", account));
        events.Publish(new Changed("films", account));
        events.Publish(new Changed("library", account));
    });
}
