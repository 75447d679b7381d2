using static VeniceStudio.Simulator.Wire.FieldKind;

namespace VeniceStudio.Simulator.Wire;

/// <summary>The request bodies that the simulated routes take.</summary>
internal static class Schemas
{
    private static readonly string[] Durations =
        [.. Enumerable.Range(1, 30).Select(second => $"{second}s"), "-1", "1 gen", "auto", "Auto"];
    private static readonly string[] Ratios =
        ["1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "9:21", "16:9", "21:9", "adaptive", "auto"];
    private static readonly string[] Resolutions =
        ["256p", "360p", "480p", "540p", "580p", "720p", "1080p", "1440p", "2160p", "4k", "2x", "4x", "2K", "768P", "true_1080p"];

    private static readonly string[] EditRatios = ["auto", "1:1", "3:2", "16:9", "21:9", "9:16", "2:3", "3:4", "4:5"];
    private static readonly string[] Formats = ["jpeg", "png", "webp"];

    public static BodySchema Quote { get; } = new("VideoQuote",
        new("model", Text, true, 1), new("duration", Text, true, Values: Durations), new("aspect_ratio", Text, Values: Ratios),
        new("resolution", Text, Values: Resolutions), new("upscale_factor", Whole, Min: 1, Max: 4), new("audio", Flag),
            new("video_url", Text),
        new("reference_video_total_duration", Number, Min: 0, Max: 150), new("prompt", Text), new("image_url", Text),
            new("input_height", Whole));

    public static BodySchema Queue { get; } = new("VideoOrder",
        new("model", Text, true, 1), new("prompt", Text, Min: 1, Max: 20000), new("negative_prompt", Text, Max: 20000),
        new("duration", Text, Values: Durations), new("aspect_ratio", Text, Values: Ratios), new("resolution", Text, Values: Resolutions),
        new("upscale_factor", Whole, Min: 1, Max: 4), new("audio", Flag), new("image_url", Text), new("end_image_url", Text),
            new("audio_url", Text),
        new("video_url", Text), new("reference_image_urls", TextList, Max: 30), new("reference_video_urls", TextList, Max: 10),
        new("reference_audio_urls", TextList, Max: 10), new("reference_document_urls", TextList, Max: 1),
            new("elements", ObjectList, Max: 4),
        new("scene_image_urls", TextList, Max: 4), new("keyframes", ObjectList, Max: 10),
        new("omni_reference_task_type", Text, Values: ["auto", "reference", "edit", "extend", "editing", "extension"]),
        new("consents", FieldKind.Object), new("bitrate_mode", Text, Values: ["standard", "high"]));

    public static BodySchema MusicQuote { get; } = new("MusicQuote",
        new("model", Text, true, 1), new("duration_seconds", Any), new("character_count", Whole, Min: 1));

    public static BodySchema MusicQueue { get; } = new("MusicOrder",
        new("model", Text, true, 1), new("prompt", Text, true, 1), new("lyrics_prompt", Text), new("duration_seconds", Any),
        new("force_instrumental", Flag), new("lyrics_optimizer", Flag), new("loop", Flag), new("voice", Text), new("language_code", Text, Min: 2, Max: 2),
        new("speed", Number, Min: 0.25, Max: 4));

    public static BodySchema Speech { get; } = new("Speech",
        new("input", Text, true, 1, 4096), new("model", Text), new("voice", Text, Max: 512),
        new("response_format", Text, Values: ["mp3", "opus", "aac", "flac", "wav", "pcm"]), new("speed", Number, Min: 0.25, Max: 4),
        new("streaming", Flag), new("language", Text, Min: 2, Max: 32), new("prompt", Text, Max: 500), new("temperature", Number, Min: 0, Max: 2),
        new("top_p", Number, Min: 0, Max: 1));

    public static BodySchema Retrieve { get; } = new("VideoRetrieve",
        new("model", Text, true), new("queue_id", Text, true), new("delete_media_on_completion", Flag));

    public static BodySchema Complete { get; } = new("VideoComplete", new("model", Text, true), new("queue_id", Text, true));

    public static BodySchema Image { get; } = new("ImageOrder",
        new("model", Text, true), new("prompt", Text, true, 1, 7500), new("negative_prompt", Text, Max: 7500),
            new("width", Whole, Min: 1, Max: 1280),
        new("height", Whole, Min: 1, Max: 1280), new("aspect_ratio", Text), new("resolution", Text), new("quality", Text),
        new("format", Text, Values: ["jpeg", "png", "webp"]), new("return_binary", Flag), new("variants", Whole, Min: 1, Max: 4),
        new("seed", Whole, Min: -999999999, Max: 999999999), new("steps", Whole), new("cfg_scale", Number, Max: 20),
            new("style_preset", Text),
        new("style_references", ObjectList), new("safe_mode", Flag), new("hide_watermark", Flag),
            new("lora_strength", Whole, Min: 0, Max: 100),
        new("embed_exif_metadata", Flag), new("enable_web_search", Flag), new("enhance_prompt", Flag),
            new("disable_prompt_optimization_thinking", Flag));

    public static BodySchema Edit { get; } = new("PictureEdit",
        new("image", Text, true, 1), new("prompt", Text, true, 1, 32768), new("model", Text), new("modelId", Text), new("aspect_ratio", Text, Values: EditRatios),
        new("resolution", Text, Max: 10), new("output_format", Text, Values: Formats), new("safe_mode", Flag), new("enhance_prompt", Flag),
        new("disable_prompt_optimization_thinking", Flag));

    public static BodySchema MultiEdit { get; } = new("PictureBlend",
        new("images", TextList, true, 1), new("prompt", Text, true, 1, 32768), new("modelId", Text), new("aspect_ratio", Text, Values: EditRatios),
        new("resolution", Text, Max: 10), new("quality", Text), new("output_format", Text, Values: Formats), new("safe_mode", Flag),
        new("enhance_prompt", Flag), new("disable_prompt_optimization_thinking", Flag));

    public static BodySchema Chat { get; } = new("ChatRequest",
        new("model", Text, true), new("messages", ObjectList, true, 1), new("stream", Flag), new("stream_options", FieldKind.Object),
            new("response_format", FieldKind.Object),
        new("temperature", Number, Min: 0, Max: 2), new("top_p", Number, Min: 0, Max: 1), new("max_tokens", Whole),
            new("max_completion_tokens", Whole),
        new("venice_parameters", FieldKind.Object), new("seed", Whole), new("stop", Any), new("n", Whole),
            new("reasoning", FieldKind.Object), new("reasoning_effort", Text),
        new("frequency_penalty", Number), new("presence_penalty", Number), new("repetition_penalty", Number), new("top_k", Whole),
            new("min_p", Number),
        new("min_temp", Number), new("max_temp", Number), new("stop_token_ids", Any), new("tools", Any), new("tool_choice", Any),
            new("parallel_tool_calls", Flag),
        new("user", Text), new("logprobs", Flag), new("top_logprobs", Whole), new("prompt_cache_key", Text),
            new("prompt_cache_retention", Text), new("verbosity", Text));
}
