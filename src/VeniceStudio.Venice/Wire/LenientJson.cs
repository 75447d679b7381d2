using System.Globalization;
using System.Text.Json;

namespace VeniceStudio.Venice.Wire;

/// <summary>
/// Reads JSON the way a guest reads it: a missing field, a null and a value of the wrong type are all "not there".
/// Venice's schema grows fields without notice, and a list of models must survive one odd entry.
/// </summary>
internal static class LenientJson
{
    /// <exception cref="JsonException">Not JSON.</exception>
    public static JsonElement Parse(ReadOnlyMemory<byte> utf8)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        using var document = JsonDocument.Parse(utf8.Span.StartsWith(mark) ? utf8[mark.Length..] : utf8);
        return document.RootElement.Clone();
    }

    /// <summary>The first of the names that is present and not null.</summary>
    public static JsonElement? Get(this JsonElement element, params ReadOnlySpan<string> names)
    {
        if (element.ValueKind != JsonValueKind.Object) return null;

        foreach (var name in names)
        {
            if (element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null) return value;
        }

        return null;
    }

    /// <summary>A text that is not blank. A number is taken as written.</summary>
    public static string? Text(this JsonElement element, params ReadOnlySpan<string> names) => element.Get(names) switch
    {
        { ValueKind: JsonValueKind.String } value when value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) => text,
        { ValueKind: JsonValueKind.Number } value => value.GetRawText(),
        _ => null,
    };

    /// <summary>A number, also when it comes in quotes.</summary>
    public static decimal? Number(this JsonElement element, params ReadOnlySpan<string> names) => element.Get(names) switch
    {
        { ValueKind: JsonValueKind.Number } value when value.TryGetDecimal(out var number) => number,
        { ValueKind: JsonValueKind.String } value => ToNumber(value.GetString()),
        _ => null,
    };

    /// <summary>A whole number from zero up that fits.</summary>
    public static int? Count(this JsonElement element, params ReadOnlySpan<string> names) =>
        element.Number(names) is >= 0 and <= int.MaxValue and var number ? (int)number : null;

    /// <summary>True or false, also as the words.</summary>
    public static bool? Flag(this JsonElement element, params ReadOnlySpan<string> names) => element.Get(names) switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        { ValueKind: JsonValueKind.String } value when bool.TryParse(value.GetString(), out var flag) => flag,
        _ => null,
    };

    /// <summary>The texts in a list; what is not a text is left out.</summary>
    public static IReadOnlyList<string> Texts(this JsonElement element, params ReadOnlySpan<string> names) =>
        [.. element.Items(names).Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)];

    /// <summary>The entries of a list, or none.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, params ReadOnlySpan<string> names) =>
        element.Get(names) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <summary>An http or https address.</summary>
    public static Uri? Address(this JsonElement element, params ReadOnlySpan<string> names) =>
        Uri.TryCreate(element.Text(names), UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https") ? uri : null;

    /// <summary>An instant; without an offset it is UTC.</summary>
    public static DateTimeOffset? Instant(this JsonElement element, params ReadOnlySpan<string> names) =>
        DateTimeOffset.TryParse(element.Text(names), CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant) ? instant : null;

    public static decimal? ToNumber(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
