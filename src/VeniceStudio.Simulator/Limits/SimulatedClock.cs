namespace VeniceStudio.Simulator.Limits;

/// <summary>The simulator's own time, running faster than the real one.</summary>
internal sealed class SimulatedClock(TimeProvider time, double speed)
{
    /// <summary>From this speed on everything is done at once, even when the given clock stands still.</summary>
    public const double Instant = 1_000_000;

    public TimeProvider Provider => time;

    public DateTimeOffset Now => time.GetUtcNow();

    public bool IsInstant => speed >= Instant;

    /// <summary>Simulated seconds since an instant of the real clock.</summary>
    public double Since(DateTimeOffset start) =>
        IsInstant ? double.PositiveInfinity : Math.Max(0, (time.GetUtcNow() - start).TotalSeconds * speed);

    /// <summary>A simulated stretch as real time; zero when everything is instant.</summary>
    public TimeSpan ToReal(double seconds) => IsInstant ? TimeSpan.Zero : TimeSpan.FromSeconds(seconds / speed);

    /// <summary>
    /// A simulated stretch as it is told to callers, milliseconds of the clock they have in common. When everything is instant nobody waits for it, and
    /// it is told as Venice would.
    /// </summary>
    public long Told(double seconds) => (long)(seconds * 1000 / (IsInstant ? 1 : speed));
}
