using VeniceStudio.Venice.Wire;

namespace VeniceStudio.Venice;

/// <summary>Videos: ask the price, order, ask how it goes, fetch, clean up.</summary>
public sealed class VideoApi
{
    private readonly Line line;

    internal VideoApi(Line line) => this.line = line;

    /// <summary>The price of this moment in micro-dollars, rounded up. It reserves nothing and proves nothing about the order.</summary>
    public Task<long> QuoteAsync(VideoQuote quote, CancellationToken ct) =>
        line.AskAsync(line.Post(Routes.Quote, quote, WireJson.Wire.VideoQuote), async (reply, token) =>
        {
            var body = await reply.BytesAsync(token);
            return Money.Price(reply.Json(body).Number("quote")) ?? throw reply.Unreadable(body);
        }, ct);

    /// <summary>
    /// Orders a video, which is charged when Venice takes it. Said again only after an outright refusal (429); any other doubt
    /// is an exception with <see cref="VeniceException.MayHaveBought"/>. Cancelling leaves the same doubt: write down that the
    /// call is being made before making it, and do not cancel it for a browser that left.
    /// </summary>
    /// <exception cref="ArgumentException">Consents are there and one of them is false: nobody may agree in part.</exception>
    public Task<VideoTicket> QueueAsync(VideoOrder order, CancellationToken ct)
    {
        if (order.Consents is { AreComplete: false })
            throw new ArgumentException("All three consents are given, or none is sent.", nameof(order));

        return line.BuyAsync(line.Purchase(Routes.Queue, order, WireJson.Wire.VideoOrder), async (reply, token) =>
        {
            var body = await reply.BytesAsync(token);
            var answer = reply.Json(body);
            // Without the model's name the ordered one is the best guess; without an id there is no claim.
            return new VideoTicket(
                answer.Text("model") ?? order.Model,
                answer.Text("queue_id") ?? throw reply.Unreadable(body),
                answer.Address("download_url"));
        }, ct);
    }

    /// <summary>
    /// How a job stands. One try only: whoever polls keeps the time of the next poll in a row, and a repetition in here would
    /// spend the account's polls behind its back. A finished video may be asked for again while Venice keeps it.
    /// </summary>
    public Task<VideoProgress> RetrieveAsync(VideoTicket ticket, CancellationToken ct) =>
        line.OnceAsync(line.Post(Routes.Retrieve, new VideoHandle(ticket.Model, ticket.QueueId), WireJson.Wire.VideoHandle),
            (reply, token) => VideoAnswer.ReadAsync(reply, ticket, token), ct);

    /// <summary>
    /// Has Venice delete the video. Only after the file is safe. False: the clean-up did not finish, and may be asked for again.
    /// </summary>
    public Task<bool> CompleteAsync(VideoTicket ticket, CancellationToken ct) =>
        line.AskAsync(line.Post(Routes.Complete, new VideoHandle(ticket.Model, ticket.QueueId), WireJson.Wire.VideoHandle),
            async (reply, token) => (await reply.JsonAsync(token)).Flag("success") ?? false, ct);

    /// <summary>
    /// Fetches a private model's video from its link, without the key. One try only: the link is meant for one delivery and
    /// stops answering those who come too often.
    /// </summary>
    public Task<VideoDownload> DownloadAsync(Uri downloadUrl, CancellationToken ct) =>
        line.OnceAsync(line.SharedLink(HttpMethod.Get, downloadUrl), VideoAnswer.ReadFileAsync, ct);

    /// <summary>Revokes the link, without the key. One that is gone already counts as revoked.</summary>
    public async Task DeleteDownloadAsync(Uri downloadUrl, CancellationToken ct)
    {
        try
        {
            await line.AskAsync(line.SharedLink(HttpMethod.Delete, downloadUrl), (_, _) => Task.FromResult(true), ct);
        }
        catch (VeniceException e) when (e.Kind == VeniceErrorKind.NotFound)
        {
            // Expired, used up, or revoked before: what was wanted.
        }
    }
}
