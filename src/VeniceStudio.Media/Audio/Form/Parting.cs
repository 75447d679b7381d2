namespace VeniceStudio.Media.Audio.Form;

/// <summary>Chooses where sections begin: the most change at the fewest places, in lengths that music has.</summary>
internal static class Parting
{
    /// <summary>A section of over 64 bars is always parted further.</summary>
    private const int Longest = 64;

    /// <param name="changes">What speaks for a beginning at each bar.</param>
    /// <param name="weights">What lengths and boundaries cost.</param>
    /// <param name="hasBars">False for seconds, of which music does not count eight.</param>
    /// <param name="least">Bars that a section has at least.</param>
    /// <returns>The first bar of each section, and the number of bars as the last entry.</returns>
    public static IReadOnlyList<int> Of(ReadOnlySpan<float> changes, FormWeights weights, bool hasBars, int least)
    {
        var count = changes.Length;
        var (best, from) = (new float[count + 1], new int[count + 1]);
        for (var end = 1; end <= count; end++)
        {
            best[end] = float.NegativeInfinity;
            for (var start = Math.Max(0, end - Longest); start < end; start++)
            {
                var atEnd = start == 0 || end == count;
                if (end - start < least && !atEnd) continue;   // they may still move the bars of all others
                var worth = best[start] + (start == 0 ? 0 : changes[start] - weights.Boundary) - Cost(end - start, weights, hasBars, atEnd);
                if (worth > best[end]) (best[end], from[end]) = (worth, start);
            }
        }
        var bounds = new List<int> { count };
        for (var at = count; at > 0; at = from[at]) bounds.Insert(0, from[at]);
        // A rest before the song and a chord dying away are no sections of their own.
        if (bounds.Count > 2 && bounds[1] < least) bounds.RemoveAt(1);
        if (bounds.Count > 2 && count - bounds[^2] < least) bounds.RemoveAt(bounds.Count - 2);
        return bounds;
    }

    private static float Cost(int bars, FormWeights weights, bool hasBars, bool atEnd)
    {
        var most = hasBars ? 16 : 40;
        var cost = weights.Long * Math.Max(0, bars - most);
        if (!hasBars) return cost;
        if (bars % 8 != 0) cost += weights.NotEight;
        if (bars % 4 != 0) cost += weights.NotFour * (atEnd ? 0.5f : 1);   // rests and fades make ends uneven
        if (bars % 2 != 0) cost += weights.Odd * (atEnd ? 0.3f : 1);
        return cost;
    }
}
