using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Projects;
using VeniceStudio.Server.Work;

namespace VeniceStudio.Server.Tracks;

public static class TrackEndpoints
{
    private const int UsualPage = 40, LargestPage = 200, LongestWords = 200;

    public static void MapTracks(this IEndpointRouteBuilder routes)
    {
        var tracks = routes.MapGroup("/api/tracks").WithTags("Tracks").RequireAuthorization();
        tracks.MapGet("/", ListAsync);
        tracks.MapPost("/", MakeAsync);
        tracks.MapGet("/{id:guid}", OneAsync);
        tracks.MapGet("/of-content/{sha256}", OfContentAsync);
        tracks.MapPatch("/{id:guid}", ChangeAsync);
        tracks.MapDelete("/{id:guid}", DeleteAsync);
        tracks.MapPost("/{id:guid}/listen", ListenAsync);
        tracks.MapPost("/{id:guid}/cancel", CancelAsync);
        tracks.MapMethods("/{id:guid}/cover", ["GET", "HEAD"], CoverAsync).WithMetadata(new NeverCompressed());
        tracks.MapHearings();
        tracks.MapLyrics();
    }

    /// <summary>The member's songs, newest first, a page at a time.</summary>
    internal static async Task<Ok<TrackPageView>> ListAsync(Member member, int? limit, string? cursor, StudioDb db, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        return TypedResults.Ok(await session.TrackPageAsync(member.Id, cursor, Math.Clamp(limit ?? UsualPage, 1, LargestPage)));
    }

    internal static async Task<Results<Ok<TrackView>, NotFound>> OneAsync(Member member, Guid id, StudioDb db, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        return await session.TrackViewAsync(member.Id, id) is { } view ? TypedResults.Ok(view) : TypedResults.NotFound();
    }

    /// <summary>The song that this account has of a file with this SHA-256, in hexadecimal digits: whoever has it here already need not send it again.</summary>
    internal static async Task<Results<Ok<TrackView>, NotFound>> OfContentAsync(Member member, string sha256, StudioDb db, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        return await session.TrackOfContentAsync(member.Id, sha256.ToLowerInvariant()) is { } known && await session.TrackViewAsync(member.Id, known) is { } view
            ? TypedResults.Ok(view) : TypedResults.NotFound();
    }

    /// <summary>Makes a song of an upload and has it listened to: 201, or 200 with the song that this account has of the very same file.</summary>
    internal static async Task<Results<Created<TrackView>, Ok<TrackView>, NotFound, ProblemHttpResult>> MakeAsync(
        Member member, MakeTrack body, ResumableUploads uploads, TrackIntake intake, StudioDb db, CancellationToken ct)
    {
        if (await uploads.FindAsync(member, body.UploadId, ct) is not { } upload) return TypedResults.NotFound();
        // The answer to the first try was lost: the same song again.
        if (upload.TrackId is { } made && await ViewAsync(db, member, made, ct) is { } before) return TypedResults.Ok(before);
        if (upload.Received < upload.Bytes)
            return Problems.Of(409, "stale", $"This upload has {upload.Received} of {upload.Bytes} bytes. Send the rest first.", ("received", upload.Received));
        try
        {
            var taken = await intake.TakeAsync(
                member.Id, uploads.PathOf(upload.Id), upload.Name, TrackSource.Upload, ct, (session, track) => session.UploadBecameAsync(upload.Id, track));
            if (await ViewAsync(db, member, taken.Id, ct) is not { } view) return TypedResults.NotFound();
            return taken.Known ? TypedResults.Ok(view) : TypedResults.Created($"/api/tracks/{view.Id}", view);
        }
        catch (MediaException e)
        {
            // What is no song will not become one; what failed for lack of means may be tried again.
            if (e.Fault != MediaFault.Tool) await uploads.DropAsync(upload.Id, ct);
            return RefusalOf(e);
        }
        catch (MediaStoreException e)
        {
            return Problems.Of(e.Status, e.Kind, e.Message);
        }
        catch (FileNotFoundException)
        {
            // A second click at another process of the studio, or a file that somebody removed.
            if (await uploads.FindAsync(member, body.UploadId, ct) is { TrackId: { } other } && await ViewAsync(db, member, other, ct) is { } view) return TypedResults.Ok(view);
            return Problems.Of(409, "stale", "This upload is not there any more. Send the song again.", ("received", 0L));
        }
    }

