namespace VeniceStudio.Simulator.Catalogue;

/// <summary>What a video model starts from.</summary>
internal enum VideoKind { Text, Image, Reference, Transition, Film, Upscale }

/// <summary>Whether a clip has sound: never, always, or as the order's <c>audio</c> says.</summary>
internal enum VideoSound { Off, On, Switchable }

/// <summary>One video model of the simulated catalogue, with everything that its orders are checked against.</summary>
/// <param name="Id">As orders name it.</param>
/// <param name="Name">As people read it.</param>
/// <param name="Kind">What it starts from.</param>
/// <param name="Durations">Accepted duration texts.</param>
/// <param name="Rate">Dollars for a second at 720 lines, silent.</param>
internal sealed record VideoModel(string Id, string Name, VideoKind Kind, string[] Durations, decimal Rate)
{
    public string[] Ratios { get; init; } = [];
    public string[] Resolutions { get; init; } = [];
    public VideoSound Sound { get; init; }
    /// <summary>Characters; absent in the listing means 2500.</summary>
    public int? PromptLimit { get; init; }
    public bool Private { get; init; }
    public bool Delivers { get; init; }
    public bool Offline { get; init; }
    public bool Beta { get; init; }
    public bool BetaQuality { get; init; }
    public bool Uncensored { get; init; }
    public Deprecation? Deprecation { get; init; }
    public string[] Regions { get; init; } = [];
    public bool AudioInput { get; init; }
    public bool VideoInput { get; init; }
    public bool PerReferenceAudio { get; init; }
    public bool EndImage { get; init; }
    public int References { get; init; }
    public bool Elements { get; init; }
    public bool ReferenceMedia { get; init; }
    public bool Keyframes { get; init; }
    public bool BitrateMode { get; init; }
    public int? ShortSide { get; init; }
    public double? NarrowestImage { get; init; }
    public double? WidestImage { get; init; }
    public bool NeedsConsent { get; init; }
    public string[] Sets { get; init; } = [];
    /// <summary>Simulated seconds that four of five orders take at most.</summary>
    public int AverageSeconds { get; init; } = 120;

    public int PromptCap => PromptLimit ?? 2500;

    public bool TakesStartImage => Kind is VideoKind.Image or VideoKind.Transition || Elements;
}

/// <summary>Notice that a model goes away.</summary>
/// <param name="Starts">From then on orders are routed to the replacement, if <paramref name="Remaps"/>.</param>
/// <param name="Removed">From then on the model is gone: not listed, and 410 if nothing replaces it.</param>
internal sealed record Deprecation(bool Remaps, DateTimeOffset? Starts, DateTimeOffset Removed, string? Replacement);
