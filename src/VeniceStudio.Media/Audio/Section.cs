namespace VeniceStudio.Media.Audio;

/// <summary>A stretch of song with a role.</summary>
/// <param name="Start">Seconds, included; on a downbeat where the song has bars.</param>
/// <param name="End">Seconds, excluded; the start of the next section, or the song's end.</param>
/// <param name="Role">What it does in the song.</param>
/// <param name="Energy">0 to 1 between the song's quietest and strongest sections.</param>
/// <param name="OnsetDensity">Note onsets per second.</param>
/// <param name="RepeatOf">The index of the first section that this one repeats; null for what is new.</param>
/// <param name="Why">One sentence for the creator: what in the music speaks for this role.</param>
public sealed record Section(double Start, double End, SectionRole Role, double Energy, double OnsetDensity, int? RepeatOf, string Why)
{
    /// <summary>What the creator calls it; null for the name of its role.</summary>
    public string? Name { get; init; }
}
