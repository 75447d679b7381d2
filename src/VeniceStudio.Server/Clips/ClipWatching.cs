using VeniceStudio.Server.Data;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Work;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Clips;

/// <summary>Looks how a bought clip is doing. A look that brings the video hands it straight on to collecting.</summary>
public sealed class ClipWatching(StudioDb db, VeniceLink venice, Pacer pacer, PollPlan polls, ClipCollecting collecting, ClipMoves moves)
{
    /// <summary>Venice's longest jobs take minutes; after this a clip is taken for lost, and can still be asked for by hand.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    public async Task StepAsync(Clip clip, WorkClaim claim, CancellationToken ct)
    {
        if (await pacer.TakeAsync(Paced.Retrieve, ct) is { } later)
        {
            await moves.WriteAsync(clip, claim, _ => clip.Wait(later), null, ct);
            return;
        }
        try
        {
            var client = await venice.ClientAsync(ct);
            switch (await client.Video.RetrieveAsync(clip.Ticket!, ct))
            {
                case VideoProgress.Working working:
                    await ObservedAsync(clip, claim, working, ct);
                    break;
                case VideoProgress.Finished:
                    await moves.WriteAsync(clip, claim, clip.Collecting, null, ct);
                    break;
                case VideoProgress.Delivered delivered:
                    await using (delivered.Video) await collecting.TakeAsync(clip, claim, delivered.Video, ct);
                    break;
                case VideoProgress.Ended ended:
                    await moves.FailAsync(clip, claim, "failed", SentenceOf(ended), ct);
                    break;
            }
        }
        catch (VeniceException e) when (e.Kind is VeniceErrorKind.RateLimited or VeniceErrorKind.AbuseBlocked)
        {
            if (e.RetryAt is { } until) await pacer.BlockAsync(Paced.Retrieve, until, ct);
            await moves.WriteAsync(clip, claim, now => clip.Wait(Pause(clip, e, now)), null, ct);
        }
        catch (VeniceException e) when (MayStillCome(e) && !TooLong(clip))
        {
            await moves.WriteAsync(clip, claim, now => clip.LookAgain(e.Message, Pause(clip, e, now)), null, ct);
        }
        catch (VeniceException e)
        {
            await moves.FailAsync(clip, claim, e, ct);
        }
    }

    /// <summary>A paid clip is not given up for a key that was rejected or a region that is blocked: both can be mended.</summary>
    private static bool MayStillCome(VeniceException e) => e.MayPass || e.Kind
        is VeniceErrorKind.KeyRejected or VeniceErrorKind.NoKey or VeniceErrorKind.RegionBlocked or VeniceErrorKind.NoBalance or VeniceErrorKind.KeySpendLimit;

    private static bool TooLong(Clip clip) => clip.Tries > 60;

    private async Task ObservedAsync(Clip clip, WorkClaim claim, VideoProgress.Working working, CancellationToken ct)
    {
        int underWay;
        await using (var session = await db.ReadAsync(ct))
        {
            underWay = await session.UnderWayAsync();
            if (clip.SubmittedAt is { } since && session.Now - since > LongestWait)
            {
                await moves.FailAsync(clip, claim, "too-long",
                    "Venice has worked on this clip for over six hours. It was paid; use Collect again later to see whether it arrives.", ct);
                return;
            }
        }
        await moves.WriteAsync(clip, claim, now => clip.Observed(
            (long?)working.Average?.TotalMilliseconds, (long?)working.Elapsed?.TotalMilliseconds, now,
            now + polls.NextLook((long?)working.Average?.TotalMilliseconds ?? clip.AverageMs, underWay)), null, ct);
    }

    private static string SentenceOf(VideoProgress.Ended ended)
    {
        var reason = string.IsNullOrWhiteSpace(ended.Reason) ? "" : $" It said: {ended.Reason}";
        return $"Venice ended this clip without a video ({ended.Status.ToLowerInvariant()}).{reason} "
            + "Whether the price came back shows in the balance at Venice. Try again, or with other words.";
    }

    private static DateTimeOffset Pause(Clip clip, VeniceException e, DateTimeOffset now)
    {
        if (e.RetryAt is { } at && at > now) return at;
        var pause = FirstPause * Math.Pow(2, Math.Min(clip.Tries, 5));
        return now + (pause < LongestPause ? pause : LongestPause);
    }
}
