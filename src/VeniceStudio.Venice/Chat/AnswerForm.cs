using System.Text.Json;
using System.Text.Json.Nodes;

namespace VeniceStudio.Venice;

/// <summary>How an answer has to be built, for <see cref="ChatRequest.ResponseFormat"/>.</summary>
public static class AnswerForm
{
    /// <summary>
    /// Strictly by a JSON schema. Venice wants every property of every object listed as required and none besides them; the model
    /// writes the properties in the order of the schema.
    /// </summary>
    /// <param name="name">Letters, digits, dashes and underscores.</param>
    /// <param name="schema">The schema of the whole answer, an object.</param>
    public static JsonElement Strict(string name, JsonNode schema)
    {
        var form = new JsonObject
        {
            ["type"] = "json_schema",
            ["json_schema"] = new JsonObject { ["name"] = name, ["strict"] = true, ["schema"] = schema.DeepClone() },
        };
        using var document = JsonDocument.Parse(form.ToJsonString());
        return document.RootElement.Clone();
    }
}
