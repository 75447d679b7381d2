using System.ComponentModel.DataAnnotations;

namespace VeniceStudio.Server.Clips;

/// <summary>Asks for a prompt written from a theme, for a given video model and inside its limit.</summary>
public sealed record WritePrompt(
    [Required, StringLength(4000, MinimumLength = 1)] string Theme,
    [Required, StringLength(200)] string Model,
    [StringLength(16)] string? Duration,
    bool? HasImage);

/// <summary>The most that writing a prompt can cost, micro-dollars; what it did cost comes with its end.</summary>
public sealed record PromptPriceView(long Most);
