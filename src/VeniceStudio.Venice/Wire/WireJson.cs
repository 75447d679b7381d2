using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VeniceStudio.Venice.Wire;

/// <summary>What this client sends, in snake_case and without what is null: Venice rejects a field that a model lacks.</summary>
[JsonSerializable(typeof(VideoQuote))]
[JsonSerializable(typeof(VideoOrder))]
[JsonSerializable(typeof(VideoHandle))]
[JsonSerializable(typeof(MusicQuote))]
[JsonSerializable(typeof(MusicOrder))]
[JsonSerializable(typeof(MusicTicket))]
[JsonSerializable(typeof(SpeechOrder))]
[JsonSerializable(typeof(PictureOrder))]
[JsonSerializable(typeof(PictureEdit))]
[JsonSerializable(typeof(PictureBlend))]
[JsonSerializable(typeof(ChatBody))]
internal sealed partial class WireJson : JsonSerializerContext
{
    public static WireJson Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // The usual encoder writes each '+' of base64 as six characters; whole pictures travel here, under a 35 MB cap.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
