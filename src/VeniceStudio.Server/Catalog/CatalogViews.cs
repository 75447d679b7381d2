namespace VeniceStudio.Server.Catalog;

/// <summary>What a model makes its video from, told by its constraints first and by its id where they are silent (T23).</summary>
public enum VideoModelKind
{
    TextToVideo,
    ImageToVideo,
    ReferenceToVideo,
    Transition,
    VideoToVideo,
    Upscale,
}

public enum ModelSound
{
    Never,
    Switchable,
    Always,
}

public enum InputNeed
{
    No,
    Optional,
    Required,
}

/// <summary>The four headings of the model picker; a model may stand under more than one.</summary>
public enum ModelGroup
{
    TextToVideo,
    ImageToVideo,
    Reference,
    AudioDriven,
}

/// <summary>One video model and exactly what a form may offer for it. Empty lists: the parameter is not sent at all.</summary>
public sealed record VideoModelView(
    string Id,
    string Name,
    VideoModelKind Kind,
    IReadOnlyList<ModelGroup> Groups,
    bool Private,
    bool Available,
    string? UnavailableBecause,
    bool Beta,
    DateTimeOffset? RetiresAt,
    IReadOnlyList<string> Durations,
    IReadOnlyList<string> AspectRatios,
    IReadOnlyList<string> Resolutions,
    ModelSound Sound,
    int PromptLimit,
    InputNeed Image,
    InputNeed EndImage,
    InputNeed Audio,
    int MaxReferenceImages);

/// <summary>What the shortest plain clip of a model costs at the moment, micro-dollars.</summary>
public sealed record PriceHintView(string ModelId, long MicroDollars, string? Duration, string? Resolution);
