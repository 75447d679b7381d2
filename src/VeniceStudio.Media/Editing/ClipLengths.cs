namespace VeniceStudio.Media.Editing;

/// <summary>The clips that a model sells.</summary>
/// <param name="Seconds">Their lengths; empty for a model that makes any length.</param>
/// <param name="MicroPerSecond">Micro-dollars for each bought second, where the price is even.</param>
/// <param name="Prices">Micro-dollars by length, where the price is not even.</param>
public sealed record ClipLengths(IReadOnlyList<double> Seconds, long? MicroPerSecond, IReadOnlyDictionary<double, long>? Prices)
{
    /// <summary>How far a clip may be slowed to fill a slot that no clip is long enough for, before it shows.</summary>
    public const double Slowing = 1.15;

    /// <summary>
    /// A slot that is longer than a clip by no more than this, one frame at 30 a second, buys that clip: beats lie a few milliseconds
    /// beside whole seconds, and nobody sees the last frame stay twice.
    /// </summary>
    public const double Spare = 1.0 / 30;

    /// <summary>A model that makes any length.</summary>
    public static ClipLengths Any { get; } = new([], null, null);

    /// <summary>Seconds of the longest clip; infinite for a model that makes any length.</summary>
    public double Longest => Seconds.Count == 0 ? double.PositiveInfinity : Seconds.Max();

    /// <summary>Seconds of the longest slot that can be filled, the longest clip slowed; infinite as above.</summary>
    public double Reach => Longest * Slowing;

    /// <summary>Seconds that are bought for a slot: the shortest clip that fills it, else the longest there is, to be slowed.</summary>
    public double Buy(double slot)
    {
        if (Seconds.Count == 0) return slot;
        var (fits, longest) = (double.PositiveInfinity, 0.0);
        foreach (var length in Seconds)
        {
            if (length > longest) longest = length;
            if (length + Spare >= slot && length < fits) fits = length;
        }
        return double.IsPositiveInfinity(fits) ? longest : fits;
    }

    /// <summary>
    /// What a bought clip costs, in seconds at the model's best rate: the same as its length unless short clips cost more by the second.
    /// </summary>
    /// <param name="bought">As <see cref="Buy"/> gives it.</param>
    public double Worth(double bought) => Worth(bought, BestRate);

    /// <summary>Micro-dollars a second at the cheapest length; 0 where the price is even.</summary>
    internal double BestRate => Prices is null ? 0 : Prices.Where(pair => pair.Key > 0).Select(pair => pair.Value / pair.Key).DefaultIfEmpty(0).Min();

    /// <summary>As <see cref="Worth(double)"/>, for the planner's thousands of calls, with a rate that was looked up once.</summary>
    internal double Worth(double bought, double bestRate) =>
        bestRate > 0 && Prices is not null && Prices.TryGetValue(bought, out var price) ? price / bestRate : bought;
}
