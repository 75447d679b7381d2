using VeniceStudio.Venice.Wire;

namespace VeniceStudio.Venice;

/// <summary>Music and other sounds that take their time: ask the price, order, ask how it goes and fetch, clean up.</summary>
public sealed class MusicApi
{
    private readonly Line line;

    internal MusicApi(Line line) => this.line = line;

    /// <summary>The price of this moment in micro-dollars, rounded up. It reserves nothing and proves nothing about the order.</summary>
    public Task<long> QuoteAsync(MusicQuote quote, CancellationToken ct) =>
        line.AskAsync(line.Post(Routes.MusicQuote, quote, WireJson.Wire.MusicQuote), async (reply, token) =>
        {
            var body = await reply.BytesAsync(token);
            return Money.Price(reply.Json(body).Number("quote")) ?? throw reply.Unreadable(body);
        }, ct);

    /// <summary>
    /// Orders a sound, which is charged when Venice takes it. Said again only after an outright refusal (429); any other doubt is an
    /// exception with <see cref="VeniceException.MayHaveBought"/>. Cancelling leaves the same doubt: write down that the call is being
    /// made before making it. A refused prompt may come with one that would pass, in <see cref="VeniceException.SuggestedPrompt"/>.
    /// </summary>
    public Task<MusicTicket> QueueAsync(MusicOrder order, CancellationToken ct) =>
        line.BuyAsync(line.Purchase(Routes.MusicQueue, order, WireJson.Wire.MusicOrder), async (reply, token) =>
        {
            var body = await reply.BytesAsync(token);
            var answer = reply.Json(body);
            return new MusicTicket(answer.Text("model") ?? order.Model, answer.Text("queue_id") ?? throw reply.Unreadable(body));
        }, ct);

    /// <summary>
    /// How a job stands, or its sound. One try only: whoever polls keeps the time of the next poll in a row. A finished sound may be
    /// asked for again while Venice keeps it.
    /// </summary>
    public Task<MusicProgress> RetrieveAsync(MusicTicket ticket, CancellationToken ct) =>
        line.OnceAsync(line.Post(Routes.MusicRetrieve, ticket, WireJson.Wire.MusicTicket), SoundAnswer.ReadAsync, ct);

    /// <summary>
    /// Has Venice delete the sound. Only after the file is safe. False: the clean-up did not finish, and may be asked for again.
    /// </summary>
    public Task<bool> CompleteAsync(MusicTicket ticket, CancellationToken ct) =>
        line.AskAsync(line.Post(Routes.MusicComplete, ticket, WireJson.Wire.MusicTicket),
            async (reply, token) => (await reply.JsonAsync(token)).Flag("success") ?? false, ct);
}
