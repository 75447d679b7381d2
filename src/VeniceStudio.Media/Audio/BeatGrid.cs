namespace VeniceStudio.Media.Audio;

/// <summary>The beats of a song, its bars and its tempo.</summary>
/// <param name="Beats">In order of time, at least 100 ms apart; empty when there is no steady beat.</param>
/// <param name="Meter">Beats in a bar: 3 or 4 mostly; 0 when there are no beats.</param>
/// <param name="Tempo">Beats per minute, the song's most common; 0 when there are no beats.</param>
/// <param name="TempoCurve">The tempo over time; one point for a song that keeps its tempo.</param>
/// <param name="Confidence">0 to 1, over the whole song.</param>
/// <param name="Stretches">The confidence of each part, without gaps from 0 to the song's end.</param>
public sealed record BeatGrid(
    IReadOnlyList<Beat> Beats,
    int Meter,
    double Tempo,
    IReadOnlyList<TempoPoint> TempoCurve,
    double Confidence,
    IReadOnlyList<Stretch> Stretches)
{
    /// <summary>True when a pulse was found that cuts can be laid on.</summary>
    public bool IsSteady => Beats.Count > 0;
}
