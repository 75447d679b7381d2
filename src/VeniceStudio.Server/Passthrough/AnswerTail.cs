using System.Text.Json;

namespace VeniceStudio.Server.Passthrough;

/// <summary>
/// The last bytes of an answer that passes by. Venice says at the end of a chat what it took: in the last event of a stream, or among
/// the last members of the JSON.
/// </summary>
internal sealed class AnswerTail
{
    public const int Kept = 16 * 1024;

    private readonly byte[] _ring = new byte[Kept];
    private long _seen;

    public void Add(ReadOnlySpan<byte> passing)
    {
        _seen += passing.Length;
        if (passing.Length > Kept) passing = passing[^Kept..];
        var at = (int)((_seen - passing.Length) % Kept);
        var first = Math.Min(passing.Length, Kept - at);
        passing[..first].CopyTo(_ring.AsSpan(at));
        passing[first..].CopyTo(_ring);
    }

    /// <summary>The last usage that stands in it; null when there is none.</summary>
    public ChatUsage? Usage()
    {
        var text = Text();
        if (Last(text, "\"usage\""u8) is not { } usage) return null;
        return new ChatUsage(Whole(usage, "prompt_tokens"), Whole(usage, "completion_tokens"), Cost(text, usage));
    }

    private static long? Cost(ReadOnlySpan<byte> text, JsonElement usage)
    {
        var cost = Last(text, "\"cost\""u8) ?? (usage.TryGetProperty("cost", out var inside) ? inside : (JsonElement?)null);
        if (cost is not { ValueKind: JsonValueKind.Object } named || !named.TryGetProperty("usd", out var usd)) return null;
        return usd.ValueKind == JsonValueKind.Number && usd.TryGetDecimal(out var dollars) && dollars is >= 0 and < 1_000_000
            ? (long)Math.Ceiling(dollars * 1_000_000)
            : null;
    }

    private static long Whole(JsonElement usage, string name) =>
        usage.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var count) ? Math.Max(0, count) : 0;

    /// <summary>The last object under a name. Inside a string the quotes would be escaped, so words of the model are not taken for it.</summary>
    private static JsonElement? Last(ReadOnlySpan<byte> text, ReadOnlySpan<byte> name)
    {
        while (text.LastIndexOf(name) is >= 0 and var at)
        {
            var value = text[(at + name.Length)..].TrimStart(" \t\r\n"u8);
            if ((at == 0 || text[at - 1] != '\\') && value is [(byte)':', ..] && Read(value[1..]) is { } found) return found;
            text = text[..at];
        }
        return null;
    }

    private static JsonElement? Read(ReadOnlySpan<byte> value)
    {
        try
        {
            var reader = new Utf8JsonReader(value, isFinalBlock: false, default);
            return JsonElement.TryParseValue(ref reader, out var element) && element is { ValueKind: JsonValueKind.Object } ? element : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private byte[] Text()
    {
        if (_seen <= Kept) return _ring[..(int)_seen];
        var at = (int)(_seen % Kept);
        return [.. _ring.AsSpan(at), .. _ring.AsSpan(0, at)];
    }
}
