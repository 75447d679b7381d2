using VeniceStudio.Simulator.Limits;

namespace VeniceStudio.Simulator;

/// <summary>How a simulator behaves. The defaults suit a rehearsal: quick, and otherwise like the real service.</summary>
public sealed record SimulatorOptions
{
    /// <summary>Port to listen on; 0 takes any free one.</summary>
    public int Port { get; init; }

    /// <summary>Address to listen on. Admin routes answer loopback only, whatever stands here.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>Simulated seconds for each real second; a million and above means that every job is done at once.</summary>
    public double Speed { get; init; } = 20;

    /// <summary>Folder in which jobs, balance and clips survive a restart; null keeps them in memory and a temporary folder.</summary>
    public string? StateFolder { get; init; }

    /// <summary>The key that requests must bear.</summary>
    public string ApiKey { get; init; } = "rehearsal";

    /// <summary>Takes any key; none at all is still refused.</summary>
    public bool AcceptAnyKey { get; init; }

    /// <summary>Dollars on the account when it is new, and after a reset.</summary>
    public decimal StartingBalance { get; init; } = 100;

    /// <summary>Fills the account up to that again when its money does not reach: nobody can add credit to a rehearsal.</summary>
    public bool Refills { get; init; }

    /// <summary>Most pixels of a clip's picture; larger orders keep their shape and shrink, to stay quick.</summary>
    public int MaxPixels { get; init; } = 1280 * 720;

    /// <summary>Country that requests seem to come from: models with other regions are refused.</summary>
    public string Country { get; init; } = "IT";

    /// <summary>How long finished media are kept, by the given clock, not sped up.</summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Folder of finished clips, which several simulators may share: the same order is drawn once. Null keeps them with the state.</summary>
    public string? ClipFolder { get; init; }

    /// <summary>Bytes of finished clips kept on disk; the longest unused go first and are drawn again on need.</summary>
    public long CacheBytes { get; init; } = 512L << 20;

    /// <summary>Requests a simulated minute.</summary>
    public RateLimits Limits { get; init; } = new();

    /// <summary>How much faster than real time the windows of <see cref="Limits"/> pass; null takes <see cref="Speed"/>.</summary>
    public double? LimitSpeed { get; init; }
}
