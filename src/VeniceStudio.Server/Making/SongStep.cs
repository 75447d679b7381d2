using System.Net;
using System.Security.Cryptography;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Tracks;

namespace VeniceStudio.Server.Making;

/// <summary>Brings the song in, in pieces, and has it listened to. A song that the studio has, which it knows by its content, is not sent again.</summary>
internal sealed class SongStep(FilmInTheMaking making)
{
    private Guid? _upload;
    private bool _askedAgain, _lookedForIt;

    public async Task<Standing> AdvanceAsync(CancellationToken ct)
    {
        if (making.Track is not { } track) return await BringAsync(ct);
        track = making.Track = await making.Calls.GetAsync<TrackView>($"api/tracks/{track.Id}", ct);
        switch (track.State)
        {
            case TrackState.Heard:
                return new Reached(
                    $"{track.Title}, {Words.Time(track.Seconds)}{(track.Tempo is { } tempo ? $", {Words.Number(tempo)} beats a minute" : "")}",
                    new { trackId = track.Id, track.Title, track.Seconds, track.Tempo });
            case TrackState.Waiting or TrackState.Listening:
                return new Awaited("listening", track.Share);
            case var _ when _askedAgain:
                throw new StoppedException(Outcome.Failed, track.Failure?.Sentence ?? "Somebody stopped the studio from listening to the song. Call again to have it listened to.");
            default:
                _askedAgain = true;
                await making.Calls.SendAsync<TrackView>(HttpMethod.Post, $"api/tracks/{track.Id}/listen", new { }, ct);
                return new Awaited("listening again");
        }
    }

    private async Task<Standing> BringAsync(CancellationToken ct)
    {
        await using var file = new FileStream(making.Order.Song, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.Asynchronous);
        if (!_lookedForIt)
        {
            var content = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
            making.Track = await making.Calls.FindAsync<TrackView>($"api/tracks/of-content/{content}", ct);
            _lookedForIt = true;
            if (making.Track is not null) return new Awaited("listening", AtOnce: true);
        }
        try
        {
            var upload = _upload is { } id
                ? await making.Calls.GetAsync<UploadView>($"api/uploads/{id}", ct)
                : await making.Calls.SendAsync<UploadView>(HttpMethod.Post, "api/uploads", new StartUpload(Path.GetFileName(making.Order.Song), file.Length), ct);
            _upload = upload.Id;
            if (upload.Received < upload.Bytes)
            {
                var piece = new byte[Math.Min(upload.ChunkBytes, upload.Bytes - upload.Received)];
                file.Position = upload.Received;
                await file.ReadExactlyAsync(piece, ct);
                upload = await making.Calls.SendBytesAsync<UploadView>($"api/uploads/{upload.Id}?from={upload.Received}", piece, ct);
                return new Awaited("bringing it in", upload.Received / (double)upload.Bytes, AtOnce: true);
            }
            making.Track = await making.Calls.SendAsync<TrackView>(HttpMethod.Post, "api/tracks", new MakeTrack(upload.Id), ct);
            return new Awaited("listening", AtOnce: true);
        }
        catch (RefusalException e) when (e.Status == HttpStatusCode.NotFound && _upload is not null)
        {
            // Given up while nobody went on with it; a new one starts at the first byte.
            _upload = null;
            return new Awaited("bringing it in");
        }
    }
}
