using System.Text.Json.Nodes;

namespace VeniceStudio.Simulator.Wire;

/// <summary>An answer that is not a success: status, body, and headers of its own.</summary>
internal sealed record Refusal(int Status, JsonObject Body, params (string Name, string Value)[] Headers)
{
    /// <summary>The simplest body: one text.</summary>
    public static Refusal Plain(int status, string text) => new(status, new JsonObject { ["error"] = text });

    public static Refusal UnknownKeys(IEnumerable<string> keys)
    {
        var text = $"Unrecognized key(s) in object: {string.Join(", ", keys.Select(key => $"'{key}'"))}";
        return Detailed(text, new JsonObject { ["_errors"] = new JsonArray(text) });
    }

    public static Refusal Missing(string field) =>
        Detailed("Invalid request parameters", new JsonObject
        {
            ["_errors"] = new JsonArray(), [field] = new JsonObject { ["_errors"] = new JsonArray("Field is required") },
        }, new JsonObject { ["code"] = "invalid_type", ["path"] = new JsonArray(field), ["message"] = "Required" });

    /// <summary>A value outside a list; the allowed ones travel in quotes, as Venice's own site reads them.</summary>
    public static Refusal NotOneOf(string field, IEnumerable<string> allowed, string got)
    {
        var expected = string.Join(" | ", allowed.Select(value => $"'{value}'"));
        return Issue(field, "invalid_enum_value", $"Invalid enum value. Expected {expected}, received '{got}'", ("expected", expected));
    }

    public static Refusal TooBig(string field, long maximum, string what) =>
        Issue(field, "too_big", $"{field} may have at most {maximum} {what}", ("maximum", maximum));

    public static Refusal Wrong(string field, string message) => Issue(field, "custom", message);

    /// <summary>A field that this model does not know: the text stands alone, as Venice answers it.</summary>
    public static Refusal Unsupported(string field) =>
        Detailed($"This model does not support {field}", new JsonObject
        {
            ["_errors"] = new JsonArray(), [field] = new JsonObject { ["_errors"] = new JsonArray($"This model does not support {field}") },
        });

    private static Refusal Issue(string field, string code, string message, params (string Key, JsonNode Value)[] extras)
    {
        var issue = new JsonObject { ["code"] = code, ["path"] = new JsonArray(field), ["message"] = message };
        foreach (var (key, value) in extras) issue[key] = value;
        return Detailed("Invalid request parameters", new JsonObject { ["_errors"] = new JsonArray(),
            [field] = new JsonObject { ["_errors"] = new JsonArray(message) } }, issue);
    }

    private static Refusal Detailed(string text, JsonObject details, JsonObject? issue = null)
    {
        var body = new JsonObject { ["error"] = text, ["details"] = details };
        if (issue is not null) body["issues"] = new JsonArray(issue);
        return new Refusal(400, body);
    }
}
