using System.Text.Json;
using System.Text.RegularExpressions;
using VeniceStudio.Venice.Wire;

namespace VeniceStudio.Venice;

/// <summary>
/// What a refusal says, whichever of its shapes it comes in: <c>error</c> as a text or an object, a tree of details, a list
/// of issues, OpenAI's form, the wallet forms of 402, a page of HTML, nothing.
/// </summary>
internal sealed partial record ErrorBody
{
    public string? Text { get; private init; }

    /// <summary>A machine code in capitals, when the body holds one anywhere.</summary>
    public string? Code { get; private init; }

    public string? Field { get; private init; }

    public IReadOnlyList<string> Allowed { get; private init; } = [];

    public string? SuggestedPrompt { get; private init; }

    public string? RecommendedModel { get; private init; }

    public bool? CreditsRefunded { get; private init; }

    public VeniceConsent? Consent { get; private init; }

    /// <summary>Venice treats the caller as a stranger and offers ways to pay: no key reached it.</summary>
    public bool OffersToPay { get; private init; }

    /// <summary>The same without the key, should Venice ever echo it in a part that is shown as it is.</summary>
    public ErrorBody Without(string? key) => this with
    {
        Text = PlainText.Safe(Text, key),
        Field = PlainText.Safe(Field, key),
        Allowed = [.. Allowed.Select(value => PlainText.WithoutKey(value, key)!)],
        SuggestedPrompt = PlainText.WithoutKey(SuggestedPrompt, key),
        RecommendedModel = PlainText.WithoutKey(RecommendedModel, key),
    };

    public static ErrorBody Read(ReadOnlyMemory<byte> body)
    {
        if (body.Span.Trim(" \r\n\t"u8).IsEmpty) return new ErrorBody();

        try
        {
            return Read(LenientJson.Parse(body));
        }
        catch (JsonException)
        {
            // Half a JSON is nobody's sentence.
            var text = PlainText.OfPage(body.Span)?.TrimStart();
            return new ErrorBody { Text = text is ['{' or '[' or '"', ..] ? null : text };
        }
    }

    public static ErrorBody Read(JsonElement root)
    {
        var error = root.Get("error") is { ValueKind: JsonValueKind.Object } nested ? nested : root;
        var said = error.Text("message", "error") ?? root.Text("error", "message", "detail") ?? AsText(root);
        var (field, complaint, allowed) = FirstIssue(root) ?? FirstDetail(root.Get("details"), []) ?? (error.Text("param"), null, []);
        var code = root.Text("code") ?? error.Text("code") ?? error.Text("type") ?? CodeWord().Match(said ?? "") switch
        {
            { Success: true } match => match.Value,
            _ => null,
        };
        return new ErrorBody
        {
            Text = complaint is null || complaint == said ? said : $"{said ?? "Invalid"}: {(field is null ? "" : field + ": ")}{complaint}",
            Code = code,
            Field = field,
            Allowed = allowed,
            SuggestedPrompt = root.Text("suggested_prompt") ?? error.Text("suggested_prompt"),
            RecommendedModel = error.Text("recommended_model") ?? root.Text("recommended_model"),
            CreditsRefunded = error.Flag("credits_refunded") ?? root.Flag("credits_refunded"),
            Consent = ConsentOf(root),
            OffersToPay = (root.Get("x402Version") ?? root.Get("authOptions")) is not null,
        };
    }

    private static string? AsText(JsonElement root) => root.ValueKind == JsonValueKind.String ? root.GetString() : null;

    private static (string? Field, string? Complaint, IReadOnlyList<string> Allowed)? FirstIssue(JsonElement root)
    {
        var issue = root.Items("issues").Concat(root.Get("error")?.Items("issues") ?? [])
            .FirstOrDefault(item => item.ValueKind == JsonValueKind.Object);
        if (issue.ValueKind != JsonValueKind.Object) return null;

        var path = string.Join('.', issue.Items("path").Select(step => step.ToString()));
        var allowed = issue.Texts("options");
        if (allowed.Count == 0) allowed = issue.Texts("expected");
        if (allowed.Count == 0) allowed = [.. Quoted().Matches(issue.Text("expected") ?? "").Select(match => match.Groups[1].Value)];
        var complaint = issue.Text("message") ?? (issue.Text("maximum") is { } most ? $"at most {most}" : issue.Text("code"));
        return (path.Length == 0 ? issue.Text("path") : path, complaint, allowed);
    }

    /// <summary>The first leaf of the tree that complains; its way down is the field.</summary>
    private static (string? Field, string? Complaint, IReadOnlyList<string> Allowed)? FirstDetail(JsonElement? node, string[] path)
    {
        if (node is not { ValueKind: JsonValueKind.Object } here || path.Length > 8) return null;

        foreach (var child in here.EnumerateObject().Where(child => child.Name != "_errors"))
        {
            if (FirstDetail(child.Value, [.. path, child.Name]) is { } found) return found;
        }

        return here.Texts("_errors") is [var complaint, ..] ? (path.Length == 0 ? null : string.Join('.', path), complaint, []) : null;
    }

    private static VeniceConsent? ConsentOf(JsonElement root)
    {
        if (root.Get("consent") is not { ValueKind: JsonValueKind.Object } consent) return null;

        return consent.Text("policy_text") is not { } text ? null : new VeniceConsent(
            root.Text("consent_flow") ?? "seedance", consent.Text("consent_version"), text,
            root.Texts("face_media_roles"), root.Address("docs_url"));
    }

    [GeneratedRegex("[A-Z][A-Z0-9]+(?:_[A-Z0-9]+)+", RegexOptions.None, 1000)]
    private static partial Regex CodeWord();

    [GeneratedRegex("'([^']+)'", RegexOptions.None, 1000)]
    private static partial Regex Quoted();
}
