namespace VeniceStudio.Media.Audio;

/// <summary>
/// A part of hearing that takes the song's samples as they are decoded, once and in order. A song is never held as a whole: twenty
/// minutes would be 106 MB.
/// </summary>
public interface IListener
{
    /// <summary>Samples per second of what every listener hears.</summary>
    const int SampleRate = 22_050;

    /// <summary>Takes the next samples.</summary>
    /// <param name="samples">Mono, −1 to 1 (a clipped song may pass that), at <see cref="SampleRate"/>; valid during the call only.</param>
    void Hear(ReadOnlySpan<float> samples);
}
