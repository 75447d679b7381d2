using System.Text.Json.Nodes;
using VeniceStudio.Simulator.Routes;
using VeniceStudio.Simulator.Wire;

namespace VeniceStudio.Simulator.Admin;

/// <summary>The OpenAPI document of the simulator, written from the tables that also check the requests, only when somebody asks.</summary>
internal static class ApiDocument
{
    public static JsonObject Write()
    {
        var paths = new JsonObject();
        foreach (var route in RouteTable.All)
        {
            if (paths[route.Path] is not JsonObject path) paths[route.Path] = path = [];
            path[route.Method.ToLowerInvariant()] = Operation(route);
        }
        foreach (var (method, at, summary) in Admin)
        {
            if (paths[at] is not JsonObject path) paths[at] = path = [];
            var operation = new JsonObject { ["tags"] = new JsonArray("Switches"), ["summary"] = summary, ["responses"] = Responses() };
            if (at.Contains("{queue_id}", StringComparison.Ordinal)) operation["parameters"] = new JsonArray(Parameter("queue_id", "path"));
            path[method] = operation;
        }
        return new JsonObject
        {
            ["openapi"] = "3.0.1",
            ["info"] = new JsonObject
            {
                ["title"] = "Venice, simulated", ["version"] = "1",
                ["description"] = "Imitates the video, sound, chat, picture and account routes of Venice. Faults: put [sim:name] into a prompt, or POST a rule to /admin/faults.",
            },
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["securitySchemes"] = new JsonObject { ["key"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer" } },
            },
        };
    }

    private static readonly (string Method, string Path, string Summary)[] Admin =
    [
        ("get", "/admin/state", "Purchases, jobs, balance, counted calls"),
        ("get", "/admin/songs/{queue_id}", "What is really in a sound: tempo, beats, sections, words with times"),
        ("get", "/admin/faults", "Every switch, and the rules in force"),
        ("post", "/admin/faults", "Adds a rule: route, fault, argument, times, probability, seed"),
        ("delete", "/admin/faults", "Removes all rules and ends a downtime"),
        ("post", "/admin/down", "Takes the service down: mode none, unavailable or unreachable"),
        ("post", "/admin/balance", "Sets the balance in dollars"),
        ("post", "/admin/limits", "Sets requests a minute; null lifts a limit"),
        ("post", "/admin/reset", "A new account: no jobs, no faults"),
    ];

    private static JsonObject Operation(Route route)
    {
        var operation = new JsonObject { ["tags"] = new JsonArray("Venice"), ["summary"] = route.Summary, ["responses"] = Responses() };
        if (!route.Open) operation["security"] = new JsonArray(new JsonObject { ["key"] = new JsonArray() });
        if (route.Path.Contains("{token}", StringComparison.Ordinal)) operation["parameters"] = new JsonArray(Parameter("token", "path"));
        if (route.Name.StartsWith("models", StringComparison.Ordinal)) operation["parameters"] = new JsonArray(Parameter("type", "query"));
        if (route.Body is { } body)
        {
            operation["requestBody"] = new JsonObject
            {
                ["required"] = true, ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = Schema(body) } },
            };
        }
        if (route.Form is { } fields)
        {
            var properties = new JsonObject { ["file"] = new JsonObject { ["type"] = "string", ["format"] = "binary" } };
            foreach (var field in fields) properties[field] = new JsonObject { ["type"] = "string" };
            operation["requestBody"] = new JsonObject
            {
                ["required"] = true, ["content"] = new JsonObject
                {
                    ["multipart/form-data"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "object", ["properties"] = properties,
                        ["required"] = new JsonArray("file") } },
                },
            };
        }
        return operation;
    }

    private static JsonObject Parameter(string name, string place) => new()
    {
        ["name"] = name, ["in"] = place, ["required"] = place == "path", ["schema"] = new JsonObject { ["type"] = "string" },
    };

    private static JsonObject Responses() =>
        new() { ["200"] = new JsonObject { ["description"] = "Success" }, ["default"] = new JsonObject { ["description"] = "A refusal" } };

    private static JsonObject Schema(BodySchema body)
    {
        var properties = new JsonObject();
        foreach (var field in body.Fields) properties[field.Name] = Schema(field);
        return new JsonObject
        {
            ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties,
            ["required"] = new JsonArray([.. body.Fields.Where(field => field.Required).Select(field => JsonValue.Create(field.Name))]),
        };
    }

    private static JsonObject Schema(Field field)
    {
        var schema = field.Kind switch
        {
            FieldKind.Text => new JsonObject { ["type"] = "string" }, FieldKind.Flag => new JsonObject { ["type"] = "boolean" },
            FieldKind.Number => new JsonObject { ["type"] = "number" }, FieldKind.Whole => new JsonObject { ["type"] = "integer" },
            FieldKind.TextList => new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } },
            FieldKind.ObjectList => new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "object" } },
            FieldKind.Object => new JsonObject { ["type"] = "object" }, _ => [],
        };
        if (field.Values is { } values) schema["enum"] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]);
        return schema;
    }
}
