using System.Text.Json;
using System.Text.Json.Nodes;

namespace VeniceStudio.Simulator.Chat;

/// <summary>Writes a value that fits a JSON schema, with texts that suit the names of its properties.</summary>
internal sealed class SchemaWriter(JsonElement root, string theme)
{
    // A schema that contains itself without end would never be done.
    private const int Deepest = 24;
    private int texts;

    public JsonNode? Write() => Write(root, "", 0);

    private JsonNode? Write(JsonElement schema, string name, int depth)
    {
        if (depth > Deepest || schema.ValueKind is not JsonValueKind.Object) return null;
        if (schema.TryGetProperty("$ref", out var reference))
        {
            return Resolve(reference.GetString()!) is { } target ? Write(target, name, depth + 1) : null;
        }
        if (schema.TryGetProperty("const", out var constant)) return JsonNode.Parse(constant.GetRawText());
        if (schema.TryGetProperty("enum", out var choices) && choices.GetArrayLength() > 0)
        {
            return JsonNode.Parse(choices[texts++ % choices.GetArrayLength()].GetRawText());
        }
        foreach (var union in (string[])["anyOf", "oneOf", "allOf"])
        {
            if (schema.TryGetProperty(union, out var options) && options.ValueKind is JsonValueKind.Array && options.GetArrayLength() > 0)
            {
                return Write(Fullest(options), name, depth + 1);
            }
        }
        return Kind(schema) switch
        {
            "object" => Object(schema, depth),
            "array" => List(schema, name, depth),
            "integer" => (long)Math.Ceiling(Within(schema, 1)),
            "number" => Within(schema, 0.5),
            "boolean" => true,
            "null" => null,
            _ => Text(schema, name),
        };
    }

    private JsonObject Object(JsonElement schema, int depth)
    {
        var value = new JsonObject();
        if (!schema.TryGetProperty("properties", out var properties)) return value;
        foreach (var property in properties.EnumerateObject()) value[property.Name] = Write(property.Value, property.Name, depth + 1);
        return value;
    }

    private JsonArray List(JsonElement schema, string name, int depth)
    {
        var least = Count(schema, "minItems") ?? 0;
        var count = Math.Min(Math.Max(least, 3), Count(schema, "maxItems") ?? int.MaxValue);
        var list = new JsonArray();
        for (var i = 0; i < count && schema.TryGetProperty("items", out var items); i++) list.Add(Write(items, name, depth + 1));
        return list;
    }

    private string Text(JsonElement schema, string name)
    {
        var writer = new Screenwriter(theme, $"{name}{texts++}");
        var most = Count(schema, "maxLength") ?? (name.Contains("title", StringComparison.OrdinalIgnoreCase) ? 80 : 600);
        var text = name.ToLowerInvariant() switch
        {
            var n when n.Contains("title") || n.Contains("name") || n.Contains("label") => writer.Title(),
            var n when n.Contains("mood") || n.Contains("tone") || n.Contains("feeling") => writer.Mood(),
            var n when n.Contains("palette") || n.Contains("colo") => writer.Palette(),
            var n when n.Contains("camera") || n.Contains("move") => writer.Camera(),
            var n when n.Contains("light") => writer.Light(),
            var n when n.Contains("question") => $"Should the film feel {writer.Mood()}, or keep its distance?",
            var n when n.Contains("negative") || n.Contains("avoid") => "text, watermark, low resolution, distorted hands",
            var n when n.Contains("id") && n.Length <= 4 => $"{name}-{texts}",
            _ => writer.Prompt(Math.Min(most, 600), motionOnly: name.Contains("motion", StringComparison.OrdinalIgnoreCase)),
        };
        if (text.Length > most) text = text[..most];
        return text.PadRight(Count(schema, "minLength") ?? 0, '.');
    }

    private JsonElement? Resolve(string reference)
    {
        JsonElement? at = root;
        foreach (var step in reference.TrimStart('#', '/').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            at = at is { ValueKind: JsonValueKind.Object } holder && holder.TryGetProperty(step, out var next) ? next : null;
        }
        return at;
    }

    // An optional value is written rather than left null: that shows more of a form.
    private static JsonElement Fullest(JsonElement options) =>
        options.EnumerateArray().FirstOrDefault(option => Kind(option) is not "null", options[0]);

    private static string Kind(JsonElement schema)
    {
        if (!schema.TryGetProperty("type", out var type)) return schema.TryGetProperty("properties", out _) ? "object" : "string";
        return type.ValueKind is JsonValueKind.Array
            ? type.EnumerateArray().Select(entry => entry.GetString()!).FirstOrDefault(entry => entry != "null") ?? "null"
                : type.GetString() ?? "string";
    }

    private double Within(JsonElement schema, double wished)
    {
        var low = Number(schema, "minimum") ?? Number(schema, "exclusiveMinimum") + 1;
        var high = Number(schema, "maximum") ?? Number(schema, "exclusiveMaximum") - 1;
        wished += texts++ % 4;
        return Math.Min(Math.Max(wished, low ?? double.MinValue), high ?? double.MaxValue);
    }

    private static double? Number(JsonElement schema, string key) =>
        schema.TryGetProperty(key, out var value) && value.ValueKind is JsonValueKind.Number ? value.GetDouble() : null;

    private static int? Count(JsonElement schema, string key) => Number(schema, key) is { } number ? (int)number : null;
}
