namespace VeniceStudio.Tests.Venice;

/// <summary>
/// A clock for code that waits: waits shorter than half a minute (back-off) pass at once and are written down, longer ones
/// (time limits) pass only when the test moves the clock.
/// </summary>
internal sealed class HurriedClock : TimeProvider
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(30);

    private readonly Lock door = new();
    private readonly List<Alarm> alarms = [];
    private readonly List<TimeSpan> waits = [];
    private DateTimeOffset now = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);

    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (door) return [.. waits];
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (door) return now;
    }

    public void Advance(TimeSpan time)
    {
        Alarm[] due;
        lock (door)
        {
            now += time;
            due = [.. alarms.Where(alarm => alarm.At <= now)];
            alarms.RemoveAll(alarm => alarm.At <= now);
        }

        foreach (var alarm in due) alarm.Ring();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, callback, state);
        alarm.Change(dueTime, period);
        return alarm;
    }

    private void Set(Alarm alarm, TimeSpan dueTime)
    {
        lock (door)
        {
            alarms.Remove(alarm);
            if (dueTime == Timeout.InfiniteTimeSpan) return;

            alarm.At = now + dueTime;
            if (dueTime >= Short)
            {
                alarms.Add(alarm);
                return;
            }

            waits.Add(dueTime);
            now = alarm.At;
        }

        // Not in this call: a timer that rings before its maker holds it would be a clock that no system has.
        ThreadPool.QueueUserWorkItem(_ => alarm.Ring());
    }

    private sealed class Alarm(HurriedClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset At { get; set; }

        public void Ring() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Set(this, dueTime);
            return true;
        }

        public void Dispose() => clock.Set(this, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
