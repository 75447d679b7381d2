using VeniceStudio.Server.Clips;

namespace VeniceStudio.Server.Catalog;

/// <summary>A setting that its model does not take: the field in our spelling, and a sentence that names what it takes.</summary>
public sealed record BrokenRule(string Field, string Sentence);

/// <summary>
/// Holds settings against what their model accepts, before anything is bought: Venice answers a field that a model lacks with an
/// error (T8), and its price quote accepts what its queue rejects.
/// </summary>
public static class ModelRules
{
    public static BrokenRule? Check(VideoModelView model, ClipSettings settings)
    {
        if (!model.Available) return new("model", $"{model.Name} cannot be used now. {model.UnavailableBecause} Choose another model.");
        return OneOf("duration", "length", settings.Duration, model.Durations, model)
            ?? OneOf("aspectRatio", "aspect ratio", settings.AspectRatio, model.AspectRatios, model)
            ?? OneOf("resolution", "resolution", settings.Resolution, model.Resolutions, model)
            ?? Words(model, settings)
            ?? Inputs(model, settings);
    }

    private static BrokenRule? OneOf(string field, string word, string? value, IReadOnlyList<string> offered, VideoModelView model)
    {
        if (offered.Count == 0)
        {
            return value is null ? null : new(field, $"{model.Name} takes no {word}: leave it out.");
        }
        return value is not null && offered.Contains(value, StringComparer.Ordinal)
            ? null
            : new(field, $"{model.Name} offers the {word} {Listed(offered)}. Choose one of them.");
    }

    private static BrokenRule? Words(VideoModelView model, ClipSettings settings)
    {
        if (string.IsNullOrWhiteSpace(settings.Prompt)) return new("prompt", "Write what the clip should show.");
        if (settings.Prompt.Length > model.PromptLimit) return TooLong("prompt", "prompt", settings.Prompt, model);
        if (settings.NegativePrompt is { } negative && negative.Length > model.PromptLimit) return TooLong("negativePrompt", "negative prompt", negative, model);
        return settings.Sound is not null && model.Sound != ModelSound.Switchable
            ? new("sound", $"{model.Name} does not let its sound be switched: leave it out.")
            : null;
    }

    private static BrokenRule? Inputs(VideoModelView model, ClipSettings settings)
    {
        var references = settings.ReferenceImageIds?.Count ?? 0;
        return Input("imageId", "start picture", settings.ImageId is not null, model.Image, model)
            ?? Input("endImageId", "end picture", settings.EndImageId is not null, model.EndImage, model)
            ?? Input("audioId", "sound file", settings.HasSound, model.Audio, model)
            ?? (model.Kind == VideoModelKind.ReferenceToVideo && references == 0
                ? new BrokenRule("referenceImageIds", $"{model.Name} works from reference pictures: add at least one.") : null)
            ?? (references > model.MaxReferenceImages
                ? new BrokenRule("referenceImageIds", model.MaxReferenceImages == 0
                    ? $"{model.Name} takes no reference pictures: remove them."
                    : $"{model.Name} takes at most {model.MaxReferenceImages} reference pictures; there are {references}.") : null);
    }

    private static BrokenRule? Input(string field, string word, bool given, InputNeed need, VideoModelView model) => (given, need) switch
    {
        (true, InputNeed.No) => new(field, $"{model.Name} takes no {word}: remove it."),
        (false, InputNeed.Required) => new(field, $"{model.Name} needs a {word}: add one."),
        _ => null,
    };

    private static BrokenRule TooLong(string field, string word, string text, VideoModelView model) =>
        new(field, $"The {word} has {text.Length} characters; {model.Name} reads at most {model.PromptLimit}. Shorten it.");

    private static string Listed(IReadOnlyList<string> values) => values.Count switch
    {
        1 => values[0],
        _ => string.Join(", ", values.Take(values.Count - 1)) + " or " + values[^1],
    };
}
