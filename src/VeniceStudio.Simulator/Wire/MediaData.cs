using System.Text.Json;

namespace VeniceStudio.Simulator.Wire;

/// <summary>A picture, sound or film that came inside an order as a data URL.</summary>
internal sealed record MediaData(string Type, byte[] Bytes)
{
    /// <summary>Reads a field that takes a URL or a data URL. Both outcomes are null for a plain http(s) address, which the simulator never
    /// fetches.</summary>
    public static (MediaData? Media, Refusal? Wrong) Read(string field, string value, string family)
    {
        if (!value.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
        {
            return Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
                ? (null, null) : (null, Refusal.Wrong(field, $"{field} must be an http(s) URL or a data URL"));
        }
        var comma = value.IndexOf(',', StringComparison.Ordinal);
        var head = comma < 0 ? "" : value[5..comma];
        if (!head.EndsWith(";base64", StringComparison.OrdinalIgnoreCase))
        {
            return (null, Refusal.Wrong(field, $"{field} must be a base64 data URL"));
        }

        var type = head.Split(';')[0].ToLowerInvariant();
        if (!type.StartsWith(family + "/", StringComparison.Ordinal))
        {
            return (null, Refusal.Wrong(field, $"{field} must be a data URL of type {family}/*"));
        }
        var buffer = new byte[(value.Length - comma) * 3 / 4 + 3];
        return Convert.TryFromBase64Chars(value.AsSpan(comma + 1), buffer, out var length)
            ? (new MediaData(type, buffer[..length]), null) : (null, Refusal.Wrong(field, $"{field} is not valid base64"));
    }

    /// <summary>The text of a field, or null when it is absent.</summary>
    public static string? Text(JsonElement body, string field) =>
        body.TryGetProperty(field, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    /// <summary>The texts of a list, empty when it is absent.</summary>
    public static IReadOnlyList<string> Texts(JsonElement body, string field) =>
        body.TryGetProperty(field, out var value) && value.ValueKind is JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(entry => entry.GetString() ?? "")] : [];
}
