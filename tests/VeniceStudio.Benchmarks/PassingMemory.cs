namespace VeniceStudio.Benchmarks;

/// <summary>How much a 1 GB body, and five at once, make the studio's resident memory grow at the most.</summary>
internal static class PassingMemory
{
    private const long Most = 20_000_000;

    public static async Task<IReadOnlyList<Measure>> RunAsync(Workshop workshop)
    {
        // Nothing is written: a file of a hole is sent as fast as one of bytes, and a disk need not hold it.
        var file = Path.Combine(workshop.Folder, "hole.mp4");
        await using (var hole = File.Create(file)) hole.SetLength(1_000_000_000);
        using var venice = await Nginx.AsVeniceAsync(workshop, file);
        await using var rows = await Rows.CreateAsync(workshop.NewFolder("data"));
        var measures = new List<Measure>();
        foreach (var count in (int[])[1, 5])
        {
            using var studio = await PublishedStudio.StartAsync(workshop, rows.Folder, new Uri($"http://127.0.0.1:{venice.Port}/api/v1"));
            await WarmAsync(studio, rows);
            var before = studio.Memory();
            var peak = await studio.PeakDuringAsync(Task.WhenAll(Enumerable.Range(0, count).Select(_ => Passing.AskAsync(studio.Port, rows, "/api/video/retrieve"))));
            var grown = Math.Max(0, peak - before);
            measures.Add(new(count == 1 ? "memory for a 1 GB body" : "memory for five 1 GB bodies at once",
                $"+{grown / 1e6:0.0} MB", $"before {before / 1e6:0} MB", "-", "< 20 MB", grown < Most));
        }
        return measures;
    }

    /// <summary>What a first request of this kind costs once (code, rows, connections) is not what a body costs.</summary>
    private static async Task WarmAsync(Running studio, Rows rows)
    {
        for (var i = 0; i < 3; i++) await Fetch.RunAsync(studio.Port, $"POST /api/video/quote HTTP/1.1\r\n{rows.Bearer}", "{}");
    }
}
