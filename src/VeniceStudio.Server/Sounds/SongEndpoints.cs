using Microsoft.AspNetCore.Http.HttpResults;
using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Orders;
using VeniceStudio.Server.Tracks;

namespace VeniceStudio.Server.Sounds;

/// <summary>The version that a person chose becomes a song like one that was uploaded: with a file of its own, so that either can be deleted.</summary>
public static class SongEndpoints
{
    public static void MapSongs(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/sounds/{id:guid}/track", MakeTrackAsync).WithTags("Sounds").RequireAuthorization();

    /// <summary>Makes a track of finished music or speech and has it listened to: 201, or 200 with the track that was made of it before.</summary>
    internal static async Task<Results<Created<TrackView>, Ok<TrackView>, NotFound, ProblemHttpResult>> MakeTrackAsync(
        Member member, Guid id, StudioDb db, MediaStore store, TrackIntake intake, IStudioEvents events, CancellationToken ct)
    {
        Sound? sound;
        MediaFile? file;
        await using (var session = await db.ReadAsync(ct))
        {
            sound = await session.OrderOfAsync<Sound>(member.Id, id);
            if (sound is null) return TypedResults.NotFound();
            file = sound is { Status: ClipStatus.Done, MediaId: { } media } ? await session.MediaOfAsync(member.Id, media) : null;
        }
        if (file is null) return Problems.Of(409, "not-now", $"This {sound.Noun} is not finished, so no track can be made of it yet.");
        var copy = store.NewTemporary(file.Extension);
        try
        {
            await using (var bytes = File.OpenRead(await store.LocalAsync(file, ct))) await store.FillAsync(copy, bytes, ct);
            var taken = await intake.TakeAsync(member.Id, copy, file.Name, TrackSource.Venice, ct, (session, track) =>
            {
                session.AfterCommit(() => events.Publish(new Changed(Sound.Table, member.Id)));
                return session.SetTrackAsync(id, track);
            });
            await using var fresh = await db.ReadAsync(ct);
            var view = (await fresh.TrackViewAsync(member.Id, taken.Id))!;
            return taken.Known ? TypedResults.Ok(view) : TypedResults.Created($"/api/tracks/{view.Id}", view);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Problems.Of(409, "gone", $"The file of this {sound.Noun} is no longer in the library. Order it anew.");
        }
        catch (MediaException e) when (e.Fault != MediaFault.Tool)
        {
            return Problems.Bad("id", e.Message);
        }
        finally
        {
            MediaStore.Forget(copy);
        }
    }
}
