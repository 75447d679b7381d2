namespace VeniceStudio.Venice.Wire;

/// <summary>Dollars of the wire to whole micro-dollars: what is asked rounds up, what is owned rounds down.</summary>
internal static class Money
{
    private const decimal MicroDollars = 1_000_000m;

    // A trillion dollars: beyond it a figure is nonsense and would overflow sums of many.
    private const decimal Largest = 1_000_000_000_000m;

    public static long? Price(decimal? dollars) =>
        dollars is >= 0 and < Largest and var sum ? (long)decimal.Ceiling(sum * MicroDollars) : null;

    public static long? Balance(decimal? dollars) =>
        dollars is > -Largest and < Largest and var sum ? (long)decimal.Floor(sum * MicroDollars) : null;
}
