namespace VeniceStudio.Media.Editing;

/// <summary>Frames a second, as a fraction, so that 24000/1001 is exact. The only place where seconds become frames.</summary>
/// <param name="Numerator">Frames.</param>
/// <param name="Denominator">Seconds.</param>
public readonly record struct FrameRate(int Numerator, int Denominator)
{
    public double PerSecond => (double)Numerator / Denominator;

    /// <summary>The frame whose beginning lies nearest; halves go up.</summary>
    public int FrameAt(double seconds) => (int)Math.Floor(seconds * Numerator / Denominator + 0.5);

    public double SecondsAt(int frame) => (double)frame * Denominator / Numerator;
}
