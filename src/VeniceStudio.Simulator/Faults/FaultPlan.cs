using VeniceStudio.Simulator.Rendering;

namespace VeniceStudio.Simulator.Faults;

/// <summary>How the whole service is down.</summary>
public enum Downtime
{
    /// <summary>It is up.</summary>
    None,

    /// <summary>Every route answers 503.</summary>
    Unavailable,

    /// <summary>Every connection ends without an answer.</summary>
    Unreachable,
}

/// <summary>The faults that tests and demonstrations set for requests to come. May be used from any thread.</summary>
public sealed class FaultPlan
{
    private sealed class Armed(FaultRule rule)
    {
        public FaultRule Rule { get; } = rule;
        public Dice Dice { get; } = new(rule.Seed);
        public int Met { get; set; }
    }

    private readonly Lock turn = new();
    private readonly List<Armed> armed = [];

    /// <summary>Whether the service answers at all. Admin routes always do.</summary>
    public Downtime Down { get; set; }

    /// <summary>The rules that can still meet a request.</summary>
    public IReadOnlyList<FaultRule> Rules
    {
        get { lock (turn) return [.. armed.Where(Alive).Select(entry => entry.Rule)]; }
    }

    /// <summary>Adds a rule.</summary>
    /// <exception cref="ArgumentException">No switch has that name.</exception>
    public void Add(FaultRule rule)
    {
        if (FaultKinds.Named(rule.Fault) is null) throw new ArgumentException($"There is no switch '{rule.Fault}'; GET /admin/faults lists them.", nameof(rule));
        lock (turn) armed.Add(new Armed(rule));
    }

    /// <summary>Adds a rule for the next <paramref name="times"/> requests of a route.</summary>
    public void Add(string route, string fault, int? times = null, string? argument = null) =>
        Add(new FaultRule(route, fault, argument, times));

    /// <summary>Removes every rule and ends a downtime.</summary>
    public void Clear()
    {
        lock (turn) armed.Clear();
        Down = Downtime.None;
    }

    /// <summary>The faults that meet a request of this route now; counts it against their rules.</summary>
    internal ActiveFaults For(string route)
    {
        lock (turn)
        {
            var met = armed.Where(entry => Alive(entry) && entry.Rule.Route is var at && (at == "*" || at == route))
                .Where(entry => entry.Rule.Probability >= 1 || entry.Dice.Between(0, 1) < entry.Rule.Probability).ToList();
            foreach (var entry in met) entry.Met++;
            return new ActiveFaults([.. met.Select(entry => new ActiveFault(entry.Rule.Fault, entry.Rule.Argument, Now: true))]);
        }
    }

    private static bool Alive(Armed entry) => entry.Rule.Times is not { } times || entry.Met < times;
}
