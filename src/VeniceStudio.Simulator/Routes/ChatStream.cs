using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using VeniceStudio.Simulator.Chat;

namespace VeniceStudio.Simulator.Routes;

/// <summary>A chat answer word by word, as server-sent events.</summary>
internal static class ChatStream
{
    // Forty words a second reads as thinking aloud; more would look like a paste. Instant simulators do not pause.
    private const double Pause = 0.025;

    // Answers by a schema are long (a storyboard has thousands of words): a model's usual pace in seconds, made quicker by the root of the
    // simulator's speed. At twenty times that is some 300 words a second, after a first wait of a fifth of one.
    private const double FirstWord = 0.9, Piece = 0.06;
    private const int WordsOfAPiece = 4;

    public static async Task SendAsync(Call call, ChatText text, ChatBill bill, bool usage, bool structured)
    {
        call.Http.Response.ContentType = "text/event-stream; charset=utf-8";
        call.Http.Response.Headers.CacheControl = "no-cache";
        var words = structured ? Words(text.Text).Chunk(WordsOfAPiece).Select(piece => string.Concat(piece)).ToList() : Words(text.Text).ToList();
        var pace = Math.Sqrt(call.World.Options.Speed);
        if (structured && !call.World.Clock.IsInstant) await call.DelayAsync(FirstWord / pace);
        await SendAsync(call, Chunk(bill, new JsonObject { ["role"] = "assistant", ["content"] = "" }, null));
        for (var i = 0; i < words.Count; i++)
        {
            if (i == words.Count / 2 && await BrokenAsync(call)) return;
            if (!call.World.Clock.IsInstant) await call.DelayAsync(structured ? Piece / pace : Pause);
            await SendAsync(call, Chunk(bill, new JsonObject { ["content"] = words[i] }, null));
        }
        await SendAsync(call, Chunk(bill, [], text.FinishReason));
        if (usage)
        {
            var last = bill.Frame("chat.completion.chunk");
            last["choices"] = new JsonArray();
            bill.AddTo(last);
            await SendAsync(call, last);
        }
        await WriteAsync(call, "data: [DONE]\n\n");
    }

    private static async Task<bool> BrokenAsync(Call call)
    {
        if (call.Faults.Has("chat-cut")) return RequestFaults.Cut(call);
        if (!call.Faults.Has("chat-error-frame")) return false;
        await SendAsync(call,
            new JsonObject { ["error"] = new JsonObject { ["message"] = "Inference processing failed", ["type"] = "server_error" } });
        return true;
    }

    private static JsonObject Chunk(ChatBill bill, JsonObject delta, string? finish)
    {
        var chunk = bill.Frame("chat.completion.chunk");
        chunk["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = finish });
        return chunk;
    }

    private static Task SendAsync(Call call, JsonObject data) => WriteAsync(call, $"data: {data.ToJsonString(Call.Plain)}\n\n");

    private static async Task WriteAsync(Call call, string text)
    {
        await call.Http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), call.Aborted);
        await call.Http.Response.Body.FlushAsync(call.Aborted);
    }

    // Each word with the space before it, so that the pieces join to the very text.
    private static IEnumerable<string> Words(string text)
    {
        var start = 0;
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] != ' ') continue;
            yield return text[start..i];
            start = i;
        }
        if (start < text.Length) yield return text[start..];
    }
}
