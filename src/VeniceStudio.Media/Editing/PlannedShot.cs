namespace VeniceStudio.Media.Editing;

/// <summary>One shot of a plan.</summary>
/// <param name="Start">Seconds of the song; 0 for the first shot.</param>
/// <param name="End">Seconds; the start of the next shot, or the song's end.</param>
/// <param name="Section">The section that it lies in; an index.</param>
/// <param name="Paid">Seconds that are bought for it.</param>
public sealed record PlannedShot(double Start, double End, int Section, double Paid)
{
    /// <summary>Seconds.</summary>
    public double Length => End - Start;
}
