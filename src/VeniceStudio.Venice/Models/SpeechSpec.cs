using System.Text.Json;
using VeniceStudio.Venice.Wire;

namespace VeniceStudio.Venice;

/// <summary>What a model of type tts reads aloud with.</summary>
public sealed record SpeechSpec
{
    public IReadOnlyList<string> Voices { get; init; } = [];

    /// <summary>Null when Venice names none; its general default belongs to one model only.</summary>
    public string? DefaultVoice { get; init; }

    /// <summary>mp3, opus, aac, flac, wav, pcm.</summary>
    public IReadOnlyList<string> SupportedFormats { get; init; } = [];

    public string? DefaultFormat { get; init; }

    /// <summary>It takes voice ids of its maker that are not in the list.</summary>
    public bool SupportsCustomVoiceId { get; init; }

    /// <summary>It learns a voice from a sample.</summary>
    public bool ClonesVoices { get; init; }

    /// <summary>Micro-dollars for a million characters, or null when unknown.</summary>
    public long? MicroDollarsPerMillionCharacters { get; init; }

    internal static SpeechSpec Read(JsonElement spec) => new()
    {
        Voices = spec.Texts("voices"),
        DefaultVoice = spec.Text("default_voice"),
        SupportedFormats = spec.Texts("supported_formats"),
        DefaultFormat = spec.Text("default_format"),
        SupportsCustomVoiceId = spec.Flag("supports_custom_voice_id") ?? false,
        ClonesVoices = spec.Get("voice_cloning") is { ValueKind: JsonValueKind.Object },
        MicroDollarsPerMillionCharacters = Money.Price(spec.Get("pricing")?.Get("input")?.Number("usd")),
    };
}

/// <summary>What a model of type asr costs. The listing does not say which kind of times it gives.</summary>
public sealed record ListeningSpec
{
    /// <summary>Micro-dollars for an hour of sound, rounded up; a second may cost less than one. Null when unknown.</summary>
    public long? MicroDollarsPerHour { get; init; }

    /// <summary>Micro-dollars for so many seconds, rounded up; null when unknown.</summary>
    public long? PriceOf(double seconds) => MicroDollarsPerHour is { } hour ? (long)Math.Ceiling((decimal)seconds * hour / 3600) : null;

    internal static ListeningSpec Read(JsonElement spec) => new()
    {
        MicroDollarsPerHour = Money.Price(spec.Get("pricing")?.Get("per_audio_second")?.Number("usd") is >= 0 and < 1_000_000 and var rate ? rate * 3600 : null),
    };
}
