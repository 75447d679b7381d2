namespace VeniceStudio.Simulator.Limits;

/// <summary>Blocks the key after a burst of failures, as Venice does to clients that hammer on.</summary>
internal sealed class AbuseGuard(TimeProvider time, TimeSpan span)
{
    private const int Tolerated = 20;
    private readonly Queue<DateTimeOffset> failures = new();
    private readonly Lock turn = new();
    private DateTimeOffset blockedUntil;

    public bool Blocks()
    {
        lock (turn) return time.GetUtcNow() < blockedUntil;
    }

    public void Failed()
    {
        if (span <= TimeSpan.Zero) return;
        lock (turn)
        {
            var now = time.GetUtcNow();
            failures.Enqueue(now);
            while (failures.TryPeek(out var oldest) && now - oldest > span) failures.Dequeue();
            if (failures.Count <= Tolerated) return;
            blockedUntil = now + span;
            failures.Clear();
        }
    }

    public void Clear()
    {
        lock (turn)
        {
            blockedUntil = default;
            failures.Clear();
        }
    }
}
