using System.Text.Json;
using VeniceStudio.Server.Projects;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Storyboard.Directing;

/// <summary>What could be used of an answer.</summary>
/// <param name="Shots">Checked words.</param>
/// <param name="Missing">Asked for, and not there in a usable form.</param>
/// <param name="Treatment">The film in a few sentences, when it was told.</param>
/// <param name="Wrong">What was wrong, told to the model; null when nothing is missing.</param>
internal sealed record CheckedAnswer(IReadOnlyList<WrittenShot> Shots, IReadOnlyList<ShotSlot> Missing, string? Treatment, string? Wrong);

/// <summary>
/// Looks at what a model wrote as at any data from outside: only shots that were asked for, only names of the cast, only lines that are sung
/// there, everything short and plain.
/// </summary>
internal static class AnswerCheck
{
    private const int LongestPicture = 600, LongestField = 400, LongestTreatment = 1_500;

    public static CheckedAnswer Shots(ChatAnswer answer, AnswerReader read, IReadOnlyList<ShotSlot> slots, IReadOnlyList<CastMember> cast)
    {
        var found = new Dictionary<Guid, WrittenShot>();
        foreach (var text in read.Shots)
        {
            if (Parse(text) is { } shot && slots.FirstOrDefault(slot => slot.Number == Number(shot, "id")) is { } slot && Shot(shot, slot, cast) is { } written)
            {
                found.TryAdd(slot.Id, written);
            }
        }
        var missing = slots.Where(slot => !found.ContainsKey(slot.Id)).ToList();
        var treatment = Parse(Bare(read.All)) is { } whole ? PlainWords.Of(Text(whole, "treatment"), LongestTreatment) : null;
        return new CheckedAnswer(
            [.. slots.Where(slot => found.ContainsKey(slot.Id)).Select(slot => found[slot.Id])], missing, treatment is { Length: > 0 } ? treatment : null,
            missing.Count == 0 ? null : Wrong(answer, read, missing));
    }

    /// <summary>Questions, at most as many as there is room for; null when the answer cannot be read.</summary>
    public static IReadOnlyList<BriefQuestion>? Questions(string text, int room)
    {
        if (Parse(Bare(text)) is not { } answer || !answer.TryGetProperty("questions", out var list) || list.ValueKind != JsonValueKind.Array) return null;
        return [.. list.EnumerateArray().Where(question => question.ValueKind == JsonValueKind.Object)
            .Select(question => new BriefQuestion(Guid.CreateVersion7(), PlainWords.Of(Text(question, "text"), 300), Suggestions(question), null, false))
            .Where(question => question.Text.Length > 0).DistinctBy(question => question.Text, StringComparer.OrdinalIgnoreCase).Take(Math.Max(0, room))];
    }

    /// <summary>A live field as a page may show it, whatever stands in it so far.</summary>
    public static string Live(string text) => PlainWords.Of(text, LongestPicture);

    private static WrittenShot? Shot(JsonElement shot, ShotSlot slot, IReadOnlyList<CastMember> cast)
    {
        var (picture, action) = (PlainWords.Of(Text(shot, "picture"), LongestPicture), PlainWords.Of(Text(shot, "action"), LongestField));
        if (picture.Length == 0 || action.Length == 0) return null;
        var transition = Text(shot, "transition");
        var words = new ShotWords(
            picture, action, PlainWords.Of(Text(shot, "camera"), LongestField), PlainWords.Of(Text(shot, "light"), LongestField),
            Transitions.All.FirstOrDefault(known => known == transition) ?? Transitions.Cut, Sung(Text(shot, "sung"), slot));
        return new WrittenShot(slot.Id, words, WrittenBy.Director, CastIds(shot, cast), new SubjectPoint(Share(shot, "subjectX"), Share(shot, "subjectY"), true));
    }

    /// <summary>A line counts when the song has it there: lips that move to other words than one hears are worse than closed ones.</summary>
    private static string Sung(string? said, ShotSlot slot)
    {
        var line = Letters(said ?? "");
        return line.Length > 0 && Letters(slot.Lyric).Contains(line, StringComparison.Ordinal) ? PlainWords.Of(said, LongestField) : "";
    }

    private static Guid[] CastIds(JsonElement shot, IReadOnlyList<CastMember> cast)
    {
        if (!shot.TryGetProperty("cast", out var names) || names.ValueKind != JsonValueKind.Array) return [];
        var seen = names.EnumerateArray().Where(name => name.ValueKind == JsonValueKind.String).Select(name => name.GetString()!.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. cast.Where(member => seen.Contains(member.Name.Trim())).Select(member => member.Id)];
    }

    private static string Wrong(ChatAnswer answer, AnswerReader read, List<ShotSlot> missing)
    {
        var which = string.Join(", ", missing.Select(slot => slot.Number));
        return answer switch
        {
            { IsFiltered: true } => $"Your last answer was stopped by a filter. Answer shots {which} again, with pictures anybody may see.",
            { IsEmpty: true } => $"Your last answer was empty. Answer shots {which}.",
            { IsTruncated: true } => $"Your last answer was cut off before it ended. Answer shots {which} again, each in half as many words.",
            _ when read.Shots.Count == 0 => $"Your last answer was not in the given form. Answer shots {which} as JSON in the given form.",
            _ => $"Your last answer lacked shots {which}, or their picture or action. Answer exactly these, each under its id.",
        };
    }

    private static string[] Suggestions(JsonElement question) => question.TryGetProperty("suggestions", out var list) && list.ValueKind == JsonValueKind.Array
        ? [.. list.EnumerateArray().Where(text => text.ValueKind == JsonValueKind.String).Select(text => PlainWords.Of(text.GetString(), 100)).Where(text => text.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase).Take(4)]
        : [];

    private static double Share(JsonElement shot, string name) =>
        shot.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var share) && double.IsFinite(share) ? Math.Clamp(share, 0, 1) : 0.5;

    private static int? Number(JsonElement shot, string name) => !shot.TryGetProperty(name, out var value) ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number
        : value.ValueKind == JsonValueKind.String && int.TryParse(value.GetString(), out number) ? number : null;

    private static string? Text(JsonElement holder, string name) =>
        holder.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static string Bare(string text)
    {
        var (first, last) = (text.IndexOf('{', StringComparison.Ordinal), text.LastIndexOf('}'));
        return first >= 0 && last > first ? text[first..(last + 1)] : "";
    }

    private static JsonElement? Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
