namespace VeniceStudio.Tests;

/// <summary>A clock that stands still until the test moves it. Timers fire while it moves, in order.</summary>
public sealed class ManualTime : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Alarm> _alarms = [];
    private DateTimeOffset _now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate) return _now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Advance(TimeSpan by)
    {
        var until = GetUtcNow() + by;
        while (NextBefore(until) is { } alarm) alarm.Fire();
        lock (_gate) _now = until;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        return alarm;
    }

    private Alarm? NextBefore(DateTimeOffset until)
    {
        lock (_gate)
        {
            var next = _alarms.Where(alarm => alarm.Due <= until).MinBy(alarm => alarm.Due);
            if (next is null) return null;
            if (next.Due > _now) _now = next.Due.Value;
            next.Step();
            return next;
        }
    }

    private sealed class Alarm(ManualTime clock, Action fire) : ITimer
    {
        private TimeSpan _period;

        public DateTimeOffset? Due { get; private set; }

        public void Fire() => fire();

        public void Step() => Due = _period > TimeSpan.Zero ? Due + _period : null;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var now = dueTime == TimeSpan.Zero;
            lock (clock._gate)
            {
                _period = period == Timeout.InfiniteTimeSpan ? TimeSpan.Zero : period;
                Due = dueTime == Timeout.InfiniteTimeSpan || now ? null : clock._now + dueTime;
                if (now && _period > TimeSpan.Zero) Due = clock._now + _period;
                if (!clock._alarms.Contains(this)) clock._alarms.Add(this);
            }
            if (now) fire();
            return true;
        }

        public void Dispose()
        {
            lock (clock._gate) clock._alarms.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
