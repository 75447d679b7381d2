using VeniceStudio.Media.Ffmpeg;
using VeniceStudio.Server.Catalog;
using VeniceStudio.Server.Data;
using VeniceStudio.Server.Events;
using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Library;
using VeniceStudio.Server.Orders;
using VeniceStudio.Server.Work;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Clips;

/// <summary>Clips: priced by Venice's quote, ordered as a job, fetched from the job or from a link of their own, and checked frame by frame.</summary>
public sealed class ClipTrade(
    VeniceLink venice, VideoCatalog catalog, PriceBook prices, ClipOrderBody body, ClipCheck check, Poster poster, MediaStore store, IStudioEvents events, WorkBell bell,
    ILogger<ClipTrade> log)
    : IOrderTrade<Clip>
{
    private const int PosterWidth = 960;

    public string Landing => ".mp4";

    public Paced Buying => Paced.Queue;

    public Paced Looking => Paced.Retrieve;

    public async Task<long?> PriceAsync(Clip order, CancellationToken ct)
    {
        var settings = order.Read();
        var model = await catalog.FindAsync(order.Model, ct);
        if (model is null || (ModelRules.Check(model.View, settings) is { } broken && broken.Field == "model")) return null;
        return await prices.FreshAsync(
            PriceBook.QuoteOf(model.View, settings.Duration, settings.AspectRatio, settings.Resolution, settings.Sound), ct);
    }

    public Task<DateTimeOffset?> LaterAsync(DbSession session, Clip order, bool surely) => ClipTurns.LaterAsync(session, order, surely);

    public async Task<Func<Task<Receipt>>> PrepareAsync(Clip order, CancellationToken ct)
    {
        var request = await body.BuildAsync(order, ct);
        var client = await venice.ClientAsync(ct);
        return async () =>
        {
            var ticket = await client.Video.QueueAsync(request, CancellationToken.None);
            return new Receipt(ticket.Model, ticket.QueueId, ticket.DownloadUrl);
        };
    }

    public async Task<OrderLook> LookAsync(Clip order, CancellationToken ct) =>
        await (await venice.ClientAsync(ct)).Video.RetrieveAsync(order.Ticket!, ct) switch
        {
            VideoProgress.Working working => new OrderLook.Working(working.Average, working.Elapsed),
            VideoProgress.Delivered delivered => Sent(delivered.Video),
            VideoProgress.Ended ended => new OrderLook.Ended(ended.Status, ended.Reason),
            _ => new OrderLook.Finished(),
        };

    public bool HasLink(Clip order) => order.DownloadUrl is not null;

    public async Task<OrderLook> FetchAsync(Clip order, CancellationToken ct) => order.Ticket!.DownloadUrl is { } link
        ? Sent(await (await venice.ClientAsync(ct)).Video.DownloadAsync(link, ct))
        : await LookAsync(order, ct);

    public async Task<Judgement> JudgeAsync(Clip order, string landed, CancellationToken ct) =>
        await check.CheckAsync(landed, new ClipExpectation(SecondsOf(order), null), ct) switch
        {
            ClipVerdict.Sound sound => new Judgement.File(LabelOf(order, sound.Facts), null) { PosterFrame = sound.PosterFrame },
            ClipVerdict.TooShort brief => new Judgement.File(LabelOf(order, brief.Facts), brief.Sentence) { PosterFrame = brief.PosterFrame },
            ClipVerdict.Torn torn => new Judgement.Unusable(torn.Sentence),
            ClipVerdict.NotAVideo other => new Judgement.Unusable(other.Sentence),
            ClipVerdict.Placeholder placeholder => new Judgement.Unusable(placeholder.Sentence),
            _ => new Judgement.Unusable("What came from Venice is no usable video."),
        };

    /// <summary>A clip without a poster is still a clip.</summary>
    public async Task<bool> PosterAsync(string landed, Judgement.File judged, Guid media, CancellationToken ct)
    {
        try
        {
            store.MakeFolderOf(media);
            await poster.TakeAsync(landed, judged.PosterFrame, store.PosterPathOf(media), PosterWidth, ct);
            return true;
        }
        catch (MediaException e)
        {
            log.LogWarning(e, "No poster for media {Id}", media);
            return false;
        }
    }

    /// <summary>A take belongs to a project's page as well, and leaves its place to the next one when Venice is done with it.</summary>
    public async Task MovedAsync(DbSession session, Clip order)
    {
        if (order.ProjectId is not { } project) return;
        if (order.Status is not (ClipStatus.Reserved or ClipStatus.Submitting or ClipStatus.Working) && await session.CallNextAsync(project)) session.AfterCommit(bell.Ring);
        session.AfterCommit(() =>
        {
            events.Publish(new Changed("takes", order.AccountId));
            // Where the project stands is not moved by every look at a clip under way.
            if (order.Status is not (ClipStatus.Submitting or ClipStatus.Working or ClipStatus.Collecting)) events.Publish(new Changed("projects", order.AccountId));
        });
    }

    public async Task<bool> CleanAsync(Clip order, CancellationToken ct)
    {
        var client = await venice.ClientAsync(ct);
        if (order.Ticket!.DownloadUrl is not { } link) return await client.Video.CompleteAsync(order.Ticket, ct);
        await client.Video.DeleteDownloadAsync(link, ct);
        return true;
    }

    private static OrderLook.Delivered Sent(VideoDownload video) => new(new Parcel(video.Content, video.Length, video));

    private static double? SecondsOf(Clip clip) => clip.Read().Duration is { } duration ? VideoConstraints.SecondsOf(duration) : null;

    private MediaLabel LabelOf(Clip clip, MediaFacts facts) =>
        MediaLabel.OfVideo("video/mp4", Landing, PromptName.Of(clip.Prompt, Landing, "Clip"), facts);
}
