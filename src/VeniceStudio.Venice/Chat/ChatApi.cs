using System.Runtime.CompilerServices;
using System.Text.Json;
using VeniceStudio.Venice.Wire;

namespace VeniceStudio.Venice;

/// <summary>
/// Language models. Words cost money too: a request is said again only after an outright refusal (429), other failures carry
/// <see cref="VeniceException.MayHaveBought"/> and it is the caller's choice to pay a cent twice.
/// </summary>
public sealed class ChatApi
{
    private readonly Line line;

    internal ChatApi(Line line) => this.line = line;

    /// <summary>The whole answer at once.</summary>
    public Task<ChatAnswer> CompleteAsync(ChatRequest request, CancellationToken ct) =>
        line.BuyAsync(ToCall(request, stream: false), async (reply, token) => ReadAnswer(reply, await reply.BytesAsync(token)), ct);

    /// <summary>
    /// The answer as it is written; the last pieces tell why it ended and what it cost. It either ends with a finish reason or
    /// throws: a stream that breaks off is <see cref="VeniceErrorKind.TornDownload"/>, never a short answer.
    /// </summary>
    public async IAsyncEnumerable<ChatDelta> StreamAsync(ChatRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var answer = await line.BuyAsync(ToCall(request, stream: true), OpenAsync, ct);
        if (answer.Whole is { } whole)
        {
            yield return new ChatDelta(whole.Text, whole.FinishReason, whole.Usage, whole.CostMicroDollars);
            yield break;
        }

        var ended = false;
        await foreach (var data in ServerSentEvents.ReadAsync(answer.Stream!, ct))
        {
            if (data == "[DONE]") yield break;
            if (ReadDelta(answer.Reply, data) is not { } delta) continue;

            ended |= delta.FinishReason is not null;
            yield return delta;
        }

        if (!ended) throw Fault.Torn(answer.Reply.Call, null, null);
    }

    private Call ToCall(ChatRequest request, bool stream) => line.Purchase(Routes.Chat, new ChatBody(
        request.Model, request.Messages, request.MaxCompletionTokens, request.Temperature, request.ResponseFormat,
        request.VeniceParameters, stream ? true : null, stream ? new ChatStreamOptions(true) : null), WireJson.Wire.ChatBody);

    /// <summary>A model that cannot stream answers whole; that is an answer too.</summary>
    private static async Task<Opened> OpenAsync(Reply reply, CancellationToken ct) => reply.MediaType == "application/json"
        ? new Opened(reply, null, ReadAnswer(reply, await reply.BytesAsync(ct)))
        : new Opened(reply, await reply.StreamAsync(ct), null);

    private static ChatAnswer ReadAnswer(Reply reply, ReadOnlyMemory<byte> body)
    {
        var answer = reply.Json(body);
        if (answer.ValueKind != JsonValueKind.Object) throw reply.Unreadable(body);
        if (answer.Get("error") is not null && answer.Get("choices") is null) throw reply.ErrorInside(answer);

        var choice = FirstChoice(answer);
        return new ChatAnswer(
            TextOf(choice.Get("message")) ?? "", choice.Text("finish_reason"), ChatUsage.Read(answer), ChatUsage.Cost(answer));
    }

    private static ChatDelta? ReadDelta(Reply reply, string data)
    {
        JsonElement frame;
        try
        {
            frame = LenientJson.Parse(System.Text.Encoding.UTF8.GetBytes(data));
        }
        catch (JsonException)
        {
            throw reply.Unreadable(default);
        }

        if (frame.Get("error") is not null) throw reply.ErrorInside(frame);

        var choice = FirstChoice(frame);
        var delta = new ChatDelta(TextOf(choice.Get("delta")), choice.Text("finish_reason"), ChatUsage.Read(frame), ChatUsage.Cost(frame));
        return delta is { Text: null, FinishReason: null, Usage: null, CostMicroDollars: null } ? null : delta;
    }

    private static JsonElement FirstChoice(JsonElement answer) => answer.Items("choices").FirstOrDefault();

    /// <summary>Content is a text, a list of parts, or missing. Blank pieces of a stream are spaces that matter.</summary>
    private static string? TextOf(JsonElement? message) => message?.Get("content") switch
    {
        { ValueKind: JsonValueKind.String } content => content.GetString() is { Length: > 0 } text ? text : null,
        { ValueKind: JsonValueKind.Array } parts => string.Concat(parts.EnumerateArray().Select(part => part.Text("text"))),
        _ => null,
    };

    private sealed record Opened(Reply Reply, PatientStream? Stream, ChatAnswer? Whole) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Stream?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
