using VeniceStudio.Venice;

namespace VeniceStudio.Server.Catalog;

/// <summary>One of Venice's video models, read for what a form may offer and what an order may carry.</summary>
public sealed record VideoModel(VideoModelView View)
{
    /// <summary>Characters of a prompt where the model names no limit of its own (CONTRACT 2.2).</summary>
    private const int UsualPromptLimit = 2500;

    public string Id => View.Id;

    public static VideoModel Of(VeniceModel model, DateTimeOffset now)
    {
        var constraints = model.Video;
        var kind = ModelKinds.Of(model);
        var image = kind switch
        {
            VideoModelKind.ImageToVideo or VideoModelKind.Transition => InputNeed.Required,
            VideoModelKind.ReferenceToVideo => InputNeed.No,
            _ => InputNeed.No,
        };
        var references = kind == VideoModelKind.ReferenceToVideo ? ReferenceLimit(model.Id) : 0;
        var why = WhyUnavailable(model, kind, now);
        return new VideoModel(new VideoModelView(
            model.Id, model.Name ?? model.Id, kind, Groups(kind, constraints), model.Privacy == "private", why is null, why,
            model.Beta, model.Deprecation?.Date,
            constraints?.Durations ?? [], constraints?.AspectRatios ?? [], constraints?.Resolutions ?? [],
            constraints is { AudioConfigurable: true } ? ModelSound.Switchable : constraints is { Audio: true } ? ModelSound.Always : ModelSound.Never,
            constraints?.PromptCharacterLimit ?? UsualPromptLimit,
            image,
            kind == VideoModelKind.Transition ? InputNeed.Required : TakesEndImage(kind, model.Id) ? InputNeed.Optional : InputNeed.No,
            constraints is { AudioInput: true } ? InputNeed.Optional : InputNeed.No,
            references));
    }

    private static List<ModelGroup> Groups(VideoModelKind kind, VideoConstraints? constraints)
    {
        var groups = new List<ModelGroup>
        {
            kind switch
            {
                VideoModelKind.TextToVideo => ModelGroup.TextToVideo,
                VideoModelKind.ReferenceToVideo => ModelGroup.Reference,
                _ => ModelGroup.ImageToVideo,
            },
        };
        if (constraints is { AudioInput: true }) groups.Add(ModelGroup.AudioDriven);
        return groups;
    }

    /// <summary>Families that are known to take an end frame; Venice's list does not tell (CONTRACT 9.3).</summary>
    private static bool TakesEndImage(VideoModelKind kind, string id) =>
        kind == VideoModelKind.ImageToVideo && (id.StartsWith("kling-", StringComparison.Ordinal) || id.StartsWith("seedance-", StringComparison.Ordinal));

    /// <summary>How many reference pictures a family takes (CONTRACT 9.3); four where nothing is known.</summary>
    private static int ReferenceLimit(string id) => id switch
    {
        _ when id.StartsWith("seedance-2-5", StringComparison.Ordinal) => 30,
        _ when id.StartsWith("seedance-", StringComparison.Ordinal) => 9,
        _ when id.StartsWith("grok-", StringComparison.Ordinal) => 7,
        _ when id.StartsWith("minimax-", StringComparison.Ordinal) || id.StartsWith("happyhorse-1-1", StringComparison.Ordinal) => 9,
        _ => 4,
    };

    private static string? WhyUnavailable(VeniceModel model, VideoModelKind kind, DateTimeOffset now)
    {
        if (model.Offline) return "Venice has taken this model offline for now.";
        if (model.Deprecation?.RemovesAt is { } gone && gone <= now) return "Venice has retired this model.";
        return kind switch
        {
            VideoModelKind.VideoToVideo or VideoModelKind.Upscale => "It starts from a finished video, which this form does not take.",
            _ => null,
        };
    }
}
