using System.Globalization;
using System.Text.Json;
using VeniceStudio.Venice.Wire;

namespace VeniceStudio.Venice;

/// <summary>What an order for this model may say. An empty list means that the field must not be sent at all.</summary>
public sealed record VideoConstraints
{
    // What Venice applies where the listing names no limit.
    private const int UsualPromptLimit = 2500;

    /// <summary><c>text-to-video</c>, <c>image-to-video</c> or <c>video</c>; the last two say little about the inputs needed.</summary>
    public string ModelType { get; init; } = "";

    public IReadOnlyList<string> AspectRatios { get; init; } = [];

    public IReadOnlyList<string> Resolutions { get; init; } = [];

    /// <summary>In Venice's spelling: <c>5s</c>, <c>10s</c>, <c>Auto</c>.</summary>
    public IReadOnlyList<string> Durations { get; init; } = [];

    /// <summary>The clip has sound.</summary>
    public bool Audio { get; init; }

    /// <summary>The sound may be switched off.</summary>
    public bool AudioConfigurable { get; init; }

    /// <summary>It listens to <see cref="VideoOrder.AudioUrl"/>.</summary>
    public bool AudioInput { get; init; }

    /// <summary>It works on <see cref="VideoOrder.VideoUrl"/>.</summary>
    public bool VideoInput { get; init; }

    public bool PerReferenceAudio { get; init; }

    /// <summary>Characters of prompt and of negative prompt, each.</summary>
    public int PromptCharacterLimit { get; init; } = UsualPromptLimit;

    /// <summary>Pixels that the shorter side of a reference picture must have.</summary>
    public int? ReferenceImageMinShortSide { get; init; }

    /// <summary>Least width over height of a reference picture.</summary>
    public double? ReferenceImageMinAspectRatio { get; init; }

    /// <summary>Greatest width over height of a reference picture.</summary>
    public double? ReferenceImageMaxAspectRatio { get; init; }

    /// <summary>The shortest listed duration that covers so many seconds, or null when none is long enough.</summary>
    public string? ShortestCovering(double seconds) => Durations
        .Select(duration => (Duration: duration, Seconds: SecondsOf(duration)))
        .Where(listed => listed.Seconds >= seconds)
        .OrderBy(listed => listed.Seconds)
        .FirstOrDefault().Duration;

    /// <summary>Seconds of a listed duration; null for <c>Auto</c> and other words.</summary>
    public static double? SecondsOf(string duration) =>
        duration.EndsWith('s') && double.TryParse(
            duration.AsSpan(0, duration.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            ? seconds
            : null;

    internal static VideoConstraints? Read(JsonElement spec)
    {
        if (spec.Get("constraints") is not { ValueKind: JsonValueKind.Object } limits) return null;

        return new VideoConstraints
        {
            ModelType = limits.Text("model_type", "modelType") ?? "",
            AspectRatios = limits.Texts("aspect_ratios", "aspectRatios"),
            Resolutions = limits.Texts("resolutions"),
            Durations = limits.Texts("durations"),
            Audio = limits.Flag("audio") ?? false,
            AudioConfigurable = limits.Flag("audio_configurable", "audioConfigurable", "supportsAudioConfig") ?? false,
            AudioInput = limits.Flag("audio_input", "audioInput") ?? false,
            VideoInput = limits.Flag("video_input", "videoInput") ?? false,
            PerReferenceAudio = limits.Flag("per_reference_audio", "perReferenceAudio") ?? false,
            PromptCharacterLimit =
                limits.Count("prompt_character_limit", "promptCharacterLimit") is > 0 and var limit ? limit : UsualPromptLimit,
            ReferenceImageMinShortSide = limits.Count("reference_image_min_short_side_pixels"),
            ReferenceImageMinAspectRatio = (double?)limits.Number("reference_image_min_aspect_ratio"),
            ReferenceImageMaxAspectRatio = (double?)limits.Number("reference_image_max_aspect_ratio"),
        };
    }
}
