namespace VeniceStudio.Media.Audio;

/// <summary>How sure the beats of a part of the song are.</summary>
/// <param name="Start">Seconds, included.</param>
/// <param name="End">Seconds, excluded.</param>
/// <param name="Confidence">0 (nothing to hold on to) to 1 (beyond doubt).</param>
public readonly record struct Stretch(double Start, double End, double Confidence);
