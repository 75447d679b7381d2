using System.Text.Json.Nodes;
using VeniceStudio.Simulator.Faults;

namespace VeniceStudio.Simulator.Chat;

/// <summary>A finished answer: its text, and why it ended.</summary>
internal sealed record ChatText(string Text, string FinishReason)
{
    /// <summary>Writes the answer, then lets faults and the token limit spoil it.</summary>
    public static ChatText For(ChatOrder order, ActiveFaults faults)
    {
        if (faults.Has("chat-empty")) return new ChatText("", "length");
        if (faults.Has("chat-refused")) return new ChatText("I'm sorry, but I can't help with that.", "content_filter");
        var text = Written(order, faults);
        if (faults.Has("chat-fenced")) text = $"```json\n{text}\n```";
        if (faults.Has("chat-truncated")) return new ChatText(text[..(text.Length * 2 / 3)], "length");
        var most = order.MaxTokens is { } tokens ? (long)tokens * 4 : long.MaxValue;
        return text.Length > most ? new ChatText(text[..(int)most], "length") : new ChatText(text, "stop");
    }

    private static string Written(ChatOrder order, ActiveFaults faults)
    {
        if (order.Json && faults.Has("chat-off-schema")) return """{"unexpected":[1,2,3]}""";
        if (order.Schema is { } form && Director.Answers(form, order.Request) is { } direction)
        {
            if (faults.Has("chat-wrong-shots")) Director.Confuse(direction);
            return direction.ToJsonString(Routes.Call.Plain);
        }
        if (order.Schema is { } schema) return new SchemaWriter(schema, order.Request).Write()?.ToJsonString(Routes.Call.Plain) ?? "null";
        var starts = order.Instructions + order.Request;
        var motion = starts.Contains("image-to-video", StringComparison.OrdinalIgnoreCase)
            || starts.Contains("start frame", StringComparison.OrdinalIgnoreCase);
        var prompt = new Screenwriter(order.Request).Prompt(order.CharacterLimit, motion);
        return order.Json ? new JsonObject { ["prompt"] = prompt }.ToJsonString(Routes.Call.Plain) : prompt;
    }
}
