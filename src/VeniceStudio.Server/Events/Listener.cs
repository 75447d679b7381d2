namespace VeniceStudio.Server.Events;

/// <summary>
/// What one open browser has not been told yet: a set of names, so that a hundred changes of the same thing are one message and a
/// sleeping browser costs a few words of memory, however much happens.
/// </summary>
public sealed class Listener(Guid accountId, Action<Listener> leave) : IDisposable
{
    private readonly Lock _gate = new();
    private HashSet<string> _names = [];
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Guid AccountId { get; } = accountId;

    public void Tell(string name)
    {
        lock (_gate)
        {
            _names.Add(name);
            _news.TrySetResult();
        }
    }

    /// <summary>Ends when there is something to tell.</summary>
    public Task News
    {
        get
        {
            lock (_gate) return _news.Task;
        }
    }

    /// <summary>What there is to tell, which thereby is told.</summary>
    public IReadOnlyCollection<string> Take()
    {
        lock (_gate)
        {
            var names = _names;
            _names = [];
            if (_news.Task.IsCompleted) _news = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return names;
        }
    }

    public void Dispose() => leave(this);
}
