namespace VeniceStudio.Simulator.Catalogue;

/// <summary>A model that reads text aloud; <paramref name="Rate"/> is dollars for a million characters.</summary>
internal sealed record SpeakingModel(string Id, string Name, decimal Rate, string[] Formats, string[] Voices)
{
    /// <summary>Learns a voice from a sample.</summary>
    public bool Clones { get; init; }

    /// <summary>It learns voices for chosen accounts only.</summary>
    public bool LimitedCloning { get; init; }

    /// <summary>Takes voice ids of its maker that are not in the list.</summary>
    public bool CustomVoices { get; init; }

    public string DefaultVoice => Voices.Contains("af_sky") ? "af_sky" : Voices[0];

    /// <summary>The first is what an order gets that names none.</summary>
    public static IReadOnlyList<SpeakingModel> All { get; } =
    [
        new("tts-kokoro", "Kokoro, simulated", 3.5m, ["mp3", "opus", "aac", "flac", "wav", "pcm"],
            ["af_sky", "af_bella", "af_nova", "am_adam", "am_michael", "bf_emma", "bm_george"]),
        new("tts-chatterbox-hd", "Chatterbox, simulated", 50m, ["wav"], ["Aurora", "Blade", "Marco"]) { Clones = true },
        new("tts-minimax-speech-02-hd", "Speech 02, simulated", 125m, ["mp3", "pcm", "flac"], ["CalmWoman", "DeepVoiceMan"])
            { Clones = true, LimitedCloning = true, CustomVoices = true },
        new("tts-bottega-turbo", "Bottega Turbo", 62.5m, ["mp3"], ["Alice", "Tonio"]),
    ];

    public static SpeakingModel? Named(string id) => All.FirstOrDefault(model => model.Id == id);
}
