namespace VeniceStudio.Simulator.Limits;

/// <summary>Requests a minute for each route that Venice limits; null lifts a limit.</summary>
public sealed record RateLimits
{
    /// <summary>Orders for clips.</summary>
    public int? Queue { get; init; } = 40;

    /// <summary>Polls.</summary>
    public int? Retrieve { get; init; } = 120;

    /// <summary>Pictures, drawn or changed, together.</summary>
    public int? Image { get; init; } = 20;

    /// <summary>Chat answers.</summary>
    public int? Chat { get; init; } = 500;

    /// <summary>Orders for music, speech and transcriptions, each.</summary>
    public int? Audio { get; init; } = 60;

    /// <summary>More than 20 failures within 30 s block the key for 30 s.</summary>
    public bool AbuseGuard { get; init; } = true;

    /// <summary>No limit at all.</summary>
    public static RateLimits None { get; } = new() { Queue = null, Retrieve = null, Image = null, Chat = null, Audio = null, AbuseGuard = false };

    internal int? Of(string route) => route switch
    {
        "video/queue" => Queue, "video/retrieve" => Retrieve, "image/generate" or "image/edit" or "image/multi-edit" => Image, "chat/completions" => Chat,
        "audio/queue" or "audio/speech" or "audio/transcriptions" => Audio, "audio/retrieve" => Retrieve, _ => null,
    };

    /// <summary>Whose minute a request counts in: nobody tells whether the three picture routes share one, so the harder reading is imitated.</summary>
    internal static string WindowOf(string route) => route.StartsWith("image/", StringComparison.Ordinal) ? "image" : route;
}

/// <summary>Where a route stands within its minute.</summary>
internal readonly record struct RateStanding(int Limit, int Remaining, DateTimeOffset Reset, bool Passed);

/// <summary>Counts requests in windows of one simulated minute.</summary>
internal sealed class RateWindows(TimeProvider time, TimeSpan minute)
{
    private readonly Dictionary<string, (DateTimeOffset Start, int Count)> windows = [];
    private readonly Lock turn = new();

    /// <summary>Counts one request; null when the route has no limit.</summary>
    public RateStanding? Count(string route, int? limit)
    {
        if (limit is not { } most || minute <= TimeSpan.Zero) return null;
        lock (turn)
        {
            var now = time.GetUtcNow();
            var window = windows.GetValueOrDefault(route);
            if (window.Count == 0 || now - window.Start >= minute) window = (now, 0);
            var passed = window.Count < most;
            if (passed) window.Count++;
            windows[route] = window;
            return new RateStanding(most, most - window.Count, window.Start + minute, passed);
        }
    }

    public void Clear()
    {
        lock (turn) windows.Clear();
    }
}
