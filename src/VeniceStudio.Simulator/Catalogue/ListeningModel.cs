namespace VeniceStudio.Simulator.Catalogue;

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
