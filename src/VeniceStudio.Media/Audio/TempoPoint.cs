namespace VeniceStudio.Media.Audio;

/// <summary>The tempo from a moment on, until the next point.</summary>
/// <param name="Seconds">From when, in seconds.</param>
/// <param name="Tempo">Beats per minute.</param>
public readonly record struct TempoPoint(double Seconds, double Tempo);
