using System.Text;
using System.Text.Json.Serialization;

namespace VeniceStudio.Venice;

/// <summary>
/// A video to be made. What is null is not sent, and must be null when the model lacks it: Venice answers 400 to a ratio,
/// a resolution or a sound switch that a model does not have. Pictures, sounds and videos are https or <c>data:</c> addresses.
/// </summary>
public sealed record VideoOrder
{
    public required string Model { get; init; }

    /// <summary>At most as long as the model's <see cref="VideoConstraints.PromptCharacterLimit"/>.</summary>
    public string? Prompt { get; init; }

    public string? NegativePrompt { get; init; }

    /// <summary>One of the model's <see cref="VideoConstraints.Durations"/>, such as <c>5s</c> or <c>Auto</c>.</summary>
    public string? Duration { get; init; }

    /// <summary>One of the model's <see cref="VideoConstraints.AspectRatios"/>.</summary>
    public string? AspectRatio { get; init; }

    /// <summary>One of the model's <see cref="VideoConstraints.Resolutions"/>; case matters.</summary>
    public string? Resolution { get; init; }

    /// <summary>Null unless <see cref="VideoConstraints.AudioConfigurable"/>. Venice takes null for true, also in the price.</summary>
    public bool? Audio { get; init; }

    /// <summary>The first frame.</summary>
    public string? ImageUrl { get; init; }

    /// <summary>The last frame.</summary>
    public string? EndImageUrl { get; init; }

    /// <summary>WAV or MP3, at most 30 s and 15 MB.</summary>
    public string? AudioUrl { get; init; }

    public string? VideoUrl { get; init; }

    public IReadOnlyList<string>? ReferenceImageUrls { get; init; }

    /// <summary>1, 2 or 4; upscalers only, in place of a resolution.</summary>
    public int? UpscaleFactor { get; init; }

    /// <summary>What a person agreed to after <see cref="VeniceErrorKind.NeedsConsent"/>, and only then.</summary>
    [JsonConverter(typeof(ConsentsConverter))]
    public SeedanceConsents? Consents { get; init; }

    /// <summary>At most four pictures, called <c>@Image1</c>… in the prompt.</summary>
    public IReadOnlyList<string>? SceneImageUrls { get; init; }

    /// <summary>At most four, called <c>@Element1</c>… in the prompt.</summary>
    public IReadOnlyList<VideoElement>? Elements { get; init; }

    /// <summary>
    /// The question for this order's price, with every field that moves it: a price asked without the sound, the ratio or
    /// the resolution of the job comes out too low.
    /// </summary>
    /// <param name="referenceVideoTotalDuration">Seconds of reference video, for models that read it.</param>
    public VideoQuote ToQuote(double? referenceVideoTotalDuration = null) => new()
    {
        Model = Model,
        Duration = Duration,
        AspectRatio = AspectRatio,
        Resolution = Resolution,
        Audio = Audio,
        UpscaleFactor = UpscaleFactor,
        VideoUrl = VideoUrl,
        ReferenceVideoTotalDuration = referenceVideoTotalDuration,
    };

    // Orders carry whole pictures; a log line of one must not.
    private bool PrintMembers(StringBuilder text)
    {
        text.Append($"Model = {Model}, Duration = {Duration}, AspectRatio = {AspectRatio}, Resolution = {Resolution}, ")
            .Append($"Prompt of {Prompt?.Length ?? 0} characters");
        return true;
    }
}

/// <summary>A figure or thing that a video keeps the same.</summary>
public sealed record VideoElement
{
    public string? FrontalImageUrl { get; init; }

    /// <summary>At most three more views.</summary>
    public IReadOnlyList<string>? ReferenceImageUrls { get; init; }

    public string? VideoUrl { get; init; }

    private bool PrintMembers(StringBuilder text)
    {
        text.Append($"{(FrontalImageUrl is null ? "without" : "with")} frontal image, {ReferenceImageUrls?.Count ?? 0} more");
        return true;
    }
}
