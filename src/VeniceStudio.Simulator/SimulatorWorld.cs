using System.Collections.Concurrent;
using System.Security.Cryptography;
using VeniceStudio.Simulator.Faults;
using VeniceStudio.Simulator.Jobs;
using VeniceStudio.Simulator.Limits;
using VeniceStudio.Simulator.Rendering;
using VeniceStudio.Simulator.Sound;

namespace VeniceStudio.Simulator;

/// <summary>Everything that the simulator remembers, for tests to ask and to set. The same is at /admin over HTTP.</summary>
public sealed class SimulatorWorld : IDisposable
{
    private readonly ConcurrentDictionary<string, int> calls = new();
    private readonly ConcurrentDictionary<string, bool> consented = new();
    private readonly string? temporary;

    internal SimulatorWorld(SimulatorOptions options, TimeProvider time)
    {
        Options = options;
        Limits = options.Limits;
        Clock = new SimulatedClock(time, options.Speed);
        var windows = new SimulatedClock(time, options.LimitSpeed ?? options.Speed);
        Windows = new RateWindows(time, windows.ToReal(60));
        Guard = new AbuseGuard(time, windows.ToReal(30));
        var folder = options.StateFolder ?? (temporary = Directory.CreateTempSubdirectory("venice-simulator-").FullName);
        Directory.CreateDirectory(folder);
        Books = new Books(options.StateFolder is null ? null : folder, options.StartingBalance, options.Refills);
        Clips = new ClipStore(folder, options.CacheBytes, options.ClipFolder);
    }

    /// <summary>How many orders were charged, whether or not their answer arrived.</summary>
    public int Purchases => Books.Purchases;

    /// <summary>Every charged order, oldest first, as it stands now.</summary>
    public IReadOnlyList<SimulatedJob> Jobs => Books.Jobs;

    /// <summary>Dollars on the account.</summary>
    public decimal Balance
    {
        get => Books.Balance;
        set => Books.Balance = value;
    }

    /// <summary>Requests counted for each route, for example <c>video/queue</c>, whatever they were answered.</summary>
    public IReadOnlyDictionary<string, int> Calls => calls.ToDictionary();

    /// <summary>What goes wrong with requests to come.</summary>
    public FaultPlan Faults { get; } = new();

    /// <summary>Requests a simulated minute; may be changed while running.</summary>
    public RateLimits Limits { get; set; }

    internal SimulatorOptions Options { get; }

    internal SimulatedClock Clock { get; }

    internal RateWindows Windows { get; }

    internal AbuseGuard Guard { get; }

    internal Books Books { get; }

    internal ClipStore Clips { get; }

    /// <summary>
    /// What is really in an ordered sound: its tempo, beats, bars, form and words. Known as soon as it is ordered; null for other jobs.
    /// </summary>
    public SongTruth? SongOf(string queueId) => Books.Find(queueId)?.Sound is { } sound ? Performance.Of(sound).Truth : null;

    /// <summary>Back to a new account: no jobs, no faults, no counts, the starting balance.</summary>
    public void Reset()
    {
        Books.Reset();
        Faults.Clear();
        Windows.Clear();
        Guard.Clear();
        calls.Clear();
        consented.Clear();
        Limits = Options.Limits;
    }

    internal void Count(string route) => calls.AddOrUpdate(route, 1, (_, count) => count + 1);

    /// <summary>Remembers pictures that somebody vouched for: the same bytes need no second word.</summary>
    internal void Consent(IEnumerable<byte[]> media)
    {
        foreach (var bytes in media) consented[Convert.ToHexStringLower(SHA256.HashData(bytes))] = true;
    }

    internal bool HasConsent(byte[] media) => consented.ContainsKey(Convert.ToHexStringLower(SHA256.HashData(media)));

    /// <inheritdoc/>
    public void Dispose()
    {
        Clips.Dispose();
        Books.Dispose();
        if (temporary is null) return;
        try
        {
            Directory.Delete(temporary, recursive: true);
        }
        catch (IOException)
        {
            // A clip under way still writes there; the operating system clears temporary folders.
        }
    }
}