    /// <summary>Changes title or artist.</summary>
    internal static async Task<Results<Ok<TrackView>, NotFound, ProblemHttpResult>> ChangeAsync(
        Member member, Guid id, ChangeTrack body, StudioDb db, IStudioEvents events, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        if (await session.TrackOfAsync(member.Id, id) is not { } track) return TypedResults.NotFound();
        var title = body.Title is null ? track.Title : CleanName.Words(body.Title, LongestWords);
        if (title.Length == 0) return Problems.Bad("title", "A song needs a title. Give it one that can be read.");
        var artist = body.Artist is null ? track.Artist : CleanName.Words(body.Artist, LongestWords);
        await session.DescribeTrackAsync(id, title, artist is { Length: > 0 } ? artist : null);
        var view = await session.TrackViewAsync(member.Id, id);
        session.AfterCommit(() => events.Publish(new Changed("tracks", member.Id)));
        await session.CommitAsync();
        return TypedResults.Ok(view!);
    }

    /// <summary>Deletes a song with its file, and what was heard in it when nobody else has the same one. 409 while a project is made of it.</summary>
    internal static async Task<Results<NoContent, NotFound, ProblemHttpResult>> DeleteAsync(
        Member member, Guid id, StudioDb db, MediaStore store, WaveformShelf shelf, LiveHearings live, IStudioEvents events, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        if (await session.TrackOfAsync(member.Id, id) is not { } track) return TypedResults.NotFound();
        if (await session.ProjectWithTrackAsync(id) is { } project)
            return Problems.Of(409, "in-use", $"The project \"{project}\" is made of this song. Delete that project first.");
        var media = await session.IsClipsAsync(track.MediaId) ? null : await session.MediaOfAsync(member.Id, track.MediaId);
        var isLast = await session.DeleteTrackAsync(track);
        if (media is not null) await session.MarkMediaDeletedAsync(media.Id);
        session.AfterCommit(() =>
        {
            live.Cancel(id);
            if (media is not null) store.Delete(media);
            if (isLast) shelf.Forget(track.Sha256);
            events.Publish(new Changed("tracks", member.Id));
            events.Publish(new Changed("library", member.Id));
        });
        await session.CommitAsync();
        return TypedResults.NoContent();
    }

    /// <summary>Has a song listened to once more: after a failure, a cancellation, or with a newer analyser. Corrections stay.</summary>
    internal static Task<Results<Accepted<TrackView>, NotFound>> ListenAsync(
        Member member, Guid id, StudioDb db, WorkBell bell, IStudioEvents events, CancellationToken ct) =>
        DecideAsync(member, id, db, events, session => session.ListenTrackAsync(id), bell.Ring, view => TypedResults.Accepted($"/api/tracks/{id}", view), ct);

    /// <summary>Ends listening at once. A song that is not listened to stays as it is.</summary>
    internal static Task<Results<Ok<TrackView>, NotFound>> CancelAsync(
        Member member, Guid id, StudioDb db, LiveHearings live, IStudioEvents events, CancellationToken ct) =>
        DecideAsync(member, id, db, events, session => session.CancelTrackAsync(id), () => live.Cancel(id), view => TypedResults.Ok(view), ct);

    /// <summary>The cover picture (JPEG).</summary>
    internal static async Task<IResult> CoverAsync(Member member, Guid id, StudioDb db, MediaStore store, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        return await session.TrackOfAsync(member.Id, id) is { } track && await session.MediaOfAsync(member.Id, track.MediaId) is { HasPoster: true } media
            ? await store.PosterAnswerAsync(media, ct)
            : TypedResults.NotFound();
    }

    private static async Task<Results<TAnswer, NotFound>> DecideAsync<TAnswer>(
        Member member, Guid id, StudioDb db, IStudioEvents events, Func<DbSession, Task> decide, Action then, Func<TrackView, TAnswer> answer, CancellationToken ct)
        where TAnswer : IResult
    {
        await using var session = await db.BeginAsync(ct);
        if (await session.TrackOfAsync(member.Id, id) is null) return TypedResults.NotFound();
        await decide(session);
        var view = await session.TrackViewAsync(member.Id, id);
        session.AfterCommit(then);
        session.AfterCommit(() => events.Publish(new Changed("tracks", member.Id)));
        await session.CommitAsync();
        return answer(view!);
    }

    private static async Task<TrackView?> ViewAsync(StudioDb db, Member member, Guid id, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        return await session.TrackViewAsync(member.Id, id);
    }

    private static ProblemHttpResult RefusalOf(MediaException e) => e.Fault switch
    {
        MediaFault.WrongKind => Problems.Of(415, "wrong-kind", e.Message, ("field", "file")),
        MediaFault.Tool => Problems.Of(503, "not-now", e.Message, ("field", "file")),
        _ => Problems.Bad("file", e.Message),
    };
}
