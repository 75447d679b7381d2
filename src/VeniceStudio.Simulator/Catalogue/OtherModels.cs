namespace VeniceStudio.Simulator.Catalogue;

/// <summary>A picture model; <paramref name="Price"/> is dollars for one picture.</summary>
internal sealed record ImageModel(string Id, string Name, decimal Price, string[] Ratios, int PromptLimit, string[] Traits)
{
    public static IReadOnlyList<ImageModel> All { get; } =
    [
        new("fresco-turbo", "Fresco Turbo", 0.01m, [], 1500, ["default", "fastest"]),
        new("fresco-2-pro", "Fresco 2 Pro", 0.03m, ["1:1", "16:9", "9:16", "4:3", "3:4", "21:9"], 7500, ["highest_quality"]),
    ];
}

/// <summary>A transcription model; <paramref name="Rate"/> is dollars for a second of sound.</summary>
/// <param name="Stamps">Which list of times its answer has: "segment", "word", "char", or none although it was asked.</param>
internal sealed record ListeningModel(string Id, string Name, decimal Rate, string? Stamps)
{
    public static IReadOnlyList<ListeningModel> All { get; } =
    [
        new("nvidia/parakeet-tdt-0.6b-v3", "Parakeet", 0.0001m, null),
        new("openai/whisper-large-v3", "Whisper Large", 0.0001m, "segment"),
        new("elevenlabs/scribe-v2", "Scribe", 0.000167m, "word"),
        new("fal-ai/wizper", "Wizper", 0.0001m, "segment"),
        new("stt-xai-v1", "Speech to Text v1", 0.0000315m, "char"),
    ];
}
