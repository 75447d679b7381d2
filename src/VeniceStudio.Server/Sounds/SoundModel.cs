using VeniceStudio.Server.Catalog;
using VeniceStudio.Venice;

namespace VeniceStudio.Server.Sounds;

/// <summary>One of Venice's models for sound, read for what a form may offer and what an order may carry.</summary>
public sealed record SoundModel(SoundModelView View, MusicSpec? Music, SpeechSpec? Speech, ListeningSpec? Listening)
{
    /// <summary>Characters of a music prompt where the model names no limit; what Venice takes at most is unknown.</summary>
    private const int UsualPromptLimit = 2000;

    /// <summary>Characters that Venice reads aloud in one call; more are refused.</summary>
    private const int SpokenLimit = 4096;

    /// <summary>Small and readable everywhere first; never raw samples, whose rate nobody tells.</summary>
    private static readonly string[] Spoken = ["mp3", "wav", "flac", "opus"];

    public static SoundModel Of(VeniceModel model, SoundKind kind, DateTimeOffset now)
    {
        var music = model.Music;
        var speech = model.Speech;
        var why = WhyUnavailable(model, now);
        return new SoundModel(new SoundModelView(
            model.Id, model.Name, kind, model.Privacy == "private", why is null, why, model.Beta, model.Deprecation?.Date,
            music?.MinPromptLength ?? 1,
            kind == SoundKind.Speech ? SpokenLimit : music?.PromptCharacterLimit ?? UsualPromptLimit,
            music is { LyricsRequired: true } ? InputNeed.Required : music is { SupportsLyrics: true } ? InputNeed.Optional : InputNeed.No,
            music?.LyricsCharacterLimit,
            music?.SupportsLyricsOptimizer == true, music?.SupportsForceInstrumental == true, music?.SupportsLoop == true,
            music?.SupportsLanguageCode == true || kind == SoundKind.Speech,
            music is { TakesDuration: true } ? new SoundLengthView(music.DurationOptions, music.MinDuration, music.MaxDuration, music.DefaultDuration) : null,
            SpeedOf(kind, music), music?.Voices ?? speech?.Voices ?? [], music?.DefaultVoice ?? speech?.DefaultVoice), music, speech, model.Listening);
    }

    /// <summary>The format to ask speech in; null leaves it to the model.</summary>
    public string? SpokenFormat() =>
        Spoken.FirstOrDefault(format => Speech?.SupportedFormats.Contains(format, StringComparer.Ordinal) == true);

    private static SoundSpeedView? SpeedOf(SoundKind kind, MusicSpec? music) =>
        music is { SupportsSpeed: true } ? new(music.MinSpeed ?? 0.25, music.MaxSpeed ?? 4, music.DefaultSpeed ?? 1)
        : kind == SoundKind.Speech ? new(0.25, 4, 1)
        : null;

    private static string? WhyUnavailable(VeniceModel model, DateTimeOffset now) =>
        model.Offline ? "Venice has taken this model offline for now."
        : model.Deprecation?.RemovesAt is { } gone && gone <= now ? "Venice has retired this model."
        : null;
}
