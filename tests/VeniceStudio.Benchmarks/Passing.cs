using System.Net;
using System.Net.Sockets;
using System.Text;

namespace VeniceStudio.Benchmarks;

/// <summary>
/// A 200 MB clip that the studio does not know, through <c>/api/video/retrieve</c>, beside nginx's <c>proxy_pass</c> without
/// buffering in front of the same upstream. The two take turns, so that whatever else the machine does meets both.
/// </summary>
internal static class Passing
{
    private const int Rounds = 9;
    private const string Body = """{"model":"any","queue_id":"00000000-0000-0000-0000-000000000000"}""";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public static async Task<IReadOnlyList<Measure>> RunAsync(Workshop workshop)
    {
        using var venice = await Nginx.AsVeniceAsync(workshop, workshop.FileOf(200));
        using var nginx = await Nginx.StartAsync(workshop, Environment.ProcessorCount,
            $"location /api/ {{ proxy_pass http://127.0.0.1:{venice.Port}; proxy_buffering off; proxy_http_version 1.1; }}");
        await using var rows = await Rows.CreateAsync(workshop.NewFolder("data"));
        using var studio = await PublishedStudio.StartAsync(workshop, rows.Folder, new Uri($"http://127.0.0.1:{venice.Port}/api/v1"));

        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            var own = await AskAsync(studio.Port, rows, "/api/video/retrieve");
            var other = await AskAsync(nginx.Port, rows, "/api/v1/video/retrieve");
            if (round == 0) continue;   // warms up
            ours.Add(own.MegabytesPerSecond);
            theirs.Add(other.MegabytesPerSecond);
        }
        var ratio = Measure.Median(ours.Zip(theirs, (own, other) => own / other));
        return
        [
            new("200 MB clip passed on", $"{Measure.Median(ours):0} MB/s", $"nginx {Measure.Median(theirs):0} MB/s", $"{ratio:0.00}", ">= 0.90", ratio >= 0.9),
            await FirstByteAsync(workshop),
        ];
    }

    /// <summary>One answer from a server, checked to be whole by the caller's own length.</summary>
    public static async Task<Fetch> AskAsync(int port, Rows rows, string path)
    {
        var got = await Fetch.RunAsync(port, $"POST {path} HTTP/1.1\r\n{rows.Bearer}", Body);
        return got.Status == 200 ? got : throw new InvalidOperationException($"{path} on port {port} answered {got.Status}.");
    }

    /// <summary>An upstream that sends a little, then nothing for two seconds: whoever waits for more shows it.</summary>
    private static async Task<Measure> FirstByteAsync(Workshop workshop)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var stop = new CancellationTokenSource();
        var serving = HaltingAsync(listener, stop.Token);
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        await using var rows = await Rows.CreateAsync(workshop.NewFolder("data"));
        using var studio = await PublishedStudio.StartAsync(workshop, rows.Folder, new Uri($"http://127.0.0.1:{port}/api/v1"));
        await AskAsync(studio.Port, rows, "/api/video/retrieve");
        var through = await AskAsync(studio.Port, rows, "/api/video/retrieve");
        var direct = await AskAsync(port, rows, "/api/v1/video/retrieve");
        await stop.CancelAsync();
        await serving;
        var (own, other) = (through.FirstByte.TotalMilliseconds, direct.FirstByte.TotalMilliseconds);
        return new("first byte, upstream halting 2 s after 16 KB", $"{own:0.0} ms", $"direct {other:0.0} ms", "-", "as sent", own < 200);
    }

    private static async Task HaltingAsync(TcpListener listener, CancellationToken ct)
    {
        try
        {
            while (true) _ = AnswerAsync(await listener.AcceptTcpClientAsync(ct), ct);
        }
        catch (OperationCanceledException)
        {
            // The measuring is over.
        }
    }

    private static async Task AnswerAsync(TcpClient client, CancellationToken ct)
    {
        using var _ = client;
        var stream = client.GetStream();
        var request = new byte[8192];
        var read = await stream.ReadAsync(request, ct);
        if (!Encoding.ASCII.GetString(request, 0, read).Contains("retrieve", StringComparison.Ordinal))
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"u8.ToArray(), ct);
            return;
        }
        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\nContent-Length: 32768\r\nConnection: close\r\n\r\n"u8.ToArray(), ct);
        await stream.WriteAsync(new byte[16384], ct);
        await Task.Delay(Pause, ct);
        await stream.WriteAsync(new byte[16384], ct);
    }
}
