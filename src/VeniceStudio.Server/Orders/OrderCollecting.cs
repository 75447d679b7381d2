using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Work;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Orders;

/// <summary>
/// Brings what was paid home: streamed to a temporary file, landed whole, checked to its end, made durable, and only then written
/// as done. After a crash a landed file is taken up where it lies.
/// Nothing is deleted at Venice here, so whatever goes wrong, it can be fetched again while Venice has it.
/// </summary>
public sealed class OrderCollecting<T>(
    StudioDb db, IOrderTrade<T> trade, Pacer pacer, MediaStore store, OrderMoves<T> moves, IStudioEvents events) where T : PaidOrder, IOrderTable
{
    private const int MostTries = 8;
    private const int MostTriesForRoom = 200;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    public async Task StepAsync(T order, WorkClaim claim, CancellationToken ct)
    {
        if (File.Exists(store.LandingOf(order.Id, trade.Landing)))
        {
            await JudgeAsync(order, claim, ct);
            return;
        }
        if (order.QueueId is null)
        {
            await moves.FailAsync(order, claim, "lost",
                $"The file of this {order.Noun} was lost before it reached the library, and Venice sends it only once. It was paid; order it anew.", ct);
            return;
        }
        if (!trade.HasLink(order) && await pacer.TakeAsync(trade.Looking, ct) is { } later)
        {
            await moves.WriteAsync(order, claim, _ => order.Wait(later), null, ct);
            return;
        }
        try
        {
            switch (await trade.FetchAsync(order, ct))
            {
                case OrderLook.Delivered delivered:
                    await using (delivered.Parcel) await TakeAsync(order, claim, delivered.Parcel, ct);
                    break;
                case OrderLook.Ended ended:
                    await moves.FailAsync(order, claim, "failed",
                        $"Venice ended this {order.Noun} without sending it ({ended.Status.ToLowerInvariant()}). Try again.", ct);
                    break;
                default:
                    await AgainAsync(order, claim, "not-sent", $"Venice says that the {order.Noun} is finished, and does not send it yet.", null, ct);
                    break;
            }
        }
        catch (VeniceException e) when (e.MayPass)
        {
            await AgainAsync(order, claim, VeniceProblems.Word(e.Kind), e.Message, e.RetryAt, ct);
        }
        catch (VeniceException e)
        {
            await moves.FailAsync(order, claim, e, ct);
        }
    }

    /// <summary>Takes a stream that Venice has begun to send.</summary>
    public async Task TakeAsync(T order, WorkClaim claim, Parcel parcel, CancellationToken ct)
    {
        await MarkAsync(order, claim, ct);
        var temporary = store.NewTemporary(trade.Landing);
        try
        {
            var length = await store.FillAsync(temporary, parcel.Content, ct);
            if (parcel.Length is { } announced && announced != length)
            {
                await AgainAsync(order, claim, "unusable", $"This {order.Noun} did not arrive whole: {length} of {announced} bytes.", null, ct);
                return;
            }
            File.Move(temporary, store.LandingOf(order.Id, trade.Landing), overwrite: true);
        }
        catch (VeniceException e) when (e.MayPass)
        {
            await AgainAsync(order, claim, VeniceProblems.Word(e.Kind), e.Message, e.RetryAt, ct);
            return;
        }
        catch (MediaStoreException e)
        {
            await NoRoomAsync(order, claim, e, ct);
            return;
        }
        finally
        {
            MediaStore.Forget(temporary);
        }
        await JudgeAsync(order, claim, ct);
    }

    /// <summary>Decides about the bytes that have landed. They stay where they are until a row says what became of them.</summary>
    private async Task JudgeAsync(T order, WorkClaim claim, CancellationToken ct)
    {
        var landed = store.LandingOf(order.Id, trade.Landing);
        try
        {
            switch (await trade.JudgeAsync(order, landed, ct))
            {
                case Judgement.File file:
                    await KeepAsync(order, claim, landed, file, ct);
                    break;
                case Judgement.Words words:
                    await moves.WriteAsync(order, claim, now => order.Collected(null, false, words.Note, now), null, CancellationToken.None);
                    MediaStore.Forget(landed);
                    await trade.HeardAsync(order, ct);
                    break;
                case Judgement.Rejected rejected:
                    await moves.FailAsync(order, claim, rejected.Kind, rejected.Sentence, ct);
                    MediaStore.Forget(landed);
                    break;
                case Judgement.Unusable unusable:
                    await AgainAsync(order, claim, "unusable", unusable.Sentence, null, ct);
                    MediaStore.Forget(landed);
                    break;
            }
        }
        catch (MediaStoreException e)
        {
            await NoRoomAsync(order, claim, e, ct);
        }
        catch (MediaException e)
        {
            var mend = e.Fault == MediaFault.Tool;
            await AgainAsync(order, claim, "unchecked", e.Message, null, ct, stays: mend);
            // A missing program is no fault of the bytes: they are looked at again and need no second download.
            if (!mend) MediaStore.Forget(landed);
        }
    }

    /// <summary>The rare look that finds an order already downloading: from here a crash goes on with collecting.</summary>
    private async Task MarkAsync(T order, WorkClaim claim, CancellationToken ct)
    {
        if (order.Status == ClipStatus.Collecting) return;
        await using var session = await db.BeginAsync(ct);
        order.Collecting(session.Now);
        await session.KeepOrderAsync(order, claim);
        await moves.ToldAsync(session, order);
        await session.CommitAsync();
    }

    private async Task KeepAsync(T order, WorkClaim claim, string landed, Judgement.File file, CancellationToken ct)
    {
        var id = Guid.CreateVersion7();
        // The poster first: between the move and the row there must be no time for a crash to fall into.
        var hasPoster = await trade.PosterAsync(landed, file, id, ct);
        var stored = await store.TakeInAsync(landed, id, file.Label.Extension, ct);
        await using var session = await db.BeginAsync(CancellationToken.None);
        var media = file.Label.ToFile(id, order.AccountId, stored, hasPoster, session.Now);
        await session.InsertMediaAsync(media);
        order.Collected(id, await session.CleanUpWantedAsync<T>(order.Id) && order.QueueId is not null, file.Note, session.Now);
        if (!await session.ReleaseOrderAsync(order, claim))
        {
            // Another process took the row over and will bring its own copy.
            store.Delete(media);
            return;
        }
        await moves.ToldAsync(session, order);
        session.AfterCommit(() => events.Publish(new Changed("library", order.AccountId)));
        await session.CommitAsync();
    }

    /// <summary>
    /// Tries again while Venice still has it, ever more slowly; then ends with the reason and a way to ask once more. What Venice sends
    /// only once ends at once, unless its bytes stay.
    /// </summary>
    private Task AgainAsync(T order, WorkClaim claim, string kind, string sentence, DateTimeOffset? at, CancellationToken ct, bool stays = false) =>
        order.QueueId is null && !stays
            ? moves.FailAsync(order, claim, kind, $"{sentence} Venice sends a {order.Noun} only once, and charged it. Order it anew, or ask Venice's support.", ct)
        : order.Tries + 1 >= MostTries
            ? moves.FailAsync(order, claim, kind, $"{sentence} It was paid; Collect again asks Venice for it once more.", ct)
        : moves.WriteAsync(order, claim, now => order.LookAgain(sentence, at > now ? at.Value : now + Pause(order)), null, ct);

    /// <summary>A full disk, or an S3 store that does not answer: what has landed stays, and is taken in when that has passed.</summary>
    private Task NoRoomAsync(T order, WorkClaim claim, MediaStoreException e, CancellationToken ct) =>
        order.Tries + 1 >= MostTriesForRoom
            ? moves.FailAsync(order, claim, e.Kind, $"{e.Message} The {order.Noun} was paid; Collect again takes it in once that is mended.", ct)
            : moves.WriteAsync(order, claim, now => order.LookAgain(e.Message, now + Pause(order)), null, ct);

    private static TimeSpan Pause(T order)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(order.Tries, 7));
        return pause < LongestPause ? pause : LongestPause;
    }
}
