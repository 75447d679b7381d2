using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using VeniceStudio.Simulator;
using VeniceStudio.Simulator.Limits;
using VeniceStudio.Venice;

namespace VeniceStudio.Benchmarks;

/// <summary>
/// A thousand working clips, 400 of them ordered forty at a time, watched by nobody and then by 200 open pages (an event stream each, and the list every ten seconds):
/// how often Venice is asked in equal spans, and how long the list takes.
/// </summary>
internal static class Crowd
{
    private const int Orders = 1000;
    private const int Browsers = 200;
    private const string Model = "lagoon-2-text-to-video";
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PollEvery = TimeSpan.FromSeconds(10);

    /// <summary>A thousand looks at four fifths of 120 a minute: how far apart the studio itself has laid them.</summary>
    private static readonly TimeSpan Round = TimeSpan.FromMinutes(Orders / 96.0);

    public static async Task<IReadOnlyList<Measure>> RunAsync(Workshop workshop)
    {
        var options = new SimulatorOptions { Speed = 1, AcceptAnyKey = true, StartingBalance = 100_000, Limits = RateLimits.None };
        await using var simulator = await SimulatorHost.StartAsync(options, TimeProvider.System, CancellationToken.None);
        var tickets = await OrderAsync(simulator.BaseUrl);
        simulator.World.Limits = new RateLimits();
        await using var rows = await Rows.CreateAsync(workshop.NewFolder("data"));
        await rows.AddWorkingAsync(tickets, Round);
        using var studio = await PublishedStudio.StartAsync(workshop, rows.Folder, simulator.BaseUrl);
        await Task.Delay(Settling);   // the burst of the first seconds

        var processor = studio.Processor();
        var alone = await CallsDuringAsync(simulator, Task.Delay(Span));
        var quiet = studio.Processor() - processor;
        var (opening, took, told) = (new ConcurrentBag<double>(), new ConcurrentBag<double>(), new ConcurrentBag<double>());
        processor = studio.Processor();
        var refused = await CallsDuringAsync(simulator, WatchAsync(studio, rows, opening, took, told)) is var watched && took.IsEmpty;
        var busy = studio.Processor() - processor;
        var (middle, slow) = refused ? (0, 0) : (Measure.Percentile(took, 0.5), Measure.Percentile(took, 0.99));
        return
        [
            new($"Venice asked in {Span.TotalSeconds:0} s, {Orders} orders, {Browsers} pages open", $"{watched} calls", $"none open: {alone} calls",
                $"{(double)watched / alone:0.00}", "equal (± 5 %)", Math.Abs(watched - alone) <= 0.05 * alone),
            new($"status list, {took.Count} answers to {Browsers} pages, p50", $"{middle:0.0} ms", "", "-", "", null),
            new($"status list, {took.Count} answers to {Browsers} pages, p99", $"{slow:0.0} ms", "", "-", "< 50 ms", slow is > 0 and < 50),
            new($"the first list of each of {Browsers} pages, p99", $"{Measure.Percentile(opening, 0.99):0.0} ms", "", "-", "", null),
            new($"time left, {told.Count} answers to {Browsers} pages, p99", $"{Measure.Percentile(told, 0.99):0.0} ms", "", "-", "", null),
            new($"processor, {Orders} orders, {Browsers} pages open", $"{busy / Span:0%} of a core", $"none open: {quiet / Span:0%}", "-", "", null),
        ];
    }

    private static async Task<int> CallsDuringAsync(SimulatorHost simulator, Task span)
    {
        var before = simulator.World.Calls.Values.Sum();
        await span;
        return simulator.World.Calls.Values.Sum() - before;
    }

    private static async Task<IReadOnlyList<VideoTicket>> OrderAsync(Uri venice)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", "bench");
        var tickets = new List<VideoTicket>();
        while (tickets.Count < Orders)
        {
            using var answer = await http.PostAsJsonAsync($"{venice.AbsoluteUri.TrimEnd('/')}/video/queue",
                new { model = Model, prompt = $"a gondola at dawn {tickets.Count} [sim:stuck]", duration = "5s", aspect_ratio = "16:9" });
            answer.EnsureSuccessStatusCode();
            var ticket = await answer.Content.ReadFromJsonAsync<JsonElement>();
            tickets.Add(new VideoTicket(ticket.GetProperty("model").GetString()!, ticket.GetProperty("queue_id").GetString()!, null));
        }
        return tickets;
    }

    private static async Task WatchAsync(Running studio, Rows rows, ConcurrentBag<double> opening, ConcurrentBag<double> took, ConcurrentBag<double> told)
    {
        using var stop = new CancellationTokenSource(Span);
        await Task.WhenAll(Enumerable.Range(0, Browsers).Select(async page =>
        {
            using var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = new Uri($"http://127.0.0.1:{studio.Port}") };
            var bearer = rows.Bearer.Split(' ', 2)[1].Split(' ');
            http.DefaultRequestHeaders.Authorization = new(bearer[0], bearer[1]);
            http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
            try
            {
                // People do not open their pages in the same instant.
                await Task.Delay(PollEvery * page / Browsers, stop.Token);
                await Task.WhenAll(ListenAsync(http, stop.Token), PollAsync(http, opening, took, told, stop.Token));
            }
            catch (OperationCanceledException)
            {
                // The span is over.
            }
        }));
    }

    private static async Task ListenAsync(HttpClient http, CancellationToken ct)
    {
        await using var events = await http.GetStreamAsync(new Uri("/api/events", UriKind.Relative), ct);
        var buffer = new byte[4096];
        while (await events.ReadAsync(buffer, ct) > 0)
        {
        }
        throw new InvalidOperationException("An event stream ended by itself.");
    }

    private static async Task PollAsync(
        HttpClient http, ConcurrentBag<double> opening, ConcurrentBag<double> took, ConcurrentBag<double> told, CancellationToken ct)
    {
        // By a clock of its own, as a page asks: pages that waited together for the first answers must not stay together.
        using var clock = new PeriodicTimer(PollEvery);
        // The first answers of a process compile the code that makes them: they are told apart.
        var into = opening;
        do
        {
            into.Add(await AskAsync(http, "/api/clips/batches?filter=working&limit=20", ct));
            told.Add(await AskAsync(http, "/api/clips/forecast", ct));
            into = took;
        }
        while (await clock.WaitForNextTickAsync(ct));
    }

    private static async Task<double> AskAsync(HttpClient http, string path, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), ct);
        answer.EnsureSuccessStatusCode();
        return watch.Elapsed.TotalMilliseconds;
    }
}
