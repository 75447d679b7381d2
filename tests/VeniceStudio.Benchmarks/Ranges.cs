namespace VeniceStudio.Benchmarks;

/// <summary>A range of nearly all of a 200 MB file out of the library, and one of 1 MB as a player asks for it, beside nginx on the same file.</summary>
internal static class Ranges
{
    private const int Rounds = 15;
    private const int SmallRounds = 300;

    public static async Task<IReadOnlyList<Measure>> RunAsync(Workshop workshop)
    {
        var file = workshop.FileOf(200);
        using var nginx = await Nginx.StartAsync(workshop, Environment.ProcessorCount, $"location = /clip.mp4 {{ alias {file}; }}");
        await using var rows = await Rows.CreateAsync(workshop.NewFolder("data"));
        var id = await rows.AddMediaAsync(file);
        using var studio = await PublishedStudio.StartAsync(workshop, rows.Folder);
        var large = await CompareAsync(studio, nginx, rows, id, "bytes=1000000-199999999", Rounds);
        var small = await CompareAsync(studio, nginx, rows, id, "bytes=100000000-100999999", SmallRounds);
        return
        [
            new("range of 199 MB from the library", $"{large.Ours:0} MB/s", $"nginx {large.Theirs:0} MB/s", $"{large.Ratio:0.00}", ">= 0.80", large.Ratio >= 0.8),
            new("range of 1 MB from the library", $"{1000 / small.Ours:0.00} ms", $"nginx {1000 / small.Theirs:0.00} ms", $"{small.Ratio:0.00}", "", null),
        ];
    }

    private static async Task<(double Ours, double Theirs, double Ratio)> CompareAsync(Running studio, Running nginx, Rows rows, Guid id, string range, int rounds)
    {
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var round = 0; round <= rounds; round++)
        {
            var own = await AskAsync(studio.Port, $"/api/media/{id}", $"{rows.Bearer}\r\nRange: {range}");
            var other = await AskAsync(nginx.Port, "/clip.mp4", $"Range: {range}");
            if (round == 0) continue;   // warms up
            ours.Add(own);
            theirs.Add(other);
        }
        return (Measure.Median(ours), Measure.Median(theirs), Measure.Median(ours.Zip(theirs, (own, other) => own / other)));
    }

    private static async Task<double> AskAsync(int port, string path, string headers)
    {
        var got = await Fetch.RunAsync(port, $"GET {path} HTTP/1.1\r\n{headers}");
        return got.Status == 206 ? got.MegabytesPerSecond : throw new InvalidOperationException($"{path} answered {got.Status}.");
    }
}
