using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using VeniceStudio.Simulator.Catalogue;
using VeniceStudio.Simulator.Wire;

namespace VeniceStudio.Simulator.Chat;

/// <summary>What a chat request asks for, read from its messages.</summary>
internal sealed partial record ChatOrder(TextModel Model, string Instructions, string Request, JsonElement? Schema, bool Json, bool Stream,
    bool Usage, int? MaxTokens)
{
    public static ChatOrder Of(TextModel model, JsonElement body)
    {
        var format = body.TryGetProperty("response_format", out var asked) ? asked : default;
        var kind = format.ValueKind is JsonValueKind.Object ? MediaData.Text(format, "type") : null;
        JsonElement? schema = kind == "json_schema" && format.TryGetProperty("json_schema", out var wrapper)
            ? wrapper.TryGetProperty("schema", out var inner) ? inner : wrapper : null;
        var usage = body.TryGetProperty("stream_options", out var options) && options.TryGetProperty("include_usage", out var include)
            && include.ValueKind is JsonValueKind.True;
        var tokens = Limit(body, "max_completion_tokens") ?? Limit(body, "max_tokens");
        return new ChatOrder(model, Said(body, user: false), Said(body, user: true), schema, kind is "json_schema" or "json_object",
            body.TryGetProperty("stream", out var stream) && stream.GetBoolean(), usage, tokens);
    }

    /// <summary>The smallest number of characters that the instructions allow; null when they name none.</summary>
    public int? CharacterLimit => CharacterCount().Matches(Instructions)
        .Select(match => int.Parse((match.Groups[1].Success ? match.Groups[1] : match.Groups[2])
            .Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture))
        .Where(count => count >= 20).Select(count => (int?)count).Min();

    /// <summary>About four characters to a token.</summary>
    public int PromptTokens => Tokens(Instructions) + Tokens(Request) + 8;

    public static int Tokens(string text) => (text.Length + 3) / 4;

    // The last user message carries the wish; everything a system or developer message says is instruction.
    private static string Said(JsonElement body, bool user)
    {
        var texts = body.GetProperty("messages").EnumerateArray()
            .Where(message => (MediaData.Text(message, "role") is "user") == user && MediaData.Text(message, "role") is not "assistant")
            .Select(message => message.TryGetProperty("content", out var content) ? Words(content) : "").ToList();
        return user ? texts.LastOrDefault() ?? "" : string.Join('\n', texts);
    }

    private static string Words(JsonElement content) => content.ValueKind switch
    {
        JsonValueKind.String => content.GetString()!,
        JsonValueKind.Array => string.Join('\n', content.EnumerateArray().Select(part => MediaData.Text(part, "text")).OfType<string>()),
        _ => "",
    };

    private static int? Limit(JsonElement body, string field) =>
        body.TryGetProperty(field, out var value) && value.TryGetInt32(out var limit) && limit > 0 ? limit : null;

    [GeneratedRegex(@"(\d{1,3}(?:,\d{3})+|\d+)[\s-]*(?:characters?|chars?)\b|(?:characters?|chars?)[\s-]+(?:limit|count|maximum)\D{0,12}(\d{1,3}(?:,\d{3})+|\d+)", RegexOptions.IgnoreCase)]
    private static partial Regex CharacterCount();
}
