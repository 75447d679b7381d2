using System.ComponentModel.DataAnnotations;
using VeniceStudio.Server.Catalog;
using VeniceStudio.Server.Clips;
using VeniceStudio.Server.Library;

namespace VeniceStudio.Server.Sounds;

public enum SoundKind
{
    /// <summary>A song, a piece or a noise: a job that takes its time.</summary>
    Music = 1,

    /// <summary>A text read aloud: one call.</summary>
    Speech = 2,

    /// <summary>The words heard in a track: one call, whose result belongs to the track.</summary>
    Lyrics = 3,
}

/// <summary>What a sound is made from. A field that the model does not take is left out, never sent empty (T8).</summary>
public record SoundSettings
{
    public required SoundKind Kind { get; init; }

    [Required, StringLength(200, MinimumLength = 1)] public required string Model { get; init; }

    /// <summary>Style, instruments, mood, tempo; for speech, the text itself.</summary>
    [Required, StringLength(20_000, MinimumLength = 1)] public required string Prompt { get; init; }

    /// <summary>Words to sing.</summary>
    [StringLength(20_000)] public string? Lyrics { get; init; }

    /// <summary>Whole seconds; null leaves the model its own length.</summary>
    [Range(1, 3600)] public int? Seconds { get; init; }

    public bool? Instrumental { get; init; }

    /// <summary>The model writes the words itself.</summary>
    public bool? WriteLyrics { get; init; }

    public bool? Loop { get; init; }

    [StringLength(200)] public string? Voice { get; init; }

    [StringLength(32, MinimumLength = 2)] public string? Language { get; init; }

    [Range(0.25, 4)] public double? Speed { get; init; }
}

/// <summary>Asks for the price of settings that may still lack their words; for speech their number of characters decides.</summary>
public sealed record QuoteSounds
{
    public required SoundKind Kind { get; init; }
    [Required, StringLength(200, MinimumLength = 1)] public required string Model { get; init; }
    [Range(1, 3600)] public int? Seconds { get; init; }

    /// <summary>Characters of the prompt as far as it is written.</summary>
    [Range(0, 20_000)] public int? Characters { get; init; }

    [Range(1, 4)] public int? Variations { get; init; }
}

/// <summary>Orders 1–4 variations. <c>ShownEach</c> is the price on the button, micro-dollars; a clearly higher one stops the order and asks.</summary>
public sealed record OrderSounds : SoundSettings
{
    [Range(1, 4)] public int? Variations { get; init; }
    [Range(0, 1_000_000_000)] public long ShownEach { get; init; }

    /// <summary>Delete it at Venice once it is safe here; null: the studio's default.</summary>
    public bool? CleanUp { get; init; }
}

/// <summary>Where a running order stands, milliseconds, and when Venice said so, so that a page can count on by itself.</summary>
public sealed record SoundProgressView(long ElapsedMs, long? AverageMs, DateTimeOffset AsOf);

/// <summary>One order. Prices are micro-dollars; <c>Waiting</c> says why nothing moves at the moment.</summary>
public sealed record SoundView(
    Guid Id,
    Guid BatchId,
    SoundKind Kind,
    string Model,
    string ModelName,
    string Prompt,
    string? Lyrics,
    SoundSettings Settings,
    ClipStatus Status,
    string? Waiting,
    SoundProgressView? Progress,
    long Quoted,
    long Paid,
    long? NewPrice,
    MediaView? Media,
    ClipFailureView? Failure,
    bool CancelAsked,
    Guid? RetryOf,
    Guid? TrackId,
    DateTimeOffset CreatedAt,
    DateTimeOffset? SubmittedAt,
    DateTimeOffset? FinishedAt);

/// <summary>A page of orders, newest first. <c>Next</c> goes into <c>cursor</c> for the following page.</summary>
public sealed record SoundPageView(IReadOnlyList<SoundView> Items, string? Next);

/// <summary>Lengths that may be ordered, seconds: one of the options, or any between the bounds when there are none.</summary>
public sealed record SoundLengthView(IReadOnlyList<int> Options, int? Least, int? Most, int? Usual);

public sealed record SoundSpeedView(double Least, double Most, double Usual);

/// <summary>One model and exactly what a form may offer for it. Null or empty: the field is not sent at all.</summary>
public sealed record SoundModelView(
    string Id,
    string Name,
    SoundKind Kind,
    bool Private,
    bool Available,
    string? UnavailableBecause,
    bool Beta,
    DateTimeOffset? RetiresAt,
    int PromptLeast,
    int PromptLimit,
    InputNeed Lyrics,
    int? LyricsLimit,
    bool WritesLyrics,
    bool Instrumental,
    bool Loop,
    bool Language,
    SoundLengthView? Length,
    SoundSpeedView? Speed,
    IReadOnlyList<string> Voices,
    string? UsualVoice);

/// <summary>What recognising a track's lyrics costs at the moment, micro-dollars, and what the budgets still allow.</summary>
public sealed record RecognitionPriceView(string Model, string ModelName, long Price, long? LeftForMember, long? LeftForStudio, bool WithinBudget);

/// <summary>Has a track's lyrics recognised. Without a model the studio takes one that gives times of words. <c>ShownPrice</c>: micro-dollars on the button.</summary>
public sealed record RecogniseLyrics
{
    [StringLength(200)] public string? Model { get; init; }
    [Range(0, 1_000_000_000)] public long ShownPrice { get; init; }
}
