namespace VeniceStudio.Media.Audio;

/// <summary>All that was heard in a song.</summary>
/// <param name="Duration">Seconds of sound, as decoded.</param>
/// <param name="Grid">Beats, bars and tempo.</param>
/// <param name="Sections">Without gaps from 0 to <paramref name="Duration"/>.</param>
public sealed record HeardSong(double Duration, BeatGrid Grid, IReadOnlyList<Section> Sections);
