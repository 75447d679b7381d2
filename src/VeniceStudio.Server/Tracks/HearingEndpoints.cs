using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using VeniceStudio.Media.Audio;
using VeniceStudio.Media.Audio.Correcting;
using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Library;

namespace VeniceStudio.Server.Tracks;

/// <summary>What was heard in a song, drawn and counted, and what its creator says against it.</summary>
public static class HearingEndpoints
{
    public static void MapHearings(this IEndpointRouteBuilder tracks)
    {
        tracks.MapMethods("/{id:guid}/waveform", ["GET", "HEAD"], WaveformAsync).WithMetadata(new NeverCompressed());
        tracks.MapGet("/{id:guid}/waveform/live", LiveAsync).WithMetadata(new NeverCompressed());
        tracks.MapGet("/{id:guid}/shape", ShapeAsync).WithMetadata(new NeverCompressed());
        tracks.MapGet("/{id:guid}/hearing", HearingAsync);
        tracks.MapPut("/{id:guid}/corrections", CorrectAsync);
    }

    /// <summary>The drawn song at all zooms, as a binary file; 404 <c>not-yet</c> before it has been heard.</summary>
    internal static async Task<IResult> WaveformAsync(Member member, Guid id, StudioDb db, WaveformDrawing drawing, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        if (await session.TrackOfAsync(member.Id, id) is not { } track) return TypedResults.NotFound();
        if (track.HeardVersion is not { } version || await drawing.OfAsync(track, version, ct) is not { } path)
            return NotDrawn();
        return new FileAnswer(path, "application/octet-stream", $"{track.Sha256}-v{version}");
    }

    /// <summary>
    /// The song at a glance: 96 columns of four bytes, which are how far the sound swings (0 to 127) and how loud its low, mid and high band are;
    /// none at all while the drawn song is gone, and 404 <c>not-yet</c> before it has been heard.
    /// </summary>
    internal static async Task<IResult> ShapeAsync(Member member, Guid id, HttpResponse response, StudioDb db, SongShapes shapes, CancellationToken ct)
    {
        Track? track;
        await using (var session = await db.ReadAsync(ct)) track = await session.TrackOfAsync(member.Id, id);
        if (track is null) return TypedResults.NotFound();
        if (await shapes.OfAsync(track, ct) is not { } shape) return NotDrawn();
        // Nothing is drawn again for a list, but a song that is opened is: what is missing now may be there the next time.
        if (shape.Length == 0) return TypedResults.Bytes(shape, "application/octet-stream");
        response.Headers.CacheControl = FileAnswer.Kept;
        return TypedResults.Bytes(shape, "application/octet-stream", entityTag: new EntityTagHeaderValue($"\"{track.Sha256}-shape\""));
    }

    /// <summary>The finest points of the drawn song while it is decoded, 5 bytes each, from its beginning on; ends when decoding ends.</summary>
    internal static async Task<IResult> LiveAsync(
        Member member, Guid id, StudioDb db, LiveHearings live, WaveformShelf shelf, TimeProvider time, IHostApplicationLifetime life, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        return await session.TrackOfAsync(member.Id, id) is null ? TypedResults.NotFound() : new LiveWaveformAnswer(member.Id, id, db, live, shelf, time, life);
    }

    /// <summary>Beats, bars, tempo and sections: with the creator's corrections, or as they were heard. 409 <c>not-yet</c> before.</summary>
    internal static async Task<Results<Ok<HearingView>, NotFound, ProblemHttpResult>> HearingAsync(
        Member member, Guid id, [OneOf(typeof(HearingSide))] string? @as, StudioDb db, CancellationToken ct)
    {
        var side = HearingSide.Corrected;
        if (@as is not null && !(Enum.TryParse(@as, ignoreCase: true, out side) && Enum.IsDefined(side)))
            return Problems.Bad("as", "A hearing is read as heard or as corrected. Ask for one of these.");
        await using var session = await db.ReadAsync(ct);
        if (await session.TrackOfAsync(member.Id, id) is not { } track) return TypedResults.NotFound();
        if (await HeardAsync(session, track) is not { } heard) return NotYet();
        var said = track.ReadCorrections();
        return TypedResults.Ok(HearingView.Of(side == HearingSide.Heard ? heard : Corrected.Of(heard, said), said, track.HeardVersion!.Value));
    }

    /// <summary>Replaces the corrections. <c>version</c> is the one that they were made from; 409 <c>stale</c> names the present one when it is old.</summary>
    internal static async Task<Results<Ok<HearingView>, NotFound, ProblemHttpResult>> CorrectAsync(
        Member member, Guid id, Corrections body, StudioDb db, IStudioEvents events, CancellationToken ct)
    {
        Track? track;
        HeardSong? heard;
        await using (var reading = await db.ReadAsync(ct))
        {
            track = await reading.TrackOfAsync(member.Id, id);
            if (track is null) return TypedResults.NotFound();
            heard = await HeardAsync(reading, track);
        }
        if (heard is null) return NotYet();
        if (CorrectionRules.Check(body, heard.Duration) is { } wrong) return wrong;
        var tidy = CorrectionRules.Tidy(body, said => Corrected.Of(heard, said));
        var song = Corrected.Of(heard, tidy);
        track.Show(song);

        await using var session = await db.BeginAsync(ct);
        if (!await session.CorrectTrackAsync(track, JsonSerializer.Serialize(tidy with { Version = 0 }, TrackJson.Options), body.Version))
            return await session.TrackOfAsync(member.Id, id) is { } now ? Stale(now) : TypedResults.NotFound();
        session.AfterCommit(() => events.Publish(new Changed("tracks", member.Id)));
        await session.CommitAsync();
        return TypedResults.Ok(HearingView.Of(song, tidy with { Version = body.Version + 1 }, track.HeardVersion!.Value));
    }

    private static async Task<HeardSong?> HeardAsync(DbSession session, Track track) =>
        track.HeardVersion is { } version && await session.HearingAsync(track.Sha256, version) is { } song ? StoredHearing.Read(song) : null;

    private static ProblemHttpResult NotDrawn() =>
        Problems.Of(404, "not-yet", "This song has not been heard yet. Its picture comes while the studio listens to it.");

    private static ProblemHttpResult NotYet() => Problems.Of(409, "not-yet", "This song has not been heard yet. Wait until the studio has listened to it.");

    private static ProblemHttpResult Stale(Track now) => Problems.Of(
        409, "stale", "This song was corrected elsewhere meanwhile. Read it again and repeat your change.", ("version", now.CorrectionsVersion));
}
