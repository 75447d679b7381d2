using VeniceStudio.Server.Catalog;

namespace VeniceStudio.Server.Sounds;

/// <summary>Holds settings against what their model accepts, before anything is bought: Venice refuses a field that a model lacks (T8).</summary>
public static class SoundRules
{
    public static BrokenRule? Check(SoundModelView model, SoundSettings settings)
    {
        if (!model.Available) return new("model", $"{model.Name} cannot be used now. {model.UnavailableBecause} Choose another model.");
        return Words(model, settings) ?? Lyrics(model, settings) ?? Length(model, settings) ?? Manner(model, settings);
    }

    private static BrokenRule? Words(SoundModelView model, SoundSettings settings)
    {
        var prompt = settings.Prompt.Trim();
        if (prompt.Length == 0) return new("prompt", settings.Kind == SoundKind.Speech ? "Write what is to be spoken." : "Write what the music should be like.");
        if (prompt.Length < model.PromptLeast) return new("prompt", $"{model.Name} needs at least {model.PromptLeast} characters. Say a little more.");
        return prompt.Length > model.PromptLimit
            ? new("prompt", $"The text has {prompt.Length} characters; {model.Name} reads at most {model.PromptLimit}. Shorten it.")
            : null;
    }

    private static BrokenRule? Lyrics(SoundModelView model, SoundSettings settings)
    {
        var lyrics = settings.Lyrics?.Trim() ?? "";
        if (settings.WriteLyrics is not null && !model.WritesLyrics) return Lacks("writeLyrics", "does not write lyrics itself", model);
        if (settings.Instrumental is not null && !model.Instrumental) return Lacks("instrumental", "has no switch for instrumental music", model);
        if (lyrics.Length > 0 && model.Lyrics == InputNeed.No) return new("lyrics", $"{model.Name} sings no lyrics: remove them.");
        if (lyrics.Length > 0 && settings.WriteLyrics == true) return new("lyrics", "Either give the lyrics or let the model write them, not both.");
        if (lyrics.Length > 0 && settings.Instrumental == true) return new("lyrics", "Instrumental music has no lyrics: remove them, or switch instrumental off.");
        if (lyrics.Length == 0 && model.Lyrics == InputNeed.Required) return new("lyrics", $"{model.Name} needs lyrics: write some.");
        return model.LyricsLimit is { } most && lyrics.Length > most
            ? new("lyrics", $"The lyrics have {lyrics.Length} characters; {model.Name} reads at most {most}. Shorten them.")
            : null;
    }

    private static BrokenRule? Length(SoundModelView model, SoundSettings settings)
    {
        if (settings.Seconds is not { } seconds) return null;
        if (model.Length is not { } length) return Lacks("seconds", "decides its length itself", model);
        if (length.Options.Count > 0)
        {
            return length.Options.Contains(seconds) ? null
                : new("seconds", $"{model.Name} offers {string.Join(", ", length.Options)} seconds. Choose one of them.");
        }
        return seconds < length.Least || seconds > length.Most
            ? new("seconds", $"{model.Name} makes {length.Least ?? 1} to {length.Most} seconds. Choose a length between them.")
            : null;
    }

    private static BrokenRule? Manner(SoundModelView model, SoundSettings settings)
    {
        if (settings.Loop is not null && !model.Loop) return Lacks("loop", "makes no loops", model);
        if (settings.Language is not null && !model.Language) return Lacks("language", "takes no language", model);
        if (settings.Speed is { } speed)
        {
            if (model.Speed is not { } pace) return Lacks("speed", "has no setting for speed", model);
            if (speed < pace.Least || speed > pace.Most) return new("speed", $"{model.Name} takes a speed from {pace.Least:0.##} to {pace.Most:0.##}.");
        }
        if (settings.Voice is not { } voice) return null;
        if (model.Voices.Count == 0) return Lacks("voice", "has no choice of voices", model);
        return model.Voices.Contains(voice, StringComparer.Ordinal) ? null
            : new("voice", $"{model.Name} has no voice of that name. Choose one from the list.");
    }

    private static BrokenRule Lacks(string field, string words, SoundModelView model) => new(field, $"{model.Name} {words}: leave it out.");
}
