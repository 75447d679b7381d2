namespace VeniceStudio.Media.Composition;

/// <summary>The song under a film.</summary>
/// <param name="File">Any sound file that the studio takes.</param>
/// <param name="SampleRate">Samples per second of the file. The film keeps it up to 48,000.</param>
/// <param name="Channels">1 for mono, which stays mono.</param>
public sealed record SongSource(SourceFile File, int SampleRate, int Channels)
{
    /// <summary>Seconds into the song at which the film begins; 0 for the whole song.</summary>
    public double From { get; init; }
}
