using System.Text.Json;

namespace VeniceStudio.Simulator.Wire;

/// <summary>The JSON kinds of a field.</summary>
internal enum FieldKind { Text, Flag, Number, Whole, TextList, ObjectList, Object, Any }

/// <summary>One field of a request body. <paramref name="Min"/> and <paramref name="Max"/> bound characters, entries or the value, by
/// kind.</summary>
internal sealed record Field(string Name, FieldKind Kind, bool Required = false, double? Min = null, double? Max = null,
    string[]? Values = null);

/// <summary>A closed request body: it checks orders and describes itself in the API document.</summary>
internal sealed record BodySchema(string Name, params Field[] Fields)
{
    /// <summary>The first thing wrong with a body, or null.</summary>
    public Refusal? Check(JsonElement body)
    {
        if (body.ValueKind is not JsonValueKind.Object) return Refusal.Plain(400, "Request body must be a JSON object");

        var strangers = body.EnumerateObject().Select(property => property.Name).Where(name => Fields.All(field => field.Name != name))
            .ToList();
        if (strangers.Count > 0) return Refusal.UnknownKeys(strangers);

        foreach (var field in Fields)
        {
            if (!body.TryGetProperty(field.Name, out var value))
            {
                if (field.Required) return Refusal.Missing(field.Name);
                continue;
            }
            if (CheckValue(field, value) is { } wrong) return wrong;
        }
        return null;
    }

    private static Refusal? CheckValue(Field field, JsonElement value)
    {
        var fits = field.Kind switch
        {
            FieldKind.Text => value.ValueKind is JsonValueKind.String,
            FieldKind.Flag => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            FieldKind.Number => value.ValueKind is JsonValueKind.Number,
            FieldKind.Whole => value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out _),
            FieldKind.TextList => value.ValueKind is JsonValueKind.Array && value.EnumerateArray()
                .All(entry => entry.ValueKind is JsonValueKind.String),
            FieldKind.ObjectList => value.ValueKind is JsonValueKind.Array && value.EnumerateArray()
                .All(entry => entry.ValueKind is JsonValueKind.Object),
            FieldKind.Object => value.ValueKind is JsonValueKind.Object,
            _ => true,
        };
        if (!fits) return Refusal.Wrong(field.Name, $"{field.Name} must be {Expected(field.Kind)}");

        var (size, unit) = field.Kind switch
        {
            FieldKind.Text => (value.GetString()!.Length, "characters"),
            FieldKind.Number or FieldKind.Whole => (value.GetDouble(), "as its value"),
            FieldKind.TextList or FieldKind.ObjectList => (value.GetArrayLength(), "entries"),
            _ => ((double?)null, ""),
        };
        if (size < field.Min) return Refusal.Wrong(field.Name, $"{field.Name} needs at least {field.Min} {unit}");
        if (size > field.Max) return Refusal.TooBig(field.Name, (long)field.Max!, unit);
        return field.Values is { } allowed && value.ValueKind is JsonValueKind.String && !allowed.Contains(value.GetString())
            ? Refusal.NotOneOf(field.Name, allowed, value.GetString()!) : null;
    }

    private static string Expected(FieldKind kind) => kind switch
    {
        FieldKind.Text => "a string", FieldKind.Flag => "a boolean", FieldKind.Number => "a number", FieldKind.Whole => "an integer",
        FieldKind.TextList => "an array of strings", FieldKind.ObjectList => "an array of objects", _ => "an object",
    };
}
