using System.Text.Json;
using System.Text.Json.Serialization;

namespace VeniceStudio.Venice;

/// <summary>
/// What a person stated about the people in the pictures. Venice takes all three or none; this client sends none that
/// nobody stated, and never states any by itself.
/// </summary>
public sealed record SeedanceConsents
{
    public required bool ConfirmedTermsAndPrivacy { get; init; }

    public required bool ConfirmedLegalRight { get; init; }

    public required bool ConfirmedScreeningAcknowledged { get; init; }

    internal bool AreComplete => ConfirmedTermsAndPrivacy && ConfirmedLegalRight && ConfirmedScreeningAcknowledged;
}

/// <summary>On the wire the three statements lie one level deeper, under the name of their flow.</summary>
internal sealed class ConsentsConverter : JsonConverter<SeedanceConsents>
{
    private const string Flow = "seedance";
    private const string Terms = "confirmed_terms_and_privacy";
    private const string Right = "confirmed_legal_right";
    private const string Screening = "confirmed_screening_acknowledged";

    public override SeedanceConsents? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var consents = document.RootElement;
        if (consents.ValueKind != JsonValueKind.Object || !consents.TryGetProperty(Flow, out var stated)) return null;

        return new SeedanceConsents
        {
            ConfirmedTermsAndPrivacy = IsTrue(stated, Terms),
            ConfirmedLegalRight = IsTrue(stated, Right),
            ConfirmedScreeningAcknowledged = IsTrue(stated, Screening),
        };
    }

    public override void Write(Utf8JsonWriter writer, SeedanceConsents value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteStartObject(Flow);
        writer.WriteBoolean(Terms, value.ConfirmedTermsAndPrivacy);
        writer.WriteBoolean(Right, value.ConfirmedLegalRight);
        writer.WriteBoolean(Screening, value.ConfirmedScreeningAcknowledged);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static bool IsTrue(JsonElement stated, string name) =>
        stated.ValueKind == JsonValueKind.Object && stated.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
