using System.Text.Json;
using System.Text.Json.Nodes;
using VeniceStudio.Simulator.Wire;

namespace VeniceStudio.Simulator.Chat;

/// <summary>
/// Answers a request that comes as data: a list of shots to be written, or a brief to be asked about. Each shot is answered under the id
/// that it was asked for by, in the fields of the schema and in their order.
/// </summary>
internal static class Director
{
    /// <summary>The answer; null when the schema or the request are of another kind.</summary>
    public static JsonObject? Answers(JsonElement schema, string request)
    {
        if (Properties(schema) is not { } fields) return null;
        try
        {
            using var document = JsonDocument.Parse(request);
            var asked = document.RootElement;
            if (asked.ValueKind is not JsonValueKind.Object) return null;
            if (Items(fields, "shots") is { } shot && asked.TryGetProperty("shots", out var shots) && shots.ValueKind is JsonValueKind.Array)
            {
                return Board(fields, shot, asked, [.. shots.EnumerateArray()]);
            }
            return Items(fields, "questions") is not null ? Questions(asked) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Leaves out the last shot and adds one that nobody asked for.</summary>
    public static void Confuse(JsonObject answer)
    {
        if (answer["shots"] is not JsonArray { Count: > 0 } shots || shots[^1] is not JsonObject last) return;
        last["id"] = 90_000;
    }

    private static JsonObject Board(JsonElement fields, JsonElement shot, JsonElement asked, IReadOnlyList<JsonElement> shots)
    {
        var theme = Inside(asked, "brief", "theme");
        var answer = new JsonObject();
        foreach (var field in fields.EnumerateObject())
        {
            answer[field.Name] = field.Name switch
            {
                "shots" => new JsonArray([.. shots.Select(slot => (JsonNode)Shot(shot, slot, theme, MediaData.Text(asked, "wish")))]),
                "treatment" => Treatment(theme),
                _ => new Screenwriter(theme, field.Name).Mood(),
            };
        }
        return answer;
    }

    private static JsonObject Shot(JsonElement fields, JsonElement slot, string theme, string? wish)
    {
        var id = slot.TryGetProperty("id", out var number) && number.TryGetInt32(out var named) ? named : 0;
        var writer = new Screenwriter(theme, $"shot {id}");
        var cast = Cast(fields);
        // Every third shot is of the place alone.
        var seen = cast.Length == 0 || id % 3 == 2 ? [] : new[] { cast[id % cast.Length] };
        var lyric = MediaData.Text(slot, "lyric");
        var answer = new JsonObject();
        foreach (var field in Properties(fields)!.Value.EnumerateObject())
        {
            answer[field.Name] = field.Name switch
            {
                "id" => id,
                "picture" => Wished(MediaData.Text(slot, "picture") ?? $"{writer.Opening(seen.FirstOrDefault())} {writer.Place()}", wish),
                "action" => writer.Life(),
                "camera" => writer.Camera(),
                "light" => writer.Light(),
                "transition" => Choice(field.Value, id % 4 == 3 ? 1 : 0),
                "sung" => seen.Length > 0 && id % 2 == 0 ? lyric ?? "" : "",
                "cast" => new JsonArray([.. seen.Select(name => (JsonNode)name)]),
                "subjectX" => 0.3 + id % 5 * 0.1,
                "subjectY" => 0.4 + id % 3 * 0.1,
                _ => writer.Mood(),
            };
        }
        return answer;
    }

    private static string Wished(string picture, string? wish) => string.IsNullOrWhiteSpace(wish) ? picture : $"{picture} Now: {wish.Trim()}";

    private static string Treatment(string theme)
    {
        var writer = new Screenwriter(theme, "treatment");
        return $"{writer.Opening()} From there the film grows {writer.Mood()}, in {writer.Palette()}. {writer.Close()}";
    }

    private static JsonObject Questions(JsonElement asked)
    {
        (string Field, string Text, string[] Suggestions)[] open =
        [
            ("performers", "Who is seen in the film?", ["Nobody, only places", "The singer alone", "A couple"]),
            ("mood", "How should it feel?", ["Tender and near", "Restless", "Far-off and cool"]),
            ("mustHave", "Is there one picture that it must not miss?", ["A sunrise at the end", "Hands that let go", "Leave it to the director"]),
        ];
        return new JsonObject
        {
            ["questions"] = new JsonArray([.. open.Where(question => Inside(asked, "brief", question.Field).Length == 0)
                .Select(question => (JsonNode)new JsonObject
                {
                    ["text"] = question.Text, ["suggestions"] = new JsonArray([.. question.Suggestions.Select(text => (JsonNode)text)]),
                })]),
        };
    }

    private static string[] Cast(JsonElement shot) =>
        Items(Properties(shot)!.Value, "cast") is { } names && names.TryGetProperty("enum", out var choices) && choices.ValueKind is JsonValueKind.Array
            ? [.. choices.EnumerateArray().Select(name => name.GetString()!)] : [];

    private static string Choice(JsonElement field, int at) =>
        field.TryGetProperty("enum", out var choices) && choices.GetArrayLength() > 0 ? choices[Math.Min(at, choices.GetArrayLength() - 1)].GetString()! : "cut";

    private static JsonElement? Properties(JsonElement schema) =>
        schema.ValueKind is JsonValueKind.Object && schema.TryGetProperty("properties", out var fields) && fields.ValueKind is JsonValueKind.Object ? fields : null;

    private static JsonElement? Items(JsonElement fields, string name) =>
        fields.TryGetProperty(name, out var list) && list.ValueKind is JsonValueKind.Object && list.TryGetProperty("items", out var items) ? items : null;

    private static string Inside(JsonElement asked, string holder, string name) =>
        asked.TryGetProperty(holder, out var inner) && inner.ValueKind is JsonValueKind.Object ? MediaData.Text(inner, name) ?? "" : "";
}
