namespace VeniceStudio.Media.Editing;

/// <summary>A moment where a film may cut.</summary>
/// <param name="Seconds">Of the song.</param>
/// <param name="Off">How far from the music's joints a cut here is: 0 at a phrase's begin, about 1 on any beat.</param>
/// <param name="Free">True where the song has no beat and the moment was only counted off.</param>
internal readonly record struct CutPoint(double Seconds, double Off, bool Free);
