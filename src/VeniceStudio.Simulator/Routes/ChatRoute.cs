using System.Text.Json.Nodes;
using VeniceStudio.Simulator.Catalogue;
using VeniceStudio.Simulator.Chat;
using VeniceStudio.Simulator.Faults;
using VeniceStudio.Simulator.Wire;

namespace VeniceStudio.Simulator.Routes;

/// <summary>POST /chat/completions: whole or streamed, charged by the token.</summary>
internal static class ChatRoute
{
    public static async Task HandleAsync(Call call)
    {
        using var document = await call.ReadAsync(Schemas.Chat);
        if (document is null) return;
        var body = document.RootElement;
        if (TextModel.Named(MediaData.Text(body, "model")!) is not { } model)
        {
            await call.RefuseAsync(Refusals.NoModel);
            return;
        }

        var order = ChatOrder.Of(model, body);
        if (await call.TagAsync(order.Request)) return;
        if (order.Schema is not null && !model.Schemas)
        {
            await call.RefuseAsync(Refusal.Unsupported("response_format"));
            return;
        }
        if (order.PromptTokens > model.Context)
        {
            await call.RefuseAsync(TooLong);
            return;
        }

        var text = ChatText.For(order, call.Faults);
        // Reasoning that ate the whole answer is paid for like any other token.
        var completion = text.Text.Length == 0 ? order.MaxTokens ?? 256 : ChatOrder.Tokens(text.Text);
        var cost = Math.Round((order.PromptTokens * model.Input + completion * model.Output) / 1_000_000, 8);
        if (!call.World.Books.Spend(cost))
        {
            await call.RefuseAsync(Refusals.NoBalance);
            return;
        }

        call.Http.Response.Headers["x-venice-model-id"] = model.Id;
        call.Http.Response.Headers["x-venice-model-name"] = model.Name;
        var bill = new ChatBill(Guid.NewGuid().ToString("N"), call.World.Clock.Now.ToUnixTimeSeconds(), model.Id, order.PromptTokens,
            completion, cost);
        await (order.Stream ? ChatStream.SendAsync(call, text, bill, order.Usage, order.Schema is not null) : call.AnswerAsync(Whole(text, bill)));
    }

    private static Refusal TooLong { get; } = new(400, new JsonObject
    {
        ["error"] = new JsonObject
        {
            ["message"] = "The messages are longer than this model's context.", ["type"] = "invalid_request_error", ["param"] = "messages",
            ["code"] = "context_length_exceeded",
        },
    });

    private static JsonObject Whole(ChatText text, ChatBill bill)
    {
        var answer = bill.Frame("chat.completion");
        answer["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0, ["finish_reason"] = text.FinishReason, ["stop_reason"] = null, ["logprobs"] = null,
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = text.Text, ["reasoning_content"] = null,
                ["tool_calls"] = new JsonArray() },
        });
        bill.AddTo(answer);
        return answer;
    }
}

/// <summary>What identifies and prices a chat answer. Cost in dollars.</summary>
internal sealed record ChatBill(string Id, long Created, string Model, int PromptTokens, int CompletionTokens, decimal Cost)
{
    public JsonObject Frame(string kind) =>
        new() { ["id"] = $"chatcmpl-{Id}", ["object"] = kind, ["created"] = Created, ["model"] = Model };

    public void AddTo(JsonObject answer)
    {
        answer["usage"] = new JsonObject
        {
            ["prompt_tokens"] = PromptTokens, ["completion_tokens"] = CompletionTokens, ["total_tokens"] = PromptTokens + CompletionTokens,
            ["prompt_tokens_details"] = new JsonObject { ["cached_tokens"] = 0 },
        };
        answer["cost"] = new JsonObject { ["diem"] = null, ["usd"] = Cost };
    }
}
