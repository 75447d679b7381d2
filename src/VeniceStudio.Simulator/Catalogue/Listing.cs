using System.Text.Json.Nodes;

namespace VeniceStudio.Simulator.Catalogue;

/// <summary>The catalogue as GET /models and GET /models/traits show it.</summary>
internal static class Listing
{
    private const long Created = 1_767_225_600;

    /// <summary>Models of one type, or of all types.</summary>
    public static JsonObject Models(string type, DateTimeOffset now)
    {
        IEnumerable<JsonObject> video = VideoModels.All.Where(model => model.Deprecation is not { } gone || gone.Removed > now)
            .Select(Video);
        IEnumerable<JsonObject> data = type switch
        {
            "video" => video,
            "text" => TextModel.All.Select(Text),
            "image" => ImageModel.All.Select(Image),
            "inpaint" => EditModel.All.Select(Edit),
            "asr" => ListeningModel.All.Select(Listening),
            "tts" => SpeakingModel.All.Select(Speaking),
            "music" => MusicModel.All.Select(Music),
            "all" => [.. TextModel.All.Select(Text), .. ImageModel.All.Select(Image), .. EditModel.All.Select(Edit), .. video, .. ListeningModel.All.Select(Listening),
                .. SpeakingModel.All.Select(Speaking), .. MusicModel.All.Select(Music)],
            _ => [],
        };
        return new JsonObject { ["object"] = "list", ["type"] = type, ["data"] = new JsonArray([.. data]) };
    }

    public static JsonObject Traits(string type)
    {
        var pairs = type switch
        {
            "text" => TextModel.All.SelectMany(model => model.Traits.Select(trait => (trait, model.Id))),
            "image" => ImageModel.All.SelectMany(model => model.Traits.Select(trait => (trait, model.Id))),
            _ => [],
        };
        var data = new JsonObject();
        foreach (var (trait, id) in pairs) data[trait] = id;
        return new JsonObject { ["data"] = data, ["object"] = "list", ["type"] = type };
    }

    private static JsonObject Video(VideoModel model)
    {
        var constraints = new JsonObject
        {
            ["model_type"] = Type(model.Kind),
            ["aspect_ratios"] = List(model.Ratios),
            ["resolutions"] = List(model.Kind is VideoKind.Upscale ? ["2x", "4x"] : model.Resolutions),
            ["durations"] = List(model.Durations),
            ["audio"] = model.Sound is not VideoSound.Off, ["audio_configurable"] = model.Sound is VideoSound.Switchable,
            ["audio_input"] = model.AudioInput, ["video_input"] = model.VideoInput, ["per_reference_audio"] = model.PerReferenceAudio,
        };
        if (model.PromptLimit is > 0 and var limit) constraints["prompt_character_limit"] = limit;
        if (model.ShortSide is { } side) constraints["reference_image_min_short_side_pixels"] = side;
        if (model.NarrowestImage is { } narrow) constraints["reference_image_min_aspect_ratio"] = narrow;
        if (model.WidestImage is { } wide) constraints["reference_image_max_aspect_ratio"] = wide;

        var spec = Spec(model.Name, model.Private, []);
        spec["constraints"] = constraints;
        spec["offline"] = model.Offline;
        if (model.Beta) spec["beta"] = true;
        if (model.BetaQuality) spec["betaModel"] = true;
        if (model.Uncensored) spec["uncensored"] = true;
        if (model.Sets.Length > 0) spec["model_sets"] = List(model.Sets);
        if (model.Regions.Length > 0) spec["regionRestrictions"] = List(model.Regions);
        if (model.Deprecation is { } notice) spec["deprecation"] = Notice(notice);
        return Entry(model.Id, "video", spec);
    }

    private static string Type(VideoKind kind) => kind switch
    {
        VideoKind.Text => "text-to-video", VideoKind.Film or VideoKind.Upscale => "video", _ => "image-to-video",
    };

    private static JsonObject Text(TextModel model)
    {
        var spec = Spec(model.Name, model.Private, model.Traits);
        spec["availableContextTokens"] = model.Context;
        spec["maxCompletionTokens"] = model.MaxCompletion;
        spec["pricing"] = new JsonObject { ["input"] = Price(model.Input), ["output"] = Price(model.Output) };
        spec["capabilities"] = new JsonObject
        {
            ["optimizedForCode"] = false, ["quantization"] = "fp8", ["supportsFunctionCalling"] = true,
            ["supportsReasoning"] = model.Reasoning,
            ["supportsReasoningEffort"] = model.Reasoning, ["supportsResponseSchema"] = model.Schemas, ["supportsVision"] = model.Vision,
            ["supportsMultipleImages"] = model.Vision, ["supportsVideoInput"] = false, ["supportsAudioInput"] = false,
            ["supportsWebSearch"] = true, ["supportsLogProbs"] = false,
        };
        spec["constraints"] = new JsonObject { ["temperature"] = new JsonObject { ["default"] = 0.7 },
            ["top_p"] = new JsonObject { ["default"] = 0.9 } };
        if (model.Uncensored) spec["uncensored"] = true;
        var entry = Entry(model.Id, "text", spec);
        entry["context_length"] = model.Context;
        return entry;
    }

    private static JsonObject Image(ImageModel model)
    {
        var spec = Spec(model.Name, true, model.Traits);
        PictureListing.Describe(spec, model);
        return Entry(model.Id, "image", spec);
    }

    private static JsonObject Edit(EditModel model)
    {
        var spec = Spec(model.Name, true, []);
        PictureListing.Describe(spec, model);
        return Entry(model.Id, "inpaint", spec);
    }

    private static JsonObject Listening(ListeningModel model)
    {
        var spec = Spec(model.Name, true, []);
        spec["pricing"] = new JsonObject { ["per_audio_second"] = Price(model.Rate) };
        return Entry(model.Id, "asr", spec);
    }

    private static JsonObject Speaking(SpeakingModel model)
    {
        var spec = Spec(model.Name, true, []);
        SoundListing.Describe(spec, model);
        return Entry(model.Id, "tts", spec);
    }

    private static JsonObject Music(MusicModel model)
    {
        var spec = Spec(model.Name, false, []);
        SoundListing.Describe(spec, model);
        return Entry(model.Id, "music", spec);
    }

    private static JsonObject Spec(string name, bool isPrivate, string[] traits) => new()
    {
        ["name"] = name, ["description"] = "Simulated: nothing leaves this computer, nothing is billed.",
        ["privacy"] = isPrivate ? "private" : "anonymized", ["offline"] = false, ["traits"] = List(traits),
    };

    private static JsonObject Entry(string id, string type, JsonObject spec) => new()
    {
        ["id"] = id, ["object"] = "model", ["owned_by"] = "venice.ai", ["type"] = type, ["created"] = Created, ["model_spec"] = spec,
    };

    private static JsonObject Notice(Deprecation notice)
    {
        var shown = new JsonObject { ["autoRemap"] = notice.Remaps, ["date"] = Instant(notice.Removed),
            ["removesAt"] = Instant(notice.Removed) };
        if (notice.Starts is { } starts) shown["startsAt"] = Instant(starts);
        if (notice.Replacement is { } replacement) shown["replacementModelId"] = replacement;
        return shown;
    }

    private static string Instant(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private static JsonObject Price(decimal dollars) => new() { ["usd"] = dollars, ["diem"] = dollars };

    private static JsonArray List(IEnumerable<string> values) => new([.. values.Select(value => JsonValue.Create(value))]);
}
