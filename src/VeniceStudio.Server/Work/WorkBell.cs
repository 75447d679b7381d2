namespace VeniceStudio.Server.Work;

/// <summary>Wakes the work loops when something has become due at once, so that a click need not wait for the next look.</summary>
public sealed class WorkBell
{
    private volatile TaskCompletionSource _rung = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Ring() => Interlocked.Exchange(ref _rung, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <summary>A task that ends at the next ring. Take it before looking for work, or a ring in between is missed.</summary>
    public Task NextRing => _rung.Task;
}
