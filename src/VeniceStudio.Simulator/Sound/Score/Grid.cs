namespace VeniceStudio.Simulator.Sound.Score;

/// <summary>Where bars and beats fall.</summary>
/// <param name="Tempo">Beats a minute.</param>
/// <param name="Metre">Beats to the bar.</param>
/// <param name="Bars">Bars in all.</param>
/// <param name="Start">Seconds before the first beat.</param>
/// <param name="Swing">Where the second half of a beat falls; 0.5 is straight.</param>
internal sealed record Grid(double Tempo, int Metre, int Bars, double Start, double Swing)
{
    public double Beat => 60 / Tempo;

    public double Bar => Beat * Metre;

    /// <summary>Seconds of a place within a bar. Beats are never moved; what lies between them swings.</summary>
    public double At(int bar, double beat)
    {
        var whole = Math.Floor(beat);
        var within = beat - whole;
        var swung = within < 0.5 ? within * 2 * Swing : Swing + (within - 0.5) * 2 * (1 - Swing);
        return Start + (bar * Metre + whole + swung) * Beat;
    }

    /// <summary>Every beat, and the last stroke that ends the song.</summary>
    public IReadOnlyList<double> Beats => [.. Enumerable.Range(0, Bars * Metre + 1).Select(i => Start + i * Beat)];

    public IReadOnlyList<double> Downbeats => [.. Enumerable.Range(0, Bars + 1).Select(i => Start + i * Metre * Beat)];
}
