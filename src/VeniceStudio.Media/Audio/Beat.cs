namespace VeniceStudio.Media.Audio;

/// <summary>One beat of a song.</summary>
/// <param name="Seconds">When it sounds, from the start of the song.</param>
/// <param name="Position">Its place in the bar, from 1, which is the downbeat; 0 where no bar was heard.</param>
public readonly record struct Beat(double Seconds, int Position)
{
    /// <summary>True for the first beat of a bar.</summary>
    public bool IsDownbeat => Position == 1;
}
