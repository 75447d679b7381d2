using VeniceStudio.Media.Audio;
using VeniceStudio.Media.Audio.Correcting;
using VeniceStudio.Media.Audio.Peaks;
using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Work;

namespace VeniceStudio.Server.Tracks;

/// <summary>
/// Listens to a song: one pass of decoding for beats, form and waveform. What was heard is kept by the file's content, so the same file
/// is heard once, whoever brings it. A process that dies in between leaves nothing but the row, and the next one begins again.
/// </summary>
public sealed class TrackListening(
    StudioDb db, MediaStore store, WaveformShelf shelf, LiveHearings live, FfmpegTools tools, IStudioEvents events, TimeProvider time)
{
    private readonly WorkTable<Track> _rows = new(db, TrackSql.Table);

    public async Task StepAsync(Track track, WorkClaim claim, CancellationToken ct)
    {
        using var hand = live.Begin(track.Id, ct);
        try
        {
            if (await KnownAsync(track, ct) is { } known) await KeepAsync(track, claim, known, isNew: false, hand.Stopping);
            else await KeepAsync(track, claim, await HearAsync(track, claim, hand), isNew: true, hand.Stopping);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The studio closes: the row is handed back at once, for the next start or another process.
            await _rows.FreeAsync(track.Id, claim);
            throw;
        }
        catch (OperationCanceledException) when (hand.Stopping.IsCancellationRequested)
        {
            // A person ended it, and the row says so already.
        }
        catch (MediaException e)
        {
            await FailAsync(track, claim, KindOf(e.Fault), e.Message, ct);
        }
        catch (MediaStoreException e)
        {
            await FailAsync(track, claim, e.Kind, e.Message, ct);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            await FailAsync(track, claim, "missing", "The file of this song is gone from the studio's disk. Delete the song and upload it again.", ct);
        }
    }

    public Task FailAsync(Track track, WorkClaim claim, string kind, string sentence, CancellationToken ct)
    {
        track.Fail(kind, sentence);
        return WriteAsync(track, claim, null, ct);
    }

    private async Task<HeardSong?> KnownAsync(Track track, CancellationToken ct)
    {
        if (!File.Exists(shelf.PathOf(track.Sha256, SongHearing.AnalyserVersion))) return null;
        await using var session = await db.ReadAsync(ct);
        return await session.HearingAsync(track.Sha256, SongHearing.AnalyserVersion) is { } song ? StoredHearing.Read(song) : null;
    }

    private async Task<HeardSong> HearAsync(Track track, WorkClaim claim, LiveHearings.Hand hand)
    {
        var path = await PathOfAsync(track, hand.Stopping);
        var waveform = new WaveformBuilder(chunk =>
        {
            if (chunk.Level == 0) hand.Waveform.Add(chunk.Points);
        });
        Waveform? drawn = null;
        await using var progress = new TrackProgress(track, claim, db, events, time, hand, stage =>
        {
            // Decoding is over: whoever watches has all points now, while beats and sections are still being found.
            if (stage != HearingStage.Decoding) Draw();
        });
        var song = await new SongHearing(tools).HearAsync(path, progress, hand.Stopping, [waveform], track.Seconds > 0 ? track.Seconds : null);
        AudioCheck.RefuseCutOff(song.Duration, track.Seconds, await ContentSniff.OfFileAsync(path, hand.Stopping));
        await shelf.KeepAsync(track.Sha256, SongHearing.AnalyserVersion, Draw(), hand.Stopping);
        return song;

        Waveform Draw()
        {
            drawn ??= waveform.Finish();
            hand.Waveform.End();
            return drawn;
        }
    }

    private async Task<string> PathOfAsync(Track track, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        return await session.MediaOfAsync(track.AccountId, track.MediaId) is { } media ? await store.LocalAsync(media, ct) : throw new FileNotFoundException();
    }

    private async Task KeepAsync(Track track, WorkClaim claim, HeardSong song, bool isNew, CancellationToken ct)
    {
        var written = isNew ? StoredHearing.Write(song) : null;
        // Read again as they will be read from now on, so that lists and pages show the same digits.
        if (written is not null) song = StoredHearing.Read(written);
        Track? now;
        await using (var session = await db.ReadAsync(ct)) now = await session.TrackAsync(track.Id);
        // Corrections may have come while it was heard.
        track.Heard(SongHearing.AnalyserVersion, Corrected.Of(song, (now ?? track).ReadCorrections()));
        await WriteAsync(track, claim, written, ct);
    }

    private async Task WriteAsync(Track track, WorkClaim claim, string? song, CancellationToken ct)
    {
        await using var session = await db.BeginAsync(ct);
        if (!await session.ReleaseTrackAsync(track, claim)) return;
        if (song is not null) await session.KeepHearingAsync(track.Sha256, SongHearing.AnalyserVersion, song);
        session.AfterCommit(() => events.Publish(new Changed("tracks", track.AccountId)));
        await session.CommitAsync();
    }

    private static string KindOf(MediaFault fault) => fault switch
    {
        MediaFault.WrongKind => "wrong-kind",
        MediaFault.OutsideLimits => "outside-limits",
        MediaFault.Tool => "not-now",
        _ => "broken",
    };
}
