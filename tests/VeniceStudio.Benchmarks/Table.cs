namespace VeniceStudio.Benchmarks;

/// <summary>Prints measures as a Markdown table, so that it can be read in a shell and pasted into docs/BENCHMARKS.md.</summary>
internal static class Table
{
    public static void Print(IReadOnlyList<Measure> measures)
    {
        var rows = new List<string[]> { (string[])["measured", "studio", "beside it", "ratio", "target", "met"] };
        rows.AddRange(measures.Select(row => (string[])[row.What, row.Studio, row.Rival, row.Ratio, row.Target, row.Met switch { true => "yes", false => "NO", _ => "" }]));
        var widths = Enumerable.Range(0, 6).Select(column => rows.Max(row => row[column].Length)).ToArray();
        for (var i = 0; i < rows.Count; i++)
        {
            Console.WriteLine("| " + string.Join(" | ", rows[i].Select((cell, column) => cell.PadRight(widths[column]))) + " |");
            if (i == 0) Console.WriteLine("|" + string.Join("|", widths.Select(width => new string('-', width + 2))) + "|");
        }
    }
}
