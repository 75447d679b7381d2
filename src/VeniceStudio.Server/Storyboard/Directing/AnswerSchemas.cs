using System.Text.Json;
using System.Text.Json.Nodes;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Storyboard.Directing;

/// <summary>
/// The forms that the model's answers have to take. Shots come first, so that the first words on the page are the first that the model
/// writes; a treatment, where one is wanted, comes after them. No lengths or ranges: not every model's strict mode knows them, and
/// what comes is checked anyway.
/// </summary>
internal static class AnswerSchemas
{
    public static JsonElement Shots(IReadOnlyList<string> cast, bool treatment)
    {
        var name = Text();
        // A strict enumeration must not be empty.
        if (cast.Count > 0) name["enum"] = Strings(cast);
        var transition = Text();
        transition["enum"] = Strings(Transitions.All);
        var shot = Whole(new()
        {
            ["id"] = new JsonObject { ["type"] = "integer" },
            ["picture"] = Text(), ["action"] = Text(), ["camera"] = Text(), ["light"] = Text(), ["transition"] = transition, ["sung"] = Text(),
            ["cast"] = List(name), ["subjectX"] = Number(), ["subjectY"] = Number(),
        });
        var fields = new JsonObject { ["shots"] = List(shot) };
        if (treatment) fields["treatment"] = Text();
        return AnswerForm.Strict("shots", Whole(fields));
    }

    public static JsonElement Questions() => AnswerForm.Strict("questions", Whole(new()
    {
        ["questions"] = List(Whole(new() { ["text"] = Text(), ["suggestions"] = List(Text()) })),
    }));

    private static JsonObject Whole(JsonObject fields) => new()
    {
        ["type"] = "object", ["properties"] = fields, ["required"] = Strings([.. fields.Select(field => field.Key)]), ["additionalProperties"] = false,
    };

    private static JsonObject Text() => new() { ["type"] = "string" };

    private static JsonObject Number() => new() { ["type"] = "number" };

    private static JsonObject List(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    private static JsonArray Strings(IReadOnlyList<string> values) => new([.. values.Select(value => (JsonNode)value)]);
}
