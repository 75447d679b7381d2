using System.Text.Json;

namespace VeniceStudio.Server.Passthrough;

/// <summary>A JSON body in Venice's shape that the studio has to look into before it decides who answers.</summary>
internal sealed record VeniceBody(byte[] Bytes, JsonElement Json)
{
    /// <summary>Venice takes 35 MB of JSON for a video; a little more is let through, so that Venice itself refuses it.</summary>
    public const int MostBytes = 40 * 1024 * 1024;

    // The same name twice would let the studio read one value and Venice the other.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static async Task<(VeniceBody? Body, IResult? Refusal)> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > MostBytes) return (null, TooLarge());
        using var bytes = new MemoryStream((int)(request.ContentLength ?? 0));
        var buffer = new byte[64 * 1024];
        while (await request.Body.ReadAsync(buffer, ct) is > 0 and var read)
        {
            if (bytes.Length + read > MostBytes) return (null, TooLarge());
            bytes.Write(buffer, 0, read);
        }
        try
        {
            var whole = bytes.Length == bytes.Capacity ? bytes.GetBuffer() : bytes.ToArray();
            using var document = JsonDocument.Parse(whole, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? (new VeniceBody(whole, document.RootElement.Clone()), null)
                : (null, VeniceShape.Error(400, "The body must be a JSON object."));
        }
        catch (JsonException)
        {
            return (null, VeniceShape.Error(400, "The body is not readable JSON."));
        }
    }

    public string? Text(string name) =>
        Json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public bool IsTrue(string name) => Json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static IResult TooLarge() => VeniceShape.Json(413, new()
    {
        ["code"] = "PAYLOAD_TOO_LARGE",
        ["error"] = "A request may have at most 40 MB. Use fewer or smaller pictures and sounds.",
    });
}
