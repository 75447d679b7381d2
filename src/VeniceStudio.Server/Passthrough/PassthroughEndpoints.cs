using VeniceStudio.Server.Accounts;
using VeniceStudio.Server.Hosting;

namespace VeniceStudio.Server.Passthrough;

public static class PassthroughEndpoints
{
    /// <summary>Maps Venice's own routes, in Venice's own shapes, behind the studio's door.</summary>
    public static void MapPassthrough(this IEndpointRouteBuilder routes)
    {
        var venice = routes.MapGroup("/api").WithTags("Venice").WithMetadata(new NeverCompressed()).RequireAuthorization();
        venice.MapGet("/models", (Member _, HttpContext http, VeniceForward forward) => ForwardAsync(http, forward, "models"));
        venice.MapGet("/models/traits", (Member _, HttpContext http, VeniceForward forward) => ForwardAsync(http, forward, "models/traits"));
        venice.MapPost("/video/quote", (Member _, HttpContext http, VeniceForward forward) => ForwardAsync(http, forward, "video/quote"));
        venice.MapPost("/video/queue", QueueAsync);
        venice.MapPost("/video/retrieve", RetrieveAsync);
        venice.MapPost("/video/complete", CompleteAsync);
        venice.MapPost("/chat/completions", ChatAsync);
    }

    /// <summary>Orders a video in Venice's shape. It is paid through the studio's ledger like any other.</summary>
    internal static async Task<IResult> QueueAsync(Member member, HttpContext http, CancellationToken ct)
    {
        var (body, refusal) = await VeniceBody.ReadAsync(http.Request, ct);
        if (body is null) return refusal!;
        return http.RequestServices.GetService<IVideoQueueing>() is { } queueing
            ? await queueing.QueueAsync(member, body.Json, ct)
            : VeniceShape.Error(503, "This studio takes no orders on this address. Order under /api/clips.");
    }

    /// <summary>The state or the bytes of a video: the studio's own from its row and library, others from Venice.</summary>
    internal static async Task<IResult> RetrieveAsync(
        Member member, HttpContext http, IKnownVideos videos, KnownVideoAnswers answers, VeniceForward forward, CancellationToken ct)
    {
        var (body, refusal) = await VeniceBody.ReadAsync(http.Request, ct);
        if (body is null) return refusal!;
        var thenDelete = body.IsTrue("delete_media_on_completion");
        if (body.Text("queue_id") is { } id && await videos.FindAsync(id, ct) is { } known)
        {
            return await answers.RetrieveAsync(member, known, thenDelete, ct);
        }
        // A torn download would lose a paid video for good (T5). Silently keeping it instead would break the caller's trust.
        if (thenDelete)
        {
            return VeniceShape.Error(400,
                "delete_media_on_completion is not passed on: a download that breaks off would lose the video. Leave it out, and call /api/video/complete when the file is safe.");
        }
        return await ForwardAsync(http, forward, "video/retrieve", body);
    }

    /// <summary>Deletes the copy at Venice: of the studio's own videos once they are safe here, of others at once.</summary>
    internal static async Task<IResult> CompleteAsync(
        Member member, HttpContext http, IKnownVideos videos, KnownVideoAnswers answers, VeniceForward forward, CancellationToken ct)
    {
        var (body, refusal) = await VeniceBody.ReadAsync(http.Request, ct);
        if (body is null) return refusal!;
        return body.Text("queue_id") is { } id && await videos.FindAsync(id, ct) is { } known
            ? await answers.CompleteAsync(member, known, ct)
            : await ForwardAsync(http, forward, "video/complete", body);
    }

    /// <summary>A chat in Venice's shape, streamed or whole. An estimate is set aside first; what it took is settled at its end.</summary>
    internal static async Task<IResult> ChatAsync(Member member, HttpContext http, VeniceForward forward, CancellationToken ct)
    {
        var (body, refusal) = await VeniceBody.ReadAsync(http.Request, ct);
        if (body is null) return refusal!;
        if (http.RequestServices.GetService<IChatSpending>() is not { } spending)
            return VeniceShape.Error(503, "This studio passes no chats on: nobody keeps its budget.");
        var reserving = await spending.ReserveAsync(member, body.Json, ct);
        if (reserving.Reservation is not { } reservation) return VeniceShape.Error(402, reserving.Refusal ?? "The budget does not allow this.");

        var tail = new AnswerTail();
        var end = new Forwarded(null, Whole: false, Sent: true);
        try
        {
            end = await forward.SendAsync(http, "chat/completions", body.Bytes, tail);
        }
        finally
        {
            await reservation.SettleAsync(new ChatEnd(end.Status, end.Sent, end.Whole, tail.Usage()));
        }
        return TypedResults.Empty;
    }

    private static async Task<IResult> ForwardAsync(HttpContext http, VeniceForward forward, string route, VeniceBody? body = null)
    {
        await forward.SendAsync(http, route, body?.Bytes);
        return TypedResults.Empty;
    }
}
