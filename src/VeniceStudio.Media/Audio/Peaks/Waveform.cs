namespace VeniceStudio.Media.Audio.Peaks;

/// <summary>What a page needs to draw a song at any zoom.</summary>
/// <param name="SampleRate">Samples per second of what was measured.</param>
/// <param name="Samples">How many samples the song has.</param>
/// <param name="Levels">The finest first; each next one sums up <see cref="WaveformBuilder.Step"/> points of the one before.</param>
public sealed record Waveform(int SampleRate, long Samples, IReadOnlyList<WaveformLevel> Levels)
{
    /// <summary>Seconds of sound.</summary>
    public double Duration => (double)Samples / SampleRate;
}
