using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Orders;
using VeniceStudio.Server.Work;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Storyboard.Stills;

/// <summary>
/// Pictures: priced by Venice's listing, bought by one call whose answer is the picture. What the answer's headers say against it is
/// kept beside the bytes until they are judged, so that no crash makes a blurred picture look like a good one (T16).
/// </summary>
public sealed class StillTrade(
    StudioDb db, VeniceLink venice, ImageCatalog catalog, StillInputs inputs, StillJudge judge, StillShowing showing, MediaStore store, WorkBell bell) : IOrderTrade<Still>
{
    /// <summary>The largest picture that Venice sends, 4K as PNG, with room to spare.</summary>
    private const long RoomNeeded = 64L * 1024 * 1024;

    public string Landing => ".still";

    public Paced Buying => Paced.Image;

    public Paced Looking => Paced.Image;

    public async Task<long?> PriceAsync(Still order, CancellationToken ct)
    {
        var settings = order.Read();
        return await catalog.FindAsync(settings.Model, ct) is { Available: true } model
            ? model.Pricing.PriceOf(settings.Resolution, settings.Quality, order.PictureCount()) : null;
    }

    public Task<DateTimeOffset?> LaterAsync(DbSession session, Still order, bool surely) => session.LaterAsync(order);

    public async Task<Func<Task<Receipt>>> PrepareAsync(Still order, CancellationToken ct)
    {
        if (store.FreeBytes() < RoomNeeded) throw new MediaStoreFullException();
        if (order.SetShotId is { } set) order.MadeOf(await StillOfSetAsync(order.ProjectId, set, ct));
        var settings = order.Read();
        var pictures = settings.PictureIds.Count == 0 ? [] : await inputs.OfAsync(order.AccountId, settings.PictureIds, ct);
        var images = (await venice.ClientAsync(ct)).Images;
        return () => BuyAsync(order, settings.Way switch
        {
            StillWay.Draw => images.GenerateAsync(StillRequests.Draw(settings), CancellationToken.None),
            StillWay.Edit => images.EditAsync(StillRequests.Edit(settings, pictures[0]), CancellationToken.None),
            _ => images.BlendAsync(StillRequests.Blend(settings, pictures), CancellationToken.None),
        });
    }

    public Task<Judgement> JudgeAsync(Still order, string landed, CancellationToken ct) => judge.JudgeAsync(order, landed, ct);

    public Task<bool> PosterAsync(string landed, Judgement.File judged, Guid media, CancellationToken ct) => judge.ThumbnailAsync(landed, media, ct);

    /// <summary>A finished picture takes its place in the very transaction that finishes it, and what waits for it goes on.</summary>
    public async Task MovedAsync(DbSession session, Still order)
    {
        if (order.Status == ClipStatus.Done) await showing.ShowAsync(session, order);
        if (!order.IsOver) return;
        if (order.ShotId is { } shot && await session.CallWaitingAsync(order.ProjectId, shot)) session.AfterCommit(bell.Ring);
        session.AfterCommit(() => StillFlaws.Forget(store.LandingOf(order.Id, Landing)));
    }

    /// <summary>There is nothing to look after: the picture came with the answer.</summary>
    public Task<OrderLook> LookAsync(Still order, CancellationToken ct) => Task.FromResult<OrderLook>(new OrderLook.Ended("gone", null));

    public Task<bool> CleanAsync(Still order, CancellationToken ct) => Task.FromResult(true);

    private async Task<Guid> StillOfSetAsync(Guid project, Guid shot, CancellationToken ct)
    {
        await using var session = await db.ReadAsync(ct);
        var board = await BoardDesk.ReadAsync(session, project);
        var place = board?.IndexOf(shot) ?? -1;
        if (place < 0) throw new MissingInputException("The shot whose set this still was to show is no longer on the board. Nothing was paid. Draw this one anew.");
        return board!.StillOf(board.Shots[place])
            ?? throw new MissingInputException($"Shot {place + 1}, whose set this one shows from another angle, got no still. Nothing was paid. Draw that one first, then this one.");
    }

    private async Task<Receipt> BuyAsync(Still order, Task<PictureAnswer> call)
    {
        await using var picture = await call;
        var landing = store.LandingOf(order.Id, Landing);
        var why = await Orders.Landing.TakeAsync(store, picture.Content, picture.Length, landing, () => StillFlaws.Note(landing, picture));
        return new Receipt(picture.Model ?? order.Model, null)
        {
            Lost = why is null ? null
                : $"Venice drew this {order.Noun} and charged it, but {why}, and Venice sends a picture only once. Draw it anew, or ask Venice's support.",
        };
    }
}
