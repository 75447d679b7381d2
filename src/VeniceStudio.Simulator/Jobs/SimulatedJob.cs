using VeniceStudio.Simulator.Faults;
using VeniceStudio.Simulator.Rendering;
using VeniceStudio.Simulator.Sound;

namespace VeniceStudio.Simulator.Jobs;

/// <summary>How far a job is.</summary>
public enum JobState
{
    /// <summary>Working, or finished and not yet asked for.</summary>
    Working,

    /// <summary>Ended without a clip.</summary>
    Failed,

    /// <summary>Refused by the imagined provider.</summary>
    Refused,

    /// <summary>Its clip was handed out at least once.</summary>
    Delivered,

    /// <summary>Its media were removed.</summary>
    Deleted,
}

/// <summary>One order that the simulator took and charged.</summary>
public sealed record SimulatedJob
{
    /// <summary>The handle that the queue answer gave, or would have given.</summary>
    public required string QueueId { get; init; }

    /// <summary>The model that answers.</summary>
    public required string Model { get; init; }

    /// <summary>The model that was ordered.</summary>
    public required string RequestedModel { get; init; }

    /// <summary>The order's prompt, switches and all.</summary>
    public required string Prompt { get; init; }

    /// <summary>What the clip looks like; null when the order was for sound.</summary>
    public ClipRecipe? Recipe { get; init; }

    /// <summary>What the sound is; null when the order was for a clip.</summary>
    public SoundRecipe? Sound { get; init; }

    /// <summary>Dollars taken when the order was queued.</summary>
    public required decimal Price { get; init; }

    /// <summary>Real instant of the order.</summary>
    public required DateTimeOffset QueuedAt { get; init; }

    /// <summary>Simulated seconds that four of five such orders need at most.</summary>
    public required double AverageSeconds { get; init; }

    /// <summary>Simulated seconds that this one needs.</summary>
    public required double RunSeconds { get; init; }

    /// <summary>The faults that stay with the job.</summary>
    public IReadOnlyList<ActiveFault> Faults { get; init; } = [];

    /// <summary>The secret of its link, for models that deliver by link.</summary>
    public string? ShareToken { get; init; }

    /// <summary>Dollars given back.</summary>
    public decimal Refunded { get; init; }

    /// <summary>How far it is.</summary>
    public JobState State { get; init; }

    /// <summary>How often it was asked about.</summary>
    public int Polls { get; init; }

    /// <summary>How often its bytes, or what a fault put in their place, were sent.</summary>
    public int Deliveries { get; init; }

    /// <summary>Whether the link was revoked.</summary>
    public bool Revoked { get; init; }
}
