using System.Text;

namespace VeniceStudio.Venice;

/// <summary>
/// Music, a noise or a long reading to be made. What is null is not sent, and must be null when the model lacks it
/// (<see cref="MusicSpec"/>): Venice answers 400 to a field that a model does not have. There is no choice of format.
/// </summary>
public sealed record MusicOrder
{
    public required string Model { get; init; }

    /// <summary>Style, instruments, mood, tempo, form; for a reading, the text. Between the model's shortest and longest.</summary>
    public required string Prompt { get; init; }

    /// <summary>Words to sing. Null or empty when <see cref="LyricsOptimizer"/> is on.</summary>
    public string? LyricsPrompt { get; init; }

    /// <summary>Whole seconds; null leaves the model its own length.</summary>
    public int? DurationSeconds { get; init; }

    /// <summary>No voice.</summary>
    public bool? ForceInstrumental { get; init; }

    /// <summary>The model writes the words itself.</summary>
    public bool? LyricsOptimizer { get; init; }

    /// <summary>The end runs on into the beginning.</summary>
    public bool? Loop { get; init; }

    /// <summary>One of <see cref="MusicSpec.Voices"/>.</summary>
    public string? Voice { get; init; }

    /// <summary>Two letters, ISO 639-1.</summary>
    public string? LanguageCode { get; init; }

    /// <summary>Pace, within the model's bounds; 1 is usual.</summary>
    public double? Speed { get; init; }

    /// <summary>The question for this order's price.</summary>
    /// <param name="spec">The model's listing: only models paid by the character are told how many there are.</param>
    public MusicQuote ToQuote(MusicSpec? spec) => new()
    {
        Model = Model,
        DurationSeconds = DurationSeconds,
        CharacterCount = spec?.Pricing.PerThousandCharactersMicroDollars is null ? null : Prompt.Length,
    };

    // A lyric is a person's work; a log line shows its length.
    private bool PrintMembers(StringBuilder text)
    {
        text.Append($"Model = {Model}, DurationSeconds = {DurationSeconds}, Prompt of {Prompt.Length} characters, ")
            .Append($"lyrics of {LyricsPrompt?.Length ?? 0}");
        return true;
    }
}

/// <summary>A question for a price. Get it from <see cref="MusicOrder.ToQuote"/> so that it says what the order will say.</summary>
public sealed record MusicQuote
{
    public required string Model { get; init; }

    /// <summary>Whole seconds above zero.</summary>
    public int? DurationSeconds { get; init; }

    /// <summary>Needed by models that are paid by the thousand characters.</summary>
    public int? CharacterCount { get; init; }
}
