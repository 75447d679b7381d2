namespace VeniceStudio.Tests.Clips;

/// <summary>
/// The test's clock as the Venice client sees it: back-off between tries (short) passes at once, time limits (long) wait for the
/// clock to be moved.
/// </summary>
internal sealed class ImpatientTime(ManualTime clock) : TimeProvider
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(25);

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        dueTime >= TimeSpan.Zero && dueTime < Short ? new AtOnce(callback, state) : clock.CreateTimer(callback, state, dueTime, period);

    private sealed class AtOnce : ITimer
    {
        private volatile bool _stopped;

        public AtOnce(TimerCallback callback, object? state) => ThreadPool.QueueUserWorkItem(_ =>
        {
            if (!_stopped) callback(state);
        });

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime == Timeout.InfiniteTimeSpan) _stopped = true;
            return true;
        }

        public void Dispose() => _stopped = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
