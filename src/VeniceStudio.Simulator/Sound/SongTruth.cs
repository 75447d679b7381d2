using VeniceStudio.Simulator.Sound.Voice;

namespace VeniceStudio.Simulator.Sound;

/// <summary>What is really in a simulated sound, for tests of ears. Times in seconds from the first sample.</summary>
/// <param name="Seconds">Length.</param>
/// <param name="Style">The style that the prompt's words led to; empty without music.</param>
/// <param name="Tempo">Beats a minute, the same throughout; 0 without a beat.</param>
/// <param name="Metre">Beats to the bar; 0 without a beat.</param>
/// <param name="Key">Such as "A minor"; empty without music.</param>
/// <param name="Beats">Every beat.</param>
/// <param name="Downbeats">The first beat of every bar.</param>
/// <param name="Sections">The form, without gaps from start to end.</param>
/// <param name="Words">What is sung or said.</param>
public sealed record SongTruth(double Seconds, string Style, double Tempo, int Metre, string Key, IReadOnlyList<double> Beats,
    IReadOnlyList<double> Downbeats, IReadOnlyList<SongSection> Sections, IReadOnlyList<SoundWord> Words);

/// <summary>A part of the form.</summary>
/// <param name="Role">intro, verse, chorus, bridge, drop, break or outro.</param>
/// <param name="Start">First moment; on a bar, except that the first begins with the sound.</param>
/// <param name="End">First moment of the next.</param>
/// <param name="Bars">Its bars.</param>
/// <param name="Energy">0 to 1.</param>
/// <param name="RepeatOf">Index of the first section with the same music, or null when it is the first.</param>
public sealed record SongSection(string Role, double Start, double End, int Bars, double Energy, int? RepeatOf);
