namespace VeniceStudio.Media.Editing;

/// <summary>How long a shot may be, by taste and by what the model sells.</summary>
internal sealed class ShotLimits(CutTaste taste, ClipLengths lengths)
{
    private const double Rounding = 1e-6;

    /// <summary>Seconds; see <see cref="ClipLengths"/>.</summary>
    public double LongestClip { get; } = lengths.Longest;

    /// <summary>Seconds; see <see cref="ClipLengths"/>.</summary>
    public double Reach { get; } = lengths.Reach;

    /// <summary>Seconds. A taste for shots that no clip can fill gives way to the longest clip.</summary>
    public double Shortest { get; } = Math.Min(taste.Shortest, lengths.Longest);

    /// <summary>Seconds.</summary>
    public double Longest { get; } = Math.Min(Math.Max(taste.Longest, Math.Min(taste.Shortest, lengths.Longest)), lengths.Reach);

    /// <summary>
    /// How badly a shot breaks the limits; 0 when it keeps them. A slot that no clip can fill is far worse than a short shot,
    /// and a short shot, which flickers, far worse than a long one.
    /// </summary>
    public double Breach(double length)
    {
        if (length > Reach + Rounding) return 10_000 * (1 + length - Reach);
        if (IsShort(length)) return 100 * (1 + Shortest - length);
        return IsLong(length) ? 1 + length - Longest : 0;
    }

    public bool IsShort(double length) => length < Shortest - Rounding;

    public bool IsLong(double length) => length > Longest + Rounding;
}
