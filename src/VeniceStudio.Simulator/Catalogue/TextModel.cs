namespace VeniceStudio.Simulator.Catalogue;

/// <summary>A text model. Prices are dollars for a million tokens.</summary>
internal sealed record TextModel(string Id, string Name, decimal Input, decimal Output, int Context, int MaxCompletion)
{
    public bool Private { get; init; } = true;
    public bool Vision { get; init; }
    public bool Reasoning { get; init; }
    public bool Schemas { get; init; } = true;
    public bool Uncensored { get; init; }
    public string[] Traits { get; init; } = [];

    public static IReadOnlyList<TextModel> All { get; } =
    [
        new("sestiere-5", "Sestiere 5", 1.4m, 4.4m, 1_000_000, 65_536) { Traits = ["default", "function_calling_default"] },
        new("sestiere-5-thinking", "Sestiere 5 Thinking", 3.75m, 18.75m, 1_000_000, 65_536)
            { Reasoning = true, Vision = true, Traits = ["default_reasoning", "most_intelligent"] },
        new("bricola-vision-27b", "Bricola Vision 27B", 0.45m, 3.2m, 262_144, 16_384) { Vision = true, Traits = ["default_vision"] },
        new("ombra-mini", "Ombra Mini", 0.12m, 0.36m, 131_072, 8_192) { Private = false, Traits = ["fastest"] },
        new("carnevale-uncensored", "Carnevale Uncensored", 0.2m, 0.9m, 131_072, 8_192)
            { Uncensored = true, Schemas = false, Traits = ["most_uncensored"] },
    ];

    /// <summary>The model with this id, or the one that bears this trait.</summary>
    public static TextModel? Named(string name) =>
        All.FirstOrDefault(model => model.Id == name) ?? All.FirstOrDefault(model => model.Traits.Contains(name));
}
