namespace VeniceStudio.Benchmarks;

/// <summary>From starting the published build, with a thousand rows present, to its first healthy answer; and its memory ten seconds later.</summary>
internal static class Starts
{
    private const int Rounds = 9;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);
    private const string BareNode = "require('http').createServer((q,r)=>r.end('ok')).listen(+process.argv[1],'127.0.0.1')";

    public static async Task<IReadOnlyList<Measure>> RunAsync(Workshop workshop)
    {
        await using var rows = await Rows.CreateAsync(workshop.NewFolder("data"));
        await rows.AddWorkingAsync([.. Enumerable.Range(0, 1000).Select(i => new Venice.VideoTicket("lagoon-2-text-to-video", $"gone-{i}", null))], TimeSpan.FromDays(3650));
        var (ours, processor, theirs) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            using var studio = await PublishedStudio.StartAsync(workshop, rows.Folder);
            var took = studio.Processor();
            using var node = await NodeAsync();
            if (round == 0) continue;   // files come from the disk
            ours.Add(studio.Started.TotalMilliseconds);
            processor.Add(took.TotalMilliseconds);
            theirs.Add(node.Started.TotalMilliseconds);
        }

        using var resting = await PublishedStudio.StartAsync(workshop, rows.Folder);
        using var bare = await NodeAsync();
        await Task.Delay(Idle);
        var (memory, other) = (resting.Memory() / 1e6, bare.Memory() / 1e6);
        var (start, beside) = (Measure.Median(ours), Measure.Median(theirs));
        return
        [
            new("start to first healthy answer, median", $"{start:0} ms", $"bare node {beside:0} ms", $"{start / beside:0.0}", "< 400 ms", start < 400),
            new("start to first healthy answer, best", $"{ours.Min():0} ms", $"bare node {theirs.Min():0} ms", $"{ours.Min() / theirs.Min():0.0}", "", null),
            new("processor time of a start, median", $"{Measure.Median(processor):0} ms", "", "-", "", null),
            new("memory 10 s after the start", $"{memory:0} MB", $"bare node {other:0} MB", $"{memory / other:0.0}", "< 110 MB", memory < 110),
        ];
    }

    /// <summary>Node's own HTTP server and nothing else: no rows, no accounts, the least that a rival could be.</summary>
    private static Task<Running> NodeAsync()
    {
        var port = Workshop.FreePort();
        return Running.StartAsync("node", ["-e", BareNode, port.ToString(System.Globalization.CultureInfo.InvariantCulture)], port, "/");
    }
}
