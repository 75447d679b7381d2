using VeniceStudio.Media.Audio.Decoding;
using VeniceStudio.Media.Audio.Peaks;
using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Library;

namespace VeniceStudio.Server.Tracks;

/// <summary>
/// A heard song's picture, drawn again when its file is gone: it lies in the data folder alone, which beside an S3 store is a cache. Two
/// or three seconds for a song; beats and sections are in the database and are not looked for again.
/// </summary>
public sealed class WaveformDrawing(StudioDb db, MediaStore store, WaveformShelf shelf, FfmpegTools tools)
{
    /// <summary>One at a time: decoding fills a processor, and a second one who asks finds the picture there.</summary>
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>Where the picture lies; null when the song cannot be drawn.</summary>
    /// <exception cref="MediaStoreException">The song is in the S3 store, which does not answer; or there is no room.</exception>
    public async Task<string?> OfAsync(Track track, int version, CancellationToken ct)
    {
        var path = shelf.PathOf(track.Sha256, version);
        if (File.Exists(path)) return path;
        await _gate.WaitAsync(ct);
        try
        {
            if (File.Exists(path)) return path;
            if (await SongAsync(track, ct) is not { } song || !File.Exists(song)) return null;
            var waveform = new WaveformBuilder();
            await new SongDecoder(tools).DecodeAsync(song, [waveform], null, ct);
            await shelf.KeepAsync(track.Sha256, version, waveform.Finish(), ct);
            return path;
        }
        catch (MediaException)
        {
            return null;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<string?> SongAsync(Track track, CancellationToken ct)
    {
        MediaFile? media;
        await using (var session = await db.ReadAsync(ct)) media = await session.MediaOfAsync(track.AccountId, track.MediaId);
        return media is null ? null : await store.LocalAsync(media, ct);
    }
}
