using System.Text.Json.Nodes;

namespace VeniceStudio.Simulator.Catalogue;

/// <summary>What the catalogue tells of models that make or read out sound.</summary>
internal static class SoundListing
{
    /// <summary>Adds a music model's own fields to its entry.</summary>
    public static void Describe(JsonObject spec, MusicModel model)
    {
        spec["pricing"] = Pricing(model);
        spec["offline"] = model.Offline;
        if (model.Sparse) return;

        spec["supports_lyrics"] = model.Lyrics is not Words.Refused;
        spec["lyrics_required"] = model.Lyrics is Words.Required;
        spec["supports_lyrics_optimizer"] = model.LyricsOptimizer;
        spec["supports_force_instrumental"] = model.ForceInstrumental;
        spec["supports_loop"] = model.Loop;
        spec["supports_language_code"] = model.LanguageCode;
        spec["supports_speed"] = model.MaxSpeed is not null;
        spec["supported_formats"] = List([model.Format]);
        spec["default_format"] = model.Format;
        spec["prompt_character_limit"] = model.PromptLimit;
        spec["min_prompt_length"] = model.MinPrompt;
        if (model.LyricsLimit > 0) spec["lyrics_character_limit"] = model.LyricsLimit;
        if (model.Voices.Length > 0) (spec["voices"], spec["default_voice"]) = (List(model.Voices), model.Voices[0]);
        if (model.MinSpeed is { } slow) (spec["min_speed"], spec["max_speed"], spec["default_speed"]) = (slow, model.MaxSpeed, 1);
        if (model.DurationOptions.Length > 0) spec["duration_options"] = new JsonArray([.. model.DurationOptions.Select(option => JsonValue.Create(option))]);
        if (model.MinDuration is { } least) (spec["min_duration"], spec["max_duration"], spec["default_duration"]) = (least, model.MaxDuration, model.DefaultDuration);
    }

    public static void Describe(JsonObject spec, SpeakingModel model)
    {
        spec["pricing"] = new JsonObject { ["input"] = Price(model.Rate) };
        (spec["voices"], spec["default_voice"]) = (List(model.Voices), model.DefaultVoice);
        (spec["supported_formats"], spec["default_format"]) = (List(model.Formats), model.Formats[0]);
        spec["supports_custom_voice_id"] = model.CustomVoices;
        if (!model.Clones) return;
        spec["voice_cloning"] = new JsonObject
        {
            ["mode"] = "zero_shot", ["accepted_formats"] = List(["mp3", "wav", "flac", "mp4"]), ["min_sample_seconds"] = 5, ["retention_days"] = 7,
        };
    }

    private static JsonObject Pricing(MusicModel model)
    {
        if (model.Pricing is not SoundPricing.Durations)
        {
            var name = model.Pricing switch
            {
                SoundPricing.PerSecond => "per_second", SoundPricing.PerThousandCharacters => "per_thousand_characters", _ => "generation",
            };
            return new JsonObject { [name] = Price(model.Dollars) };
        }
        var tiers = new JsonObject();
        foreach (var tier in model.Tiers)
        {
            var price = Price(tier.Dollars);
            (price["min_seconds"], price["max_seconds"]) = (tier.Min, tier.Max);
            tiers[$"{tier.Max}"] = price;
        }
        return new JsonObject { ["durations"] = tiers };
    }

    private static JsonObject Price(decimal dollars) => new() { ["usd"] = dollars, ["diem"] = dollars };

    private static JsonArray List(IEnumerable<string> values) => new([.. values.Select(value => JsonValue.Create(value))]);
}
