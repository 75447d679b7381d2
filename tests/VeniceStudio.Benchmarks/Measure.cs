namespace VeniceStudio.Benchmarks;

/// <summary>One line of the table.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Studio">The studio's number, with its unit.</param>
/// <param name="Rival">Whom it is compared with, and their number.</param>
/// <param name="Ratio">The studio's number by the rival's; a dash where there is none.</param>
/// <param name="Target">What was promised; empty where nothing was.</param>
/// <param name="Met">Whether the promise holds in this run; null where nothing was promised.</param>
internal sealed record Measure(string What, string Studio, string Rival, string Ratio, string Target, bool? Met)
{
    /// <summary>The value in the middle, or the mean of the two there.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The value below which this share of all lies (nearest rank), 0 to 1.</summary>
    public static double Percentile(IReadOnlyCollection<double> values, double share) =>
        values.Order().ElementAt(Math.Clamp((int)Math.Ceiling(share * values.Count) - 1, 0, values.Count - 1));
}
