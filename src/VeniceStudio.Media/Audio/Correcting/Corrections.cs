namespace VeniceStudio.Media.Audio.Correcting;

/// <summary>
/// What a creator says against what was heard. Kept apart from it, so that hearing again loses nothing; undo and redo are a list of
/// such values. <see cref="Corrected"/> joins the two.
/// </summary>
public sealed record Corrections
{
    /// <summary>Nothing to correct.</summary>
    public static Corrections None { get; } = new();

    /// <summary>Counts the changes that were kept; whoever writes names the one that they saw.</summary>
    public int Version { get; init; }

    /// <summary>The tempo times two to this power: 1 doubles it, −1 halves it. −2 to 2.</summary>
    public int Octave { get; init; }

    /// <summary>Moves all beats by halves of a beat, as they are after <see cref="Octave"/>. −8 to 8.</summary>
    public int HalfBeats { get; init; }

    /// <summary>Moves all beats by milliseconds. −500 to 500.</summary>
    public int NudgeMs { get; init; }

    /// <summary>How many beats later the one is than it was heard, 0 to the metre less one; null leaves it.</summary>
    public int? One { get; init; }

    /// <summary>Beats in a bar, 2 to 12; null leaves it as heard.</summary>
    public int? Meter { get; init; }

    /// <summary>An even grid in the place of the beats that were heard; null keeps those.</summary>
    public TappedGrid? Tapped { get; init; }

    /// <summary>Where the song goes without a beat.</summary>
    public IReadOnlyList<FreeStretch> Free { get; init; } = [];

    /// <summary>The sections as the creator sees them; null leaves them as heard.</summary>
    public IReadOnlyList<CorrectedSection>? Sections { get; init; }

    /// <summary>True when the beats are as they were heard.</summary>
    internal bool LeavesBeats =>
        Octave == 0 && HalfBeats == 0 && NudgeMs == 0 && One is null or 0 && Meter is null && Tapped is null && (Free ?? []).Count == 0;
}

/// <summary>A grid that was tapped by hand.</summary>
/// <param name="Tempo">Beats per minute, 20 to 400.</param>
/// <param name="Anchor">Seconds of one of its downbeats.</param>
public sealed record TappedGrid(double Tempo, double Anchor);

/// <summary>A part of the song without beats.</summary>
/// <param name="Start">Seconds, included.</param>
/// <param name="End">Seconds, excluded.</param>
public sealed record FreeStretch(double Start, double End);

/// <summary>A section as the creator sees it.</summary>
/// <param name="Start">Seconds, included.</param>
/// <param name="End">Seconds, excluded.</param>
/// <param name="Role">What it does in the song.</param>
/// <param name="Name">What the creator calls it; null for the name of its role.</param>
/// <param name="Exact">True: its start stays where it is. Otherwise it goes to the nearest bar when it is kept.</param>
public sealed record CorrectedSection(double Start, double End, SectionRole Role, string? Name = null, bool Exact = false);
