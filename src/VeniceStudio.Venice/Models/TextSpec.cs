using System.Text.Json;
using VeniceStudio.Venice.Wire;

namespace VeniceStudio.Venice;

/// <summary>A language model's abilities and price.</summary>
public sealed record TextSpec
{
    /// <summary>Tokens of question and answer together; 0 when unknown.</summary>
    public int ContextTokens { get; init; }

    /// <summary>Tokens of one answer, or null when unknown.</summary>
    public int? MaxCompletionTokens { get; init; }

    /// <summary>It keeps to a JSON schema.</summary>
    public bool SupportsResponseSchema { get; init; }

    public bool SupportsVision { get; init; }

    public bool SupportsMultipleImages { get; init; }

    /// <summary>Pictures in one request, or null when unknown.</summary>
    public int? MaxImages { get; init; }

    public bool SupportsReasoning { get; init; }

    public bool SupportsFunctionCalling { get; init; }

    public bool SupportsAudioInput { get; init; }

    public bool SupportsVideoInput { get; init; }

    /// <summary>Micro-dollars for a million tokens read, or null when unknown.</summary>
    public long? InputMicroDollarsPerMillion { get; init; }

    /// <summary>Micro-dollars for a million tokens written, or null when unknown.</summary>
    public long? OutputMicroDollarsPerMillion { get; init; }

    internal static TextSpec Read(JsonElement entry, JsonElement spec)
    {
        var able = spec.Get("capabilities") ?? default;
        var price = spec.Get("pricing");
        return new TextSpec
        {
            ContextTokens = spec.Count("availableContextTokens") ?? entry.Count("context_length") ?? 0,
            MaxCompletionTokens = spec.Count("maxCompletionTokens"),
            SupportsResponseSchema = able.Flag("supportsResponseSchema") ?? false,
            SupportsVision = able.Flag("supportsVision") ?? false,
            SupportsMultipleImages = able.Flag("supportsMultipleImages") ?? false,
            MaxImages = able.Count("maxImages"),
            SupportsReasoning = able.Flag("supportsReasoning") ?? false,
            SupportsFunctionCalling = able.Flag("supportsFunctionCalling") ?? false,
            SupportsAudioInput = able.Flag("supportsAudioInput") ?? false,
            SupportsVideoInput = able.Flag("supportsVideoInput") ?? false,
            InputMicroDollarsPerMillion = Money.Price(price?.Get("input")?.Number("usd")),
            OutputMicroDollarsPerMillion = Money.Price(price?.Get("output")?.Number("usd")),
        };
    }
}
