using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Work;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Clips;

/// <summary>
/// Brings a paid video home: streamed to a temporary file, landed whole, checked to the last frame, made durable, and only then written
/// as done. After a crash a landed file is taken up where it lies.
/// Nothing is deleted at Venice here, so whatever goes wrong, the clip can be fetched again while Venice has it.
/// </summary>
public sealed class ClipCollecting(
    StudioDb db, VeniceLink venice, Pacer pacer, MediaStore store, ClipCheck check, Poster poster, ClipMoves moves,
    IStudioEvents events, ILogger<ClipCollecting> log)
{
    private const string Extension = ".mp4";
    private const int PosterWidth = 960;
    private const int MostTries = 8;
    private const int MostTriesForDisk = 200;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    public async Task StepAsync(Clip clip, WorkClaim claim, CancellationToken ct)
    {
        var ticket = clip.Ticket!;
        if (File.Exists(store.LandingOf(clip.Id, Extension)))
        {
            await JudgeAsync(clip, claim, ct);
            return;
        }
        if (ticket.DownloadUrl is null && await pacer.TakeAsync(Paced.Retrieve, ct) is { } later)
        {
            await moves.WriteAsync(clip, claim, _ => clip.Wait(later), null, ct);
            return;
        }
        try
        {
            var client = await venice.ClientAsync(ct);
            if (ticket.DownloadUrl is not null)
            {
                await using var shared = await client.Video.DownloadAsync(ticket.DownloadUrl, ct);
                await TakeAsync(clip, claim, shared, ct);
                return;
            }
            switch (await client.Video.RetrieveAsync(ticket, ct))
            {
                case VideoProgress.Delivered delivered:
                    await using (delivered.Video) await TakeAsync(clip, claim, delivered.Video, ct);
                    break;
                case VideoProgress.Ended ended:
                    await moves.FailAsync(clip, claim, "failed", $"Venice ended this clip without a video ({ended.Status.ToLowerInvariant()}). Try again.", ct);
                    break;
                default:
                    await AgainAsync(clip, claim, "no-video", "Venice says that the clip is finished, and sends no video yet.", null, ct);
                    break;
            }
        }
        catch (VeniceException e) when (e.MayPass)
        {
            await AgainAsync(clip, claim, VeniceProblems.Word(e.Kind), e.Message, e.RetryAt, ct);
        }
        catch (VeniceException e)
        {
            await moves.FailAsync(clip, claim, e, ct);
        }
    }

    /// <summary>Takes a stream that Venice has begun to send.</summary>
    public async Task TakeAsync(Clip clip, WorkClaim claim, VideoDownload video, CancellationToken ct)
    {
        await MarkAsync(clip, claim, ct);
        var temporary = store.NewTemporary(Extension);
        try
        {
            var length = await store.FillAsync(temporary, video.Content, ct);
            if (video.Length is { } announced && announced != length)
            {
                await AgainAsync(clip, claim, "unusable", $"This clip did not arrive whole: {length} of {announced} bytes.", null, ct);
                return;
            }
            File.Move(temporary, store.LandingOf(clip.Id, Extension), overwrite: true);
        }
        catch (VeniceException e) when (e.MayPass)
        {
            await AgainAsync(clip, claim, VeniceProblems.Word(e.Kind), e.Message, e.RetryAt, ct);
            return;
        }
        catch (MediaStoreFullException e)
        {
            await DiskFullAsync(clip, claim, e.Message, ct);
            return;
        }
        finally
        {
            MediaStore.Forget(temporary);
        }
        await JudgeAsync(clip, claim, ct);
    }

    /// <summary>Decides about the bytes that have landed. They stay where they are until a row says what became of them.</summary>
    private async Task JudgeAsync(Clip clip, WorkClaim claim, CancellationToken ct)
    {
        var landed = store.LandingOf(clip.Id, Extension);
        try
        {
            switch (await check.CheckAsync(landed, new ClipExpectation(SecondsOf(clip), null), ct))
            {
                case ClipVerdict.Sound sound:
                    await KeepAsync(clip, claim, landed, sound.Facts, null, ct);
                    break;
                case ClipVerdict.TooShort brief:
                    await KeepAsync(clip, claim, landed, brief.Facts, brief.Sentence, ct);
                    break;
                case var verdict:
                    await AgainAsync(clip, claim, "unusable", SentenceOf(verdict), null, ct);
                    MediaStore.Forget(landed);
                    break;
            }
        }
        catch (MediaStoreFullException e)
        {
            await DiskFullAsync(clip, claim, e.Message, ct);
        }
        catch (MediaException e)
        {
            await AgainAsync(clip, claim, "unchecked", e.Message, null, ct);
            // A missing program is no fault of the bytes: they are looked at again and need no second download.
            if (e.Fault != MediaFault.Tool) MediaStore.Forget(landed);
        }
    }

    /// <summary>The rare look that finds a clip already downloading: from here a crash goes on with collecting.</summary>
    private async Task MarkAsync(Clip clip, WorkClaim claim, CancellationToken ct)
    {
        if (clip.Status == ClipStatus.Collecting) return;
        await using var session = await db.BeginAsync(ct);
        clip.Collecting(session.Now);
        await session.KeepClipAsync(clip, claim);
        session.AfterCommit(() => events.Publish(new Changed("clips", clip.AccountId)));
        await session.CommitAsync();
    }

    private async Task KeepAsync(Clip clip, WorkClaim claim, string landed, MediaFacts facts, string? note, CancellationToken ct)
    {
        var id = Guid.CreateVersion7();
        // The poster first: between the move and the row there must be no time for a crash to fall into.
        var hasPoster = await PosterAsync(landed, id, ct);
        var stored = await store.TakeInAsync(landed, id, Extension, ct);
        await using var session = await db.BeginAsync(CancellationToken.None);
        var media = MediaOf(clip, id, stored, facts, hasPoster, session.Now);
        await session.InsertMediaAsync(media);
        clip.Collected(id, await session.CleanUpWantedAsync(clip.Id), note, session.Now);
        if (!await session.ReleaseClipAsync(clip, claim))
        {
            // Another process took the row over and will bring its own copy.
            store.Delete(media);
            return;
        }
        session.AfterCommit(() =>
        {
            events.Publish(new Changed("clips", clip.AccountId));
            events.Publish(new Changed("library", clip.AccountId));
        });
        await session.CommitAsync();
    }

    /// <summary>A clip without a poster is still a clip.</summary>
    private async Task<bool> PosterAsync(string video, Guid id, CancellationToken ct)
    {
        try
        {
            store.MakeFolderOf(id);
            await poster.MakeAsync(video, store.PosterPathOf(id), PosterWidth, ct);
            return true;
        }
        catch (MediaException e)
        {
            log.LogWarning(e, "No poster for media {Id}", id);
            return false;
        }
    }

    /// <summary>Tries again while Venice still has the clip, ever more slowly; then ends with the reason and a way to ask once more.</summary>
    private Task AgainAsync(Clip clip, WorkClaim claim, string kind, string sentence, DateTimeOffset? at, CancellationToken ct) =>
        clip.Tries + 1 >= MostTries
            ? moves.FailAsync(clip, claim, kind, $"{sentence} It was paid; Collect again asks Venice for it once more.", ct)
            : moves.WriteAsync(clip, claim, now => clip.LookAgain(sentence, at > now ? at.Value : now + Pause(clip)), null, ct);

    private Task DiskFullAsync(Clip clip, WorkClaim claim, string sentence, CancellationToken ct) =>
        clip.Tries + 1 >= MostTriesForDisk
            ? moves.FailAsync(clip, claim, "disk-full", $"{sentence} The clip was paid; Collect again asks Venice for it once there is room.", ct)
            : moves.WriteAsync(clip, claim, now => clip.LookAgain(sentence, now + Pause(clip)), null, ct);

    private static TimeSpan Pause(Clip clip)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(clip.Tries, 7));
        return pause < LongestPause ? pause : LongestPause;
    }

    private static double? SecondsOf(Clip clip) =>
        clip.Read().Duration is { } duration ? VideoConstraints.SecondsOf(duration) : null;

    private static string SentenceOf(ClipVerdict verdict) => verdict switch
    {
        ClipVerdict.Torn torn => torn.Sentence,
        ClipVerdict.NotAVideo other => other.Sentence,
        ClipVerdict.Placeholder placeholder => placeholder.Sentence,
        _ => "What came from Venice is no usable video.",
    };

    private static MediaFile MediaOf(Clip clip, Guid id, StoredFile stored, MediaFacts facts, bool hasPoster, DateTimeOffset now)
    {
        var turned = facts.Video is { Rotation: 90 or 270 };
        return new MediaFile
        {
            Id = id,
            AccountId = clip.AccountId,
            Kind = MediaKind.Video,
            MimeType = "video/mp4",
            Extension = Extension,
            Name = ClipName.Of(clip.Prompt),
            Bytes = stored.Bytes,
            Sha256 = stored.Sha256,
            Width = turned ? facts.Video?.Height : facts.Video?.Width,
            Height = turned ? facts.Video?.Width : facts.Video?.Height,
            Seconds = facts.DurationSeconds,
            HasPoster = hasPoster,
            CreatedAt = now,
        };
    }
}
