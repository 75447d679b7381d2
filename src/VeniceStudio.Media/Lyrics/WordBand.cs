namespace VeniceStudio.Media.Lyrics;

/// <summary>Which recognised words are tried for each word of a text: all of them, or for long songs those near what is certain.</summary>
internal static class WordBand
{
    /// <summary>Words in a row that make a place certain.</summary>
    private const int Run = 3;

    /// <returns>The first and last column of each row, both included; both never fall.</returns>
    public static (int[] Low, int[] High) Of(IReadOnlyList<string> text, IReadOnlyList<string> heard, long mostCells)
    {
        var (low, high) = (new int[text.Count], new int[text.Count]);
        var reach = (long)text.Count * heard.Count <= mostCells ? heard.Count : Math.Max(100, (int)(mostCells / text.Count / 2));
        var anchors = reach >= heard.Count ? [] : Anchors(text, heard);
        var next = 0;
        for (var i = 0; i < text.Count; i++)
        {
            while (next < anchors.Count && anchors[next].Text < i) next++;
            var (a, b) = (next == 0 ? (Text: -1, Heard: -1) : anchors[next - 1], next == anchors.Count ? (Text: text.Count, Heard: heard.Count) : anchors[next]);
            var centre = a.Heard + (int)((long)(b.Heard - a.Heard) * (i - a.Text) / (b.Text - a.Text));
            (low[i], high[i]) = (Math.Clamp(centre - reach, 0, heard.Count - 1), Math.Clamp(centre + reach, 0, heard.Count - 1));
        }
        return (low, high);
    }

    /// <summary>Runs of words that stand once in the text and once in what was heard, the longest rising chain of them.</summary>
    private static List<(int Text, int Heard)> Anchors(IReadOnlyList<string> text, IReadOnlyList<string> heard)
    {
        var (inText, inHeard) = (Once(text), Once(heard));
        var pairs = inText.Where(pair => inHeard.ContainsKey(pair.Key)).Select(pair => (Text: pair.Value, Heard: inHeard[pair.Key])).OrderBy(pair => pair.Text).ToList();
        // Patience sorting: of each length of chain the one that ends earliest.
        var (ends, before) = (new List<int>(), new int[pairs.Count]);
        for (var i = 0; i < pairs.Count; i++)
        {
            var (left, right) = (0, ends.Count);
            while (left < right)
            {
                var middle = (left + right) / 2;
                if (pairs[ends[middle]].Heard < pairs[i].Heard) left = middle + 1;
                else right = middle;
            }
            before[i] = left == 0 ? -1 : ends[left - 1];
            if (left == ends.Count) ends.Add(i);
            else ends[left] = i;
        }
        var chain = new List<(int, int)>();
        for (var i = ends.Count == 0 ? -1 : ends[^1]; i >= 0; i = before[i]) chain.Insert(0, pairs[i]);
        return chain;
    }

    private static Dictionary<string, int> Once(IReadOnlyList<string> words)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i + Run <= words.Count; i++)
        {
            var run = string.Join(' ', words.Skip(i).Take(Run));
            places[run] = places.ContainsKey(run) ? -1 : i;
        }
        return places.Where(place => place.Value >= 0).ToDictionary(StringComparer.Ordinal);
    }
}
